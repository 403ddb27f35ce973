import fc from "fast-check";
import { expect, test } from "vitest";
import {
  MATURITY_LEVELS,
  MEASURE_STATES,
  type MeasureContent,
  MeasureFieldsSchema,
  NOTHING_RECORDED,
  withFields,
} from "~/domain/measure/measure";
import { type MeasureKey, readMeasureKey, writeMeasureKey } from "~/domain/measure/measure-key";
import { MARK } from "~/formats/measures-workbook/layout";
import { type KnownMeasure, planImport } from "~/formats/measures-workbook/plan";
import { type ReadMeasures, readMeasures } from "~/formats/measures-workbook/read";
import { type MeasureLine, type MeasureWords, writeMeasures } from "~/formats/measures-workbook/write";
import { readWorkbook, type Sheet } from "~/formats/workbook/read-workbook";
import { writeWorkbook } from "~/formats/workbook/write-workbook";

const WORDS: MeasureWords = {
  ...{ sheet: "Measures", readMe: { sheet: "Read me", lines: ["Fill in what is yellow."] } },
  head: (column) => column,
};
const NAMED = { place: "Imaging", title: "A title", kind: "technical", group: "IAC", from: "" };

function aLine(overrides: Partial<MeasureLine> = {}): MeasureLine {
  return {
    ...{ place: { modelId: "m", zoneId: "imaging" }, measureId: "SR 1.1", version: 3, named: NAMED },
    ...{ content: NOTHING_RECORDED, ...overrides },
  };
}

async function sheetsOf(lines: ReadonlyArray<MeasureLine>): Promise<ReadonlyArray<Sheet>> {
  const read = await readWorkbook(await writeMeasures(lines, WORDS));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

function readBack(sheets: ReadonlyArray<Sheet>): ReadMeasures {
  const read = readMeasures(sheets);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

/** The same sheet with another text in one cell of the first line. */
function withCell(sheets: ReadonlyArray<Sheet>, column: number, text: string): ReadonlyArray<Sheet> {
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.number === 2 && sheet.name === "Measures"
        ? {
            ...row,
            cells: Array.from({ length: 14 }, (_, at) => (at === column ? text : (row.cells[at] ?? ""))),
          }
        : row,
    ),
  }));
}

const aText = (maxLength: number) =>
  fc.oneof(fc.string({ maxLength }), fc.string({ unit: "binary", maxLength }), fc.constant("=1+1"));

/** Anything that the use case would keep. */
const aContent: fc.Arbitrary<MeasureContent> = fc
  .record({
    state: fc.constantFrom(...MEASURE_STATES),
    owner: aText(40),
    evidence: aText(60),
    dueOn: fc.constantFrom("", "2027-01-31", "1999-12-31"),
    maturity: fc.constantFrom("", ...MATURITY_LEVELS),
    reason: aText(30),
    note: fc.array(aText(20), { maxLength: 3 }).map((lines) => lines.join("\n")),
  })
  .map((typed) => MeasureFieldsSchema.safeParse(typed))
  .filter((read) => read.success)
  .map((read) => withFields(NOTHING_RECORDED, read.data ?? {}));

test("a workbook that nobody has touched changes nothing, whatever was written down", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aContent, { minLength: 1, maxLength: 6 }), async (contents) => {
      const lines = contents.map((content, index) => aLine({ measureId: `SR 1.${index + 1}`, content }));
      const read = readBack(await sheetsOf(lines));
      expect(read.problems).toEqual([]);
      const knownOf = ({ measureId }: MeasureKey) => lines.find((line) => line.measureId === measureId);
      const plan = planImport(read, knownOf);
      // Text that no workbook can hold (XML 1.0) comes back without it.
      const holdable = lines.filter(
        ({ content }) => !/[\uFFFE\uFFFF]|\p{Cs}/u.test(JSON.stringify(Object.values(content).join())),
      );
      const touched = plan.planned.filter(({ measureId }) =>
        holdable.some((line) => line.measureId === measureId),
      );
      expect(touched).toEqual([]);
      expect(plan.lost.every(({ code }) => code === "reason-missing")).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("keys are read back as they were written, and nothing else is a key", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.string({ minLength: 1 }),
      fc.string(),
      fc.nat(),
      (modelId, zoneId, measureId, version) => {
        const key = { place: { modelId, zoneId }, measureId, version };
        expect(readMeasureKey(writeMeasureKey(key))).toEqual(key);
        expect(readMeasureKey(writeMeasureKey({ ...key, place: null }))).toEqual({ ...key, place: null });
      },
    ),
  );
  for (const text of [
    "",
    "x",
    "{}",
    "[]",
    '["m","","SR 1.1",0]',
    '["m","z","SR 1.1","0"]',
    '["m","z","SR 1.1",0.5]',
  ])
    expect(readMeasureKey(text)).toBeNull();
});

