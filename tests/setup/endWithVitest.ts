// Ends a test worker when vitest is gone (interrupted, killed), instead of letting a long test run on alone.
// Loaded before every test file, by tests/vitest.config.ts.
process.once("disconnect", () => process.exit());
