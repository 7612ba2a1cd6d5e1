// How the tests run: real programs, two workers, one PostgreSQL for the whole run. Read through vite.config.ts by
// `npm test`, `npm run test:full` and a plain `npx vitest run tests/<room>`.
import type { ViteUserConfig } from "vitest/config";
import { SummaryReporter } from "./setup/SummaryReporter.ts";

/** `full` adds the long matrices, tests/**\/*.full.test.ts. */
export function testSettings(mode: "test" | "full"): ViteUserConfig {
  return {
    // JSX of templates and applications in tests: the same as in the build.
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    test: {
      include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
      exclude: ["**/node_modules/**", "dist/**", ...(mode === "full" ? [] : ["tests/**/*.full.test.ts"])],
      globalSetup: ["tests/setup/postgres.ts", "tests/setup/builtApplication.ts"],
      setupFiles: ["tests/setup/endWithVitest.ts"],
      pool: "forks",
      maxWorkers: 2,
      // Patience for a busy machine; how fast a thing is belongs in the benchmarks.
      testTimeout: 60_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 20_000 } },
      teardownTimeout: 20_000,
      // Real browsers, databases and kills on a machine that may be busy: a second try, which the summary names.
      retry: 1,
      passWithNoTests: false,
      reporters: ["default", new SummaryReporter()],
    },
  };
}
