/** Stryker breaks the critical core on purpose, line by line; a mutant that no test notices is a hole in the tests. */
export default {
  packageManager: "npm",
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "tests/mutation/vitest.config.ts" },
  mutate: [
    "app/domain/{assessment,requirement,security-level}/**/*.ts",
    // Clauses and registries are data; the parity test holds them.
    "!app/domain/assessment/checks/**/index.ts",
  ],
  ignorePatterns: ["/build", "/data", "/coverage", "/test-results", "/tests/bench/node_modules", "/public"],
  coverageAnalysis: "perTest",
  incremental: false,
  concurrency: 2,
  timeoutMS: 20_000,
  tempDirName: ".cache/stryker",
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: ".cache/mutation.json" },
  thresholds: { high: 95, low: 90, break: 90 },
};
