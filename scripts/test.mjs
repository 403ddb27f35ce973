// `npm test`: every check, also after a failing one, so that all failures are seen at once. Its last line is the tally.
import { parseArgs } from "node:util";
import { checkBuild, checkJourneys, checkLint, checkTypes, checkVitest } from "./lib/checks.mjs";
import { interruptedCode } from "./lib/children.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { requireSupportedNode } from "./lib/node-version.mjs";
import { say } from "./lib/progress.mjs";
import { addCounts, describeCounts, NOTHING, ONE_FAILED } from "./lib/results.mjs";

const CHECKS = {
  lint: checkLint,
  types: checkTypes,
  build: checkBuild,
  vitest: checkVitest,
  journeys: checkJourneys,
};
/** The first stage has two lanes for two cores; tests may read the build, so they come after it. */
const STAGES = [[["lint", "types"], ["build"]], [["vitest"]], [["journeys"]]];
const WITH_TESTS = ["vitest", "journeys"];

function readChosen() {
  const { values } = parseArgs({ options: { only: { type: "string", multiple: true } } });
  const chosen = values.only ?? Object.keys(CHECKS);
  const unknown = chosen.filter((name) => !Object.hasOwn(CHECKS, name));
  if (unknown.length === 0) return chosen;
  say(`--only ${unknown.join(", ")}: choose from ${Object.keys(CHECKS).join(", ")}`);
  process.exit(2);
}

async function runCheck(name) {
  try {
    return { name, ...(await CHECKS[name]()) };
  } catch (error) {
    say(`✗ ${name}: ${error.stack}`);
    return { name, ...ONE_FAILED };
  }
}

async function runLane(names) {
  const outcomes = [];
  for (const name of names) if (!interruptedCode()) outcomes.push(await runCheck(name));
  return outcomes;
}

async function runStages(chosen) {
  const outcomes = [];
  for (const stage of STAGES) {
    const lanes = stage.map((lane) => lane.filter((name) => chosen.includes(name)));
    outcomes.push(...(await Promise.all(lanes.map(runLane))).flat());
  }
  return outcomes;
}

async function runChosen(chosen) {
  if (!(await ensureInstalled())) return [{ name: "install", ...ONE_FAILED }];
  return runStages(chosen);
}

function exitCodeOf({ passed, failed }, chosen) {
  if (interruptedCode()) return interruptedCode();
  // A run that was asked for tests and found none has proven nothing.
  const hasProof = passed > 0 || !chosen.some((name) => WITH_TESTS.includes(name));
  return failed === 0 && hasProof ? 0 : 1;
}

function tellOutcome(outcomes, chosen) {
  const total = outcomes.reduce(addCounts, interruptedCode() ? ONE_FAILED : NOTHING);
  const failing = outcomes.filter(({ failed }) => failed > 0).map(({ name }) => name);
  if (total.named.length > 0) say(["", "To look at:", ...total.named].join("\n  "));
  if (failing.length > 0) say(`\nNot green: ${failing.join(", ")}`);
  process.exitCode = exitCodeOf(total, chosen);
  process.stdout.write(`${describeCounts(total)}\n`);
}

requireSupportedNode();
const chosen = readChosen();
tellOutcome(await runChosen(chosen), chosen);
