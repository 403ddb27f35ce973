import { existsSync } from "node:fs";
import { interruptedCode, runChild } from "./children.mjs";
import { say } from "./progress.mjs";
import { fromRoot } from "./root.mjs";

const SERVER = fromRoot("app", "server", "main.mjs");

/** Runs the server until it ends; resolves to the exit code to hand on (0 after a clean stop). */
export async function runServer(args, mode) {
  if (!existsSync(SERVER)) {
    say(`${SERVER} is missing: is this checkout complete?`);
    return 1;
  }
  const env = { ...process.env, NODE_ENV: mode };
  const { code, error } = await runChild(process.execPath, [SERVER, ...args], {
    cwd: fromRoot(),
    env,
    stdio: "inherit",
  });
  if (error) say(`The server could not be started: ${error.message}`);
  if (code !== 0 && !interruptedCode()) say(`The server ended with exit code ${code}.`);
  return code;
}
