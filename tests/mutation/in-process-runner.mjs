// A test runner for Stryker that stays in its process: starting Vitest once per mutant takes seconds, this takes parts of one.
import { basename } from "node:path";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { compileTests } from "./test-script.mjs";
import { fileOf } from "./vitest-lookalike.mjs";

/** Where instrumented code looks for the mutant that is active, and counts what was run. */
globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
const state = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];

function failed(id, error, start) {
  const failureMessage = String(error?.message ?? error);
  return { id, name: id, status: TestStatus.Failed, timeSpentMs: performance.now() - start, failureMessage };
}

async function runTest({ id, run }) {
  const start = performance.now();
  state.currentTestId = id;
  try {
    await run();
    return { id, name: id, status: TestStatus.Success, timeSpentMs: performance.now() - start };
  } catch (error) {
    return failed(id, error, start);
  } finally {
    state.currentTestId = undefined;
  }
}

/** Results of one file, one by one. A file that cannot even be loaded is a failed test. */
async function* runFile(file, { load, whileLoading, whileRunning, isChosen }) {
  state.activeMutant = whileLoading;
  let tests;
  try {
    tests = load(file);
  } catch (error) {
    yield failed(file, error, performance.now());
    return;
  }
  state.activeMutant = whileRunning;
  for (const test of tests) if (isChosen(test.id)) yield await runTest(test);
}

/** Whole drawings and portfolios, edited and judged twice, take seconds: they run where what they are about is broken. */
const FOR_THEIR_OWN = ["placed-products", "changed-results"].map(
  (name) => `tests/domain/assessment/${name}.test.ts`,
);

function isWorthwhile(file, brokenFile) {
  return !FOR_THEIR_OWN.includes(file) || basename(file, ".test.ts") === basename(brokenFile, ".ts");
}

/** The table of the broken file is the likeliest to notice, then what looks at the data of all checks. */
function likeliestFirst(files, brokenFile) {
  const likely = [`/${basename(brokenFile, ".ts")}.test.ts`, "/clauses.test.ts"];
  const rank = (file) => likely.findIndex((end) => file.endsWith(end));
  const isLikely = (file) => rank(file) >= 0;
  return [
    ...files.filter(isLikely).sort((a, b) => rank(a) - rank(b)),
    ...files.filter((file) => !isLikely(file)),
  ];
}

async function runUntilNoticed(files, how) {
  const results = [];
  for (const file of files)
    for await (const result of runFile(file, how)) {
      results.push(result);
      if (result.status === TestStatus.Failed) return results;
    }
  return results;
}

function createRunner() {
  let script;
  return {
    capabilities: () => ({ reloadEnvironment: true }),

    async init() {
      script = await compileTests();
    },

    async dryRun() {
      const load = script.evaluate();
      const tests = [];
      for (const file of script.files)
        for await (const result of runFile(file, { load, isChosen: () => true })) tests.push(result);
      return { status: DryRunStatus.Complete, tests, mutantCoverage: state.mutantCoverage };
    },

    async mutantRun({ activeMutant: { id, fileName }, mutantActivation, testFilter, hitLimit }) {
      const chosen = testFilter && new Set(testFilter);
      const covering = chosen ? [...new Set(testFilter.map(fileOf))] : script.files;
      const files = covering.filter((file) => isWorthwhile(file, fileName));
      Object.assign(state, { hitCount: 0, hitLimit });
      const tests = await runUntilNoticed(likeliestFirst(files, fileName), {
        load: script.evaluate(),
        whileLoading: mutantActivation === "static" ? id : undefined,
        whileRunning: id,
        isChosen: (test) => !chosen || chosen.has(test),
      });
      const outcome = { status: DryRunStatus.Complete, tests };
      return toMutantRunResult(determineHitLimitReached(state.hitCount, hitLimit) ?? outcome);
    },
  };
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", createRunner)];
