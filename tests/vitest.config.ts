// How the tests run: real programs, two workers, one PostgreSQL for the whole run. Read through vite.config.ts by
// `npm test`, `npm run test:full` and a plain `npx vitest run tests/<room>`.
import type { TestProjectConfiguration, ViteUserConfig } from "vitest/config";
import { SummaryReporter } from "./setup/SummaryReporter.ts";

/** Rooms whose tests leave nothing behind: one worker reads their modules once for all, which saves a fifth of the time. */
const ROOMS_WITHOUT_TRACE =
  "{admin,domain,http,journeys,records,services,sockets,store,templates,translators,vocabularies}";

/** `full` adds the long matrices, tests/**\/*.full.test.ts. */
export function testSettings(mode: "test" | "full"): ViteUserConfig {
  const long = mode === "full" ? [] : ["tests/**/*.full.test.ts"];
  const anew = `tests/!(${ROOMS_WITHOUT_TRACE.slice(1, -1).replaceAll(",", "|")})/**/*.test.{ts,tsx}`;
  return {
    test: {
      // Once for the whole run; what they provide reaches every project.
      globalSetup: ["tests/setup/postgres.ts", "tests/setup/builtApplication.ts"],
      maxWorkers: 2,
      teardownTimeout: 20_000,
      passWithNoTests: false,
      reporters: ["default", new SummaryReporter()],
      projects: [
        project("rooms", [`tests/${ROOMS_WITHOUT_TRACE}/**/*.test.{ts,tsx}`], false),
        project("anew", [anew], true),
      ],
    },
  };

  function project(name: string, include: string[], isolate: boolean): TestProjectConfiguration {
    return {
      mode,
      // JSX of templates and applications in tests: the same as in the build.
      oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
      test: {
        name,
        include,
        exclude: ["**/node_modules/**", "dist/**", ...long],
        isolate,
        setupFiles: ["tests/setup/endWithVitest.ts"],
        pool: "forks",
        // Patience for a busy machine; how fast a thing is belongs in the benchmarks.
        testTimeout: 60_000,
        hookTimeout: 120_000,
        expect: { poll: { timeout: 20_000 } },
        // Real browsers, databases and kills on a machine that may be busy: a second try, which the summary names.
        retry: 1,
      },
    };
  }
}
