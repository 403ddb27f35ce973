/** Stryker breaks the critical core on purpose, line by line; a mutant that no test notices is a hole in the tests. */
export default {
  packageManager: "npm",
  plugins: [new URL("in-process-runner.mjs", import.meta.url).href],
  testRunner: "in-process",
  mutate: [
    "app/domain/{assessment,requirement,security-level}/**/*.ts",
    // Lists of checks; the parity test holds them against the folders.
    "!app/domain/assessment/checks/**/index.ts",
  ],
  ignorePatterns: ["/build", "/data", "/coverage", "/test-results", "/tests/bench/node_modules", "/public"],
  coverageAnalysis: "perTest",
  incremental: false,
  concurrency: 2,
  timeoutMS: 60_000,
  tempDirName: ".cache/stryker",
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: ".cache/mutation.json" },
  thresholds: { high: 95, low: 90, break: 90 },
};
