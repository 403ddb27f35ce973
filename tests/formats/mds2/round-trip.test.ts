import fc from "fast-check";
import { expect, test } from "vitest";
import { MDS2_ANSWERS } from "~/domain/declaration/fact-values";
import { type Mds2, Mds2Schema } from "~/domain/declaration/mds2";
import { readMds2File } from "~/formats/mds2/read-file";
import { mds2Fact } from "~/formats/mds2/to-fact";
import { mds2Rows, writeMds2Csv, writeMds2Workbook } from "~/formats/mds2/write";
import { FORM, HEADS, read, SECTIONS, SMALL } from "./forms";
import { bytesOf } from "./workbooks";

test("all 240 questions come back, answered or not, whatever the catalogue calls them", () => {
  expect(FORM).toHaveLength(240);
  const everything: Mds2 = {
    edition: "2019",
    releasedOn: "2026-03-20",
    answers: Object.fromEntries(
      FORM.filter(({ answerType }) => answerType !== "date").map(({ id }, index) => {
        const answer = MDS2_ANSWERS[index % 4] ?? "Yes";
        return [id, { answer, note: `reason ${index}` }];
      }),
    ),
  };
  const reading = read(mds2Rows(everything, SECTIONS, HEADS));
  expect(mds2Fact(reading)).toEqual(everything);
  expect(reading).toMatchObject({ missing: [], unanswered: [], problems: [], readAs: [], headRow: 1 });
  const empty = read(mds2Rows({ edition: "2019", releasedOn: null, answers: {} }, SECTIONS, HEADS));
  expect(empty.unanswered).toHaveLength(240);
  expect(empty.entries).toEqual([]);
});

const noteText = fc
  .string({ unit: "grapheme", maxLength: 60 })
  .map((text) => text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, " ").trim())
  .filter((text) => !/^\W*(note|see|pozn|anm|uwaga|nota|remarque|voir|viz|siehe|opmerking|#?\d)/i.test(text));
const filledForm = fc
  .record({
    releasedOn: fc.option(
      fc
        .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    ),
    answers: fc.dictionary(
      fc.constantFrom(...FORM.filter(({ answerType }) => answerType !== "date").map(({ id }) => id)),
      fc.record({ answer: fc.constantFrom(...MDS2_ANSWERS), note: noteText }),
      { minKeys: 1, maxKeys: 40 },
    ),
  })
  .map(({ releasedOn, answers }): Mds2 => {
    const given = Object.entries(answers).map(([id, { answer, note }]) => {
      const isInWords = FORM.find((one) => one.id === id)?.answerType !== "yes-no";
      // An answer in words has no word and a note beside it: one of the two is all it says.
      return [
        id,
        isInWords && answer === "See note" && note === "" ? { answer: "Yes" as const } : { answer, note },
      ];
    });
    return Mds2Schema.parse({
      edition: "2019",
      releasedOn,
      answers: Object.fromEntries(
        given.map(([id, one]) => [
          id,
          typeof one === "object" && "note" in one && one.note === "" ? { answer: one.answer } : one,
        ]),
      ),
    });
  });

test("a filled form that Cordon writes as CSV or XLSX reads back to the same statement", async () => {
  await fc.assert(
    fc.asyncProperty(filledForm, fc.boolean(), async (form, asWorkbook) => {
      const bytes = asWorkbook
        ? await bytesOf(await writeMds2Workbook(form, SECTIONS, { heads: HEADS, sheet: "MDS2" }))
        : new TextEncoder().encode(writeMds2Csv(form, SECTIONS, HEADS));
      const reading = await readMds2File(bytes, FORM);
      expect(reading.ok && mds2Fact(reading.value)).toEqual(form);
    }),
    { numRuns: 40 },
  );
});

test("what is read is what domain/declaration accepts", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 6 }), { maxLength: 8 }),
      (noise) => {
        const reading = read([...SMALL, ["AUDT-1", "", "Yes", "\u202Ex\u0000y".repeat(1500)], ...noise]);
        expect(Mds2Schema.safeParse(mds2Fact(reading)).success).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
