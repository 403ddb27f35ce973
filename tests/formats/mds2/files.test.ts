import fc from "fast-check";
import { expect, test } from "vitest";
import type { Mds2 } from "~/domain/declaration/mds2";
import { readMerges } from "~/formats/mds2/merges";
import { parseMds2 } from "~/formats/mds2/parse";
import { readMds2File } from "~/formats/mds2/read-file";
import { writeMds2Csv, writeMds2Workbook } from "~/formats/mds2/write";
import { answersOf, FORM, HEAD, HEADS, type Rows, read, SECTIONS, SMALL, table } from "./forms";
import { bytesOf, mergedWorkbook, workbookOf } from "./workbooks";

test("merged cells answer for every row that they cover, and say so", async () => {
  const bytes = await mergedWorkbook(
    [
      HEAD,
      ["CSUP-4", "", "No", ""],
      ["CSUP-4.1", "", "N/A", "no anti-malware"],
      ["CSUP-4.2", "", "", ""],
      ["CSUP-4.3", "", "", ""],
      ["CSUP-5", "", "Yes", ""],
    ],
    ["C3:C5", "D3:D5", "A8:B8"],
  );
  const reading = await readMds2File(bytes, FORM);
  if (!reading.ok) throw new Error(reading.refusal.code);
  expect(answersOf(reading.value)).toEqual({
    "CSUP-4": "No",
    "CSUP-4.1": "N/A: no anti-malware",
    "CSUP-4.2": "N/A: no anti-malware",
    "CSUP-4.3": "N/A: no anti-malware",
    "CSUP-5": "Yes",
  });
  expect(reading.value.entries.filter(({ isMerged }) => isMerged).map(({ question }) => question)).toEqual([
    "CSUP-4.2",
    "CSUP-4.3",
  ]);
});

test("a workbook with thousands of unfinished merges in a comment is refused at once", async () => {
  const bytes = await mergedWorkbook(SMALL, ["C2:C3"], `<!--${"<mergeCell ".repeat(80_000)}-->`);
  expect(await readMds2File(bytes, FORM)).toEqual({ ok: false, refusal: { code: "damaged-workbook" } });
  expect(readMerges(bytes).get("MDS2")).toEqual([{ top: 1, left: 2, bottom: 2, right: 2 }]);
});

test("long white space in thousands of cells costs nothing", () => {
  const rows = Array.from({ length: 3_000 }, (_, n) => [`ALOF-${n % 3}`, "", `x${" ".repeat(20_000)}y`, ""]);
  expect(read([...SMALL, ...rows]).problemCount).toBeGreaterThan(1_000);
});

test("the sheet with the questions is found among others", async () => {
  const bytes = await workbookOf([
    ["Instructions", [["Fill in every row"], ["Note 4: as of release 3"]]],
    ["MDS2 Worksheet", [...SMALL.map((row) => [...row]), ["AUTH-2", "", "See note 4", ""]]],
  ]);
  const reading = await readMds2File(bytes, FORM);
  expect(reading.ok && reading.value.sheet).toBe("MDS2 Worksheet");
  expect(reading.ok && answersOf(reading.value)["AUTH-2"]).toBe("See note: as of release 3");
});

test.each<[string, Rows]>([
  ["by its name", [["HIMSS/NEMA Standard HN 1-2013"], ["A", "Can this device display private data?", "Yes"]]],
  ["by its numbering", Array.from({ length: 12 }, (_, index) => [`1-${index + 1}`, "Question", "Yes", ""])],
])("the edition of 2013 is recognised %s and refused", (_how, rows) => {
  expect(parseMds2([table(rows)], FORM)).toEqual({ ok: false, refusal: { code: "edition-2013" } });
});

test.each<[string, Uint8Array, string]>([
  ["nothing", new Uint8Array(), "empty"],
  ["another table", new TextEncoder().encode("name,zone\nMRI,Imaging\n"), "no-questions"],
  ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), "old-workbook"],
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), "not-text"],
  ["more bytes than any form has", new Uint8Array(10 * 1024 * 1024 + 1), "too-large-file"],
])("%s is refused", async (_name, bytes, code) => {
  expect(await readMds2File(bytes, FORM)).toMatchObject({ ok: false, refusal: { code } });
});

test("a damaged workbook or CSV answers every time and never throws", async () => {
  const form: Mds2 = {
    edition: "2019",
    releasedOn: null,
    answers: { "ALOF-1": { answer: "Yes", note: "x" } },
  };
  const files = [
    await bytesOf(await writeMds2Workbook(form, SECTIONS, { heads: HEADS, sheet: "MDS2" })),
    new TextEncoder().encode(writeMds2Csv(form, SECTIONS, HEADS)),
  ];
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(200_000), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      async (file, changes) => {
        const bytes = Uint8Array.from(file);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const reading = await readMds2File(bytes, FORM);
        if (reading.ok) expect(reading.value.entries.length).toBeLessThanOrEqual(240);
        answered += 1;
      },
    ),
    { numRuns: 150 },
  );
  expect(answered).toBeGreaterThanOrEqual(150);
});
