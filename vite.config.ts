import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";

const ZOD_SETTINGS = "__zod_globalConfig = {}";

/**
 * Zod tries `new Function` to see whether it may compile; our CSP forbids that, and browsers report it on every page
 * with a schema. Switched off inside zod, because modules that define schemas may run before any setting of ours.
 */
const zodWithoutEval: Plugin = {
  name: "zod-without-eval",
  transform(code, id) {
    if (!id.endsWith("/zod/v4/core/core.js")) return undefined;
    if (!code.includes(ZOD_SETTINGS)) this.error("zod keeps its settings elsewhere now: see vite.config.ts");
    return { code: code.replace(ZOD_SETTINGS, "__zod_globalConfig = { jitless: true }"), map: null };
  },
};

/** Files of strangers are read by a process of its own, whose entry stands beside the server's: see app/intake. */
const readerOfFiles: Plugin = {
  name: "reader-of-files",
  apply: (_config, { command, isSsrBuild = false }) => command === "build" && isSsrBuild,
  buildStart() {
    this.emitFile({ type: "chunk", id: "app/intake/worker.ts", fileName: "intake-worker.js" });
  },
};

export default defineConfig({
  plugins: [
    zodWithoutEval,
    readerOfFiles,
    tailwindcss(),
    !process.env.VITEST && remix(remixConfig),
    tsconfigPaths(),
  ],
  // Workers are built by themselves.
  worker: { format: "es", plugins: () => [zodWithoutEval, tsconfigPaths()] },
  optimizeDeps: {
    include: [
      "react-aria-components",
      "@xyflow/react",
      "elkjs/lib/elk-api.js",
      "zod",
      "i18next",
      "react-i18next",
      "@noble/hashes/sha2.js",
    ],
    // Vite looks for the browser's dependencies in routes, whose server half names these.
    exclude: ["@node-rs/argon2", "better-sqlite3", "drizzle-orm", "pg", "pino", "express"],
  },
  build: {
    target: "es2022",
    // PGlite is for tests only; the server must not bundle it.
    rollupOptions: {
      external: ["@electric-sql/pglite", "drizzle-orm/pglite", "drizzle-orm/pglite/migrator"],
    },
  },
});
