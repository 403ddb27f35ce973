import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { interruptedCode, runChild } from "./children.mjs";
import { say, startProgress } from "./progress.mjs";
import { fromCache, fromRoot } from "./root.mjs";

function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, "w");
}

/** Vite ends an error with a list of every file it watched, npm starts with complaints about other people's settings. */
const NOISE = [/^ *watchFiles: \[[^\]]*\],?\n/gm, /^npm warn Unknown .*\n/gm, /^ +at .*node_modules.*\n/gm];

function tailOf(text, lines) {
  const telling = NOISE.reduce((rest, noise) => rest.replace(noise, ""), text);
  return telling.trimEnd().split("\n").slice(-lines);
}

function showFailure({ title, logFile, explain, lines, error }) {
  const output = readFileSync(logFile, "utf8");
  say(`\n── ${title}: last lines of ${logFile}`);
  for (const line of tailOf(output, lines)) say(`   ${line}`);
  if (error) say(`   ${error.message}`);
  const advice = explain?.(output);
  if (advice) say(`\n→ ${advice}`);
  say("");
}

/**
 * Runs one long command with its output in .cache/logs/<log>.log; shows the last lines and, where `explain` finds a
 * known cause in the output, what to do about it. Resolves to whether it succeeded.
 */
export async function runStep({
  title,
  log,
  command,
  args,
  env = {},
  cwd = fromRoot(),
  explain,
  lines = 25,
}) {
  const logFile = fromCache("logs", `${log}.log`);
  const output = openLog(logFile);
  const finish = startProgress(title);
  const options = { cwd, env: { ...process.env, ...env }, stdio: ["ignore", output, output] };
  const onStop = () => say(`Stopping: ${title} … (once more to stop at once)`);
  const { code, error } = await runChild(command, args, options, { onStop });
  closeSync(output);
  finish(code === 0);
  if (code !== 0 && !interruptedCode()) showFailure({ title, logFile, explain, lines, error });
  return code === 0;
}

/** Ends the process after a step that everything else depends on; the step has already said why. */
export function stopUnless(isDone, exitCode = 1) {
  if (!isDone) process.exit(interruptedCode() ?? exitCode);
}
