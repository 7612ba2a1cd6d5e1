// Prints the last line of every test run, "tests: N passed, N failed, N skipped", which tests were skipped, and which
// passed only at a second try, so that an unsteady test is seen and mended.
// Registered in tests/vitest.config.ts; .ci/run reads the line.
import type { Reporter, SerializedError, TestModule } from "vitest/node";

export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0 };
    const skipped: string[] = [];
    const unsteady: string[] = [];
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (test.diagnostic()?.flaky) unsteady.push(`${module.relativeModuleId}: ${test.fullName}`);
        if (state === "passed") count.passed += 1;
        else if (state === "failed") failedHere += 1;
        else {
          count.skipped += 1;
          skipped.push(`${module.relativeModuleId}: ${test.fullName}`);
        }
      }
      // A file that does not load, or whose hooks fail, has no failed test to count.
      count.failed += failedHere === 0 && !module.ok() ? 1 : failedHere;
    }
    for (const name of unsteady) process.stdout.write(`passed at the second try: ${name}\n`);
    for (const name of skipped) process.stdout.write(`skipped: ${name}\n`);
    if (skipped.length > 0 && isContinuousIntegration()) {
      process.stdout.write("CI=true: a skipped test is a failure; install what it needs.\n");
      process.exitCode = 1;
    }
    process.stdout.write(`tests: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  }
}

function isContinuousIntegration(): boolean {
  return process.env.CI === "true" || process.env.CI === "1";
}