const CELLS: ReadonlyArray<[string, number, string, object]> = [
  ["a key that somebody typed over", 0, "SR 1.1", { field: "key", column: "A", code: "damaged-key" }],
  ["a state of one's own words", 7, "nearly", { field: "state", column: "H", code: "unknown-value" }],
  ["an owner too long for a line", 8, "x".repeat(201), { field: "owner", column: "I", code: "too-long" }],
  ["a due day that is none", 10, "31.2.2027", { field: "dueOn", column: "K", code: "invalid-date" }],
  ["a fifth level", 11, "5", { field: "maturity", column: "L", code: "unknown-value" }],
  [
    "a note that reads backwards",
    13,
    "\u202Eabc",
    { field: "note", column: "N", code: "deceptive-characters" },
  ],
];

test.each(CELLS)("%s is listed with its cell and changes nothing", async (_what, column, text, problem) => {
  const content = { ...NOTHING_RECORDED, state: "in-progress", owner: "Ward" } as const;
  const read = readBack(withCell(await sheetsOf([aLine({ content })]), column, text));
  expect(read.problems).toEqual([expect.objectContaining({ row: 2, ...problem })]);
  expect(planImport(read, () => ({ version: 3, content })).planned).toEqual([]);
});

test("the same line twice counts once, and a file without our mark is none of ours", async () => {
  const sheets = await sheetsOf([aLine(), aLine()]);
  expect(readBack(sheets).problems).toEqual([expect.objectContaining({ row: 3, code: "named-twice" })]);
  const other = await readWorkbook(
    new Uint8Array(await (await writeWorkbook("List", [["State"], ["in-place"]])).arrayBuffer()),
  );
  if (!other.ok) throw new Error("unreadable");
  expect(readMeasures(other.value)).toEqual({ ok: false, refusal: { code: "not-measures" } });
  expect(readMeasures(await sheetsOf([]))).toEqual({ ok: false, refusal: { code: "no-lines" } });
  expect(sheets[0]?.rows[0]?.cells[0]).toBe(MARK);
});

const EFFECTS: ReadonlyArray<[string, KnownMeasure | undefined, string, string]> = [
  ["nothing stands there", { version: 3, content: NOTHING_RECORDED }, "in-place", "fills"],
  [
    "something stands there",
    { version: 3, content: { ...NOTHING_RECORDED, state: "in-progress" } },
    "in-place",
    "replaces",
  ],
  ["somebody was quicker", { version: 4, content: NOTHING_RECORDED }, "In place", "stale"],
  ["the zone need not have it any more", undefined, "in-place", "not-required"],
  [
    "nobody says why it has no use",
    { version: 3, content: NOTHING_RECORDED },
    "not-applicable",
    "reason-missing",
  ],
];

test.each(EFFECTS)("where %s the plan says so", async (_what, known, state, expected) => {
  const read = readBack(withCell(await sheetsOf([aLine()]), 7, state));
  const plan = planImport(read, () => known);
  const [planned] = plan.planned;
  expect(planned?.effect ?? plan.lost[0]?.code).toBe(expected);
  if (planned)
    expect(planned.changes).toEqual([expect.objectContaining({ field: "state", after: "in-place" })]);
});
