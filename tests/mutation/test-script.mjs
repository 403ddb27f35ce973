// All tests as one script, evaluated anew for every mutant: modules that keep what they have worked out start empty.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { Script } from "node:vm";
import { build } from "esbuild";
import { collector } from "./vitest-lookalike.mjs";

/** What must notice a broken check engine: its own tests, and no other. Tables come before properties: they are quicker. */
const FOLDERS = [
  "tests/checks",
  "tests/domain/requirement",
  "tests/domain/security-level",
  "tests/domain/policy",
  "tests/domain/assessment",
];
/** It reads sources, and those are changed here. */
const LEFT_OUT = "tests/checks/parity.test.ts";

function testFiles() {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map((name) => join(folder, name))
      .filter((file) => file.endsWith(".test.ts") && file !== LEFT_OUT)
      .sort(),
  );
  const isProperty = (file) => /propert|engine/.test(file);
  return [...files.filter((file) => !isProperty(file)), ...files.filter(isProperty)];
}

/** Properties draw hundreds of cases, too many to run once per mutant. */
const drawFewCases = {
  name: "draw-few-cases",
  setup({ onResolve }) {
    onResolve({ filter: /^fast-check$/ }, ({ importer }) =>
      importer.endsWith("few-cases.ts") ? undefined : { path: resolve("tests/mutation/few-cases.ts") },
    );
  },
};

/**
 * Bundles the tests of the current folder. `evaluate` begins anew and returns what loads one of the files, with all it imports
 * and nobody has imported before: a function from the file to its tests.
 */
export async function compileTests() {
  const files = testFiles();
  const bodies = files.map((file) => `"${file}": () => require("./${file}"),`).join("\n");
  const { outputFiles } = await build({
    stdin: { contents: `files = {${bodies}};`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20",
    alias: { "~": resolve("app") },
    packages: "external",
    plugins: [drawFewCases],
    logLevel: "error",
  });
  const code = `(function (require) { let files;\n${outputFiles[0].text}\nreturn files; })`;
  const script = new Script(code, { filename: "tests.js" });
  const find = createRequire(resolve("package.json"));
  return {
    files,
    evaluate() {
      const { vitest, load } = collector();
      const bodies = script.runInThisContext()((name) => (name === "vitest" ? vitest : find(name)));
      return (file) => load(file, bodies[file]);
    },
  };
}
