/** What the runners' JSON reports say, as counts: `{ passed, failed, skipped }`. */
import { existsSync } from "node:fs";
import { readJson } from "./root.mjs";

export const NOTHING = { passed: 0, failed: 0, skipped: 0 };
export const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };

export function addCounts(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A file that cannot be imported, or whose `beforeAll` throws, fails without a single failed test. */
function countBrokenFiles(files) {
  return files.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
}

export function countVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + countBrokenFiles(report.testResults),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A flaky journey is a failed one: it would hide a race between page and server. */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** A runner that ends badly without naming a failed test, or leaves no report, counts as one failure. */
export function countRun({ isDone, reportFile, count }) {
  if (!existsSync(reportFile)) return ONE_FAILED;
  const counts = count(readJson(reportFile));
  return !isDone && counts.failed === 0 ? addCounts(counts, ONE_FAILED) : counts;
}

export function describeCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
