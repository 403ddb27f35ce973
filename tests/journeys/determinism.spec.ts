import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { build } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import type { Assessment } from "~/domain/assessment/assessment";
import { CHECKS } from "~/domain/assessment/checks";
import type * as both from "./assess-in-both";
import type { Pair, Written } from "./assess-in-both";

type Both = typeof both;
/** In the page the functions are members of the window. */
type WithBoth = typeof globalThis & { both: Both };

const SEED = 20_261_121;
const ARBITRARY_PAIRS = 150;

const root = join(import.meta.dirname, "..", "..");

/** The domain as one module, without a server, so that the very same text runs in both places. */
async function bundle(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins: [tsconfigPaths()],
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry: join(import.meta.dirname, "assess-in-both.ts"), formats: ["es"], fileName: "both" },
    },
  });
  const [first] = [built].flat();
  const chunk = first && "output" in first ? first.output[0] : undefined;
  if (!chunk) throw new Error("nothing was bundled");
  return chunk.code;
}

async function loadInNode(code: string): Promise<Both> {
  const cache = join(root, ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "determinism-"));
  const file = join(folder, "both.mjs");
  writeFileSync(file, code);
  const loaded: Both = await import(pathToFileURL(file).href);
  rmSync(folder, { recursive: true });
  return loaded;
}

async function loadInBrowser(page: Page, code: string): Promise<void> {
  await page.goto("about:blank");
  const script = JSON.stringify(code);
  await page.evaluate(
    `import(URL.createObjectURL(new Blob([${script}], { type: "text/javascript" }))).then((both) => { window.both = both; })`,
  );
}

let node: Both;
let code: string;
test.beforeAll(async () => {
  code = await bundle();
  node = await loadInNode(code);
});
test.beforeEach(({ page }) => loadInBrowser(page, code));

/** Where they differ only the first difference is worth reading. */
function expectSame(inBrowser: ReadonlyArray<Written>, inNode: ReadonlyArray<Written>): void {
  expect(inBrowser).toHaveLength(inNode.length);
  const place = inNode.findIndex(
    ({ bytes, fingerprint }, at) =>
      inBrowser[at]?.bytes !== bytes || inBrowser[at]?.fingerprint !== fingerprint,
  );
  expect(inBrowser[place], `pair ${place}`).toEqual(inNode[place]);
}

function checksIn(written: ReadonlyArray<Written>): ReadonlySet<string> {
  const findings = written.flatMap(({ bytes }) => (JSON.parse(bytes) as Assessment).findings);
  return new Set(findings.map(({ checkId }) => checkId));
}

test("the demo's products in its zones give the same bytes and fingerprints in Node and in the browser", async ({
  page,
}) => {
  const inNode = node.demoPairs().map(node.write);
  expect(inNode.length).toBeGreaterThan(12 * 10);
  expect(new Set(inNode.map(({ fingerprint }) => fingerprint)).size).toBeGreaterThan(12);
  const inBrowser = await page.evaluate(() => {
    // Put there when the page was loaded.
    const { demoPairs, write } = (window as unknown as WithBoth).both;
    return demoPairs().map(write);
  });
  expectSame(inBrowser, inNode);
});

test("whatever can be demanded and declared gives the same bytes in both, after a journey as JSON", async ({
  page,
}) => {
  const pairs = node.arbitraryPairs(SEED, ARBITRARY_PAIRS);
  const inNode = pairs.map(node.write);
  // Of nearly every check something was said: what was never judged was not compared.
  expect(checksIn(inNode).size).toBeGreaterThan(0.9 * CHECKS.length);
  const sent: ReadonlyArray<Pair> = JSON.parse(JSON.stringify(pairs));
  expectSame(sent.map(node.write), inNode);
  const inBrowser = await page.evaluate((received) => {
    // Put there when the page was loaded.
    const { write } = (window as unknown as WithBoth).both;
    return received.map((pair) => write(pair));
  }, sent);
  expectSame(inBrowser, inNode);
});
