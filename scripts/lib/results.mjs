/** What the runners' JSON reports say: counts `{ passed, failed, skipped }`, and what to look at again by name. */
import { existsSync } from "node:fs";
import path from "node:path";
import { fromRoot, readJson } from "./root.mjs";

export const NOTHING = { passed: 0, failed: 0, skipped: 0, named: [] };
export const ONE_FAILED = { passed: 0, failed: 1, skipped: 0, named: [] };

export function addCounts(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    named: [...a.named, ...b.named],
  };
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
    named: report.testResults.flatMap(namesInFile),
  };
}

function namesInFile({ name, status, assertionResults }) {
  const file = path.relative(fromRoot(), name);
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (status === "failed" && failed.length === 0) return [`${file} could not be run`];
  return failed.map(({ fullName }) => `${file}: ${fullName}`);
}

/** A journey that succeeded at its second attempt has passed, and is named: it may hide a race between page and server. */
export function countPlaywright({ stats, errors, suites }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    named: suites.flatMap(namesInSuite),
  };
}

const REMARKS = { unexpected: "", flaky: " (passed at the second attempt)" };

function namesInSuite({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status in REMARKS)
      .map(({ status }) => `${file}: ${title}${REMARKS[status]}`),
  );
  return [...own, ...suites.flatMap(namesInSuite)];
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
