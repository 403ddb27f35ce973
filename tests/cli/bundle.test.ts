import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AssessmentFileSchema } from "~/formats/cordon-json/assessment-schema";

/** The command line as people run it: one bundled file, a process of its own, no node_modules beside it. */
const folder = mkdtempSync(join(tmpdir(), "cordon-bundle-"));
const bundle = join(folder, "cli", "cordon.js");
const build = `
  import { bundleForNode } from ${JSON.stringify(resolve("scripts/lib/bundle.mjs"))};
  await bundleForNode({ entry: ${JSON.stringify(resolve("app/cli/cordon.ts"))}, outFile: ${JSON.stringify(bundle)} });
`;

type Ended = { code: number; out: string; error: string };

function node(...args: ReadonlyArray<string>): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: folder }, (failure, out, error) =>
      done({ code: failure ? Number(failure.code) : 0, out, error }),
    );
  });
}

beforeAll(async () => {
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const built = await node("--input-type=module", "--eval", build);
  if (built.code !== 0) throw new Error(built.error);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("from an example to a verdict, with paths from where the caller stands", async () => {
  expect(await node(bundle, "example")).toMatchObject({ code: 0, error: "" });
  const checked = await node(
    bundle,
    "check",
    "--zone",
    "zone.json",
    "--declaration",
    "declaration.json",
    "--json",
  );
  expect(checked).toMatchObject({ code: 0, error: "" });
  expect(AssessmentFileSchema.parse(JSON.parse(checked.out)).verdict).toBe("conforms-with-conditions");
});

test("bad input ends with 3 and an empty standard output", async () => {
  const refused = await node(
    bundle,
    "check",
    "--zone",
    "nowhere.json",
    "--declaration",
    "declaration.json",
    "--json",
  );
  expect(refused).toMatchObject({ code: 3, out: "" });
  expect(refused.error).toContain("nowhere.json");
});

test("--help ends with 0", async () => {
  expect(await node(bundle, "--help")).toMatchObject({ code: 0, error: "" });
});
