// @ts-check
// While developing and in tests there is no bundle: Vite loads the worker as it loads everything else.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
await runnerImport(fileURLToPath(new URL("worker.ts", import.meta.url)), {
  configFile: false,
  root,
  logLevel: "error",
  resolve: { alias: { "~": `${root}app` } },
});
