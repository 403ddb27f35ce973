import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listParts, MOST_PARTS } from "~/intake/list-parts";
import { listPartsInProcess, readNoticeInProcess } from "~/intake/read-in-process.server";
import { accepted, refusalOf } from "../builders/declaration";
import { anSbom } from "../builders/sbom";

let folder = "";
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "cordon-parts-"));
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const CPE = "cpe:2.3:a:maker:bare:1:*:*:*:*:*:*:*";
const at = { signal: new AbortController().signal, tell: () => undefined };

test("a list of components gives each of them once, by name, version, package URL and CPE", () => {
  const twice = {
    type: "library",
    group: "org.x",
    name: "radio",
    version: "1.2",
    purl: "pkg:maven/org.x/radio@1.2",
  };
  const sbom = {
    ...{ bomFormat: "CycloneDX", specVersion: "1.6" },
    components: [twice, { ...twice, "bom-ref": "again" }, { type: "library", name: "bare", cpe: CPE }],
  };
  expect(listParts(bytesOf(sbom))).toEqual({
    ...{ componentCount: 3, isCut: false },
    parts: [
      { name: "radio", version: "1.2", purl: "pkg:maven/org.x/radio@1.2", cpe: "" },
      { name: "bare", version: "", purl: "", cpe: CPE },
    ],
  });
});

test("a file that is no list has no parts, and of a huge one the first are kept and the cut is told", () => {
  for (const text of ["", "{", "{}", "<a/>", "Hello"])
    expect(listParts(new TextEncoder().encode(text))).toBe(null);
  const large = listParts(anSbom(MOST_PARTS + 5));
  expect([large?.componentCount, large?.isCut, large?.parts.length]).toEqual([
    MOST_PARTS + 5,
    true,
    MOST_PARTS,
  ]);
  expect(listParts(anSbom(MOST_PARTS))?.isCut).toBe(false);
});

test("both are read in a process of its own, and what brings it down is refused", async () => {
  const file = path.join(folder, "list.json");
  await fs.writeFile(file, anSbom(3));
  expect(accepted(await listPartsInProcess({ partsIn: file }, at))).toMatchObject({ componentCount: 3 });
  const nowhere = path.join(folder, "nowhere");
  expect(refusalOf(await listPartsInProcess({ partsIn: nowhere }, at)).code).toBe("could-not-be-read");
  await fs.writeFile(file, anSbom(150_000));
  const limits = { memoryMb: 120, timeMs: 120_000 };
  expect(refusalOf(await listPartsInProcess({ partsIn: file }, at, limits)).code).toBe(
    "took-too-much-memory",
  );

  const csaf = {
    document: { csaf_version: "2.0", category: "csaf_vex", title: "Radio" },
    vulnerabilities: [],
  };
  await fs.writeFile(file, bytesOf(csaf));
  expect(accepted(accepted(await readNoticeInProcess({ noticeIn: file, releases: [] }, at)))).toMatchObject({
    content: { title: "Radio" },
  });
  await fs.writeFile(file, "{");
  expect(refusalOf(accepted(await readNoticeInProcess({ noticeIn: file, releases: [] }, at))).code).toBe(
    "not-json",
  );
});
