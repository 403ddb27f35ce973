import { fromRoot, readJson } from "./root.mjs";

function toNumbers(version) {
  return version.replace(/^v/, "").split("-")[0].split(".").map(Number);
}

function isAtLeast(version, least) {
  const [a, b] = [toNumbers(version), toNumbers(least)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 || a[at] > b[at];
}

function isInAlternative(version, alternative) {
  const [, operator, least] = /^(\^|>=)\s*(\d+\.\d+\.\d+)$/.exec(alternative.trim()) ?? [];
  if (!operator)
    throw new Error(`engines.node: only "^x.y.z" and ">=x.y.z" are understood, not "${alternative}"`);
  const isSameMajor = toNumbers(version)[0] === toNumbers(least)[0];
  return isAtLeast(version, least) && (operator === ">=" || isSameMajor);
}

/** `range` as package.json writes it here: `^x.y.z` and `>=x.y.z`, joined by `||`. */
export function isSupportedNode(version, range) {
  return range.split("||").some((alternative) => isInAlternative(version, alternative));
}

/** Ends the process with a sentence a person can act on, before anything fails in a riddle. */
export function requireSupportedNode(exitCode = 1) {
  const range = readJson(fromRoot("package.json")).engines.node;
  if (isSupportedNode(process.version, range)) return;
  console.error(`Cordon needs Node ${range}; this is Node ${process.version} (${process.execPath}).`);
  console.error("Install a supported release of Node and start again.");
  process.exit(exitCode);
}
