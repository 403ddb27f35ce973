import { mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fromRoot } from "./root.mjs";

/** Modules with a compiled part cannot be bundled; they are found in node_modules at run time. */
const NATIVE = ["better-sqlite3", "@node-rs/argon2", "pg-native"];

/** Bundles a TypeScript entry and all it imports into one ES module for Node. Both paths are absolute. */
export async function bundleForNode({ entry, outFile }) {
  const { build } = await import("vite");
  // Built aside and renamed, so that two commands started at once never read half a file.
  const draft = `${dirname(outFile)}.${process.pid}`;
  await build({
    configFile: false,
    root: fromRoot(),
    logLevel: "warn",
    resolve: { alias: { "~": fromRoot("app"), "~db": fromRoot("db") } },
    ssr: { target: "node", noExternal: true, external: NATIVE },
    build: {
      ssr: entry,
      outDir: draft,
      emptyOutDir: true,
      copyPublicDir: false,
      target: "node20",
      minify: false,
      rollupOptions: {
        output: { format: "es", entryFileNames: basename(outFile), inlineDynamicImports: true },
      },
    },
  });
  mkdirSync(dirname(outFile), { recursive: true });
  renameSync(join(draft, basename(outFile)), outFile);
  rmSync(draft, { recursive: true, force: true });
}
