import fc from "fast-check";
import { expect, test } from "vitest";
import { AttachmentField, toPostedAttachment } from "~/domain/procurement/attachment";
import { REQUEST_STATES } from "~/domain/procurement/request";
import { daysToAnswer, lotsOf, mayRemindAgain, tenderProgress } from "~/domain/procurement/tender";
import { addDays } from "~/domain/shared/iso-date";

const NOW = new Date("2026-11-21T10:00:00.000Z");

test("every request counts in exactly one part of the progress", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...REQUEST_STATES)), (states) => {
      const { total, waiting, accepted, answered, ended } = tenderProgress(states);
      expect(total).toBe(states.length);
      expect(waiting + accepted + answered + ended).toBe(total);
    }),
  );
});

test.each([
  ["sent", "waiting"],
  ["accepted", "accepted"],
  ["declared", "answered"],
  ["decided", "answered"],
  ["declined", "ended"],
  ["withdrawn", "ended"],
] as const)("a request that is %s counts as %s", (state, part) => {
  expect(tenderProgress([state])).toMatchObject({ total: 1, [part]: 1 });
});

test("places that ask the same are one lot, in the order of their first, and none is lost", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ id: fc.nat(), demand: fc.constantFrom("a", "b", "c") }), {
        selector: ({ id }) => id,
      }),
      (places) => {
        const lots = lotsOf(places, ({ demand }) => demand);
        expect(lots.flat().toSorted((a, b) => a.id - b.id)).toEqual(places.toSorted((a, b) => a.id - b.id));
        for (const lot of lots) expect(new Set(lot.map(({ demand }) => demand)).size).toBe(1);
        expect(lots.map(([first]) => first?.demand)).toEqual([
          ...new Set(places.map(({ demand }) => demand)),
        ]);
      },
    ),
  );
});

test("everybody is reminded again only a day later", () => {
  const DAY_MS = 86_400_000;
  expect(mayRemindAgain(null, NOW)).toBe(true);
  expect(mayRemindAgain(new Date(NOW.getTime() - DAY_MS + 1), NOW)).toBe(false);
  expect(mayRemindAgain(new Date(NOW.getTime() - DAY_MS), NOW)).toBe(true);
});

test("days to answer are those between the two, at least one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000 }), (days) => {
      expect(daysToAnswer("2026-11-21", addDays("2026-11-21", days))).toBe(days);
    }),
  );
  expect(daysToAnswer("2026-11-21", "2026-11-21")).toBe(1);
  expect(daysToAnswer("2026-11-21", "2026-11-01")).toBe(1);
});

test("a file is posted and read back by its digest and name", () => {
  const file = { sha256: "ab".repeat(32), name: "Podmínky nákupu.pdf" };
  expect(AttachmentField.parse(toPostedAttachment(file))).toEqual(file);
});

test.each([
  "",
  "no-digest/a.pdf",
  `${"AB".repeat(32)}/a.pdf`,
  `${"ab".repeat(32)}`,
  `${"ab".repeat(32)}/`,
  `${"ab".repeat(32)}/../a.pdf`,
  `${"ab".repeat(32)}/a/b.pdf`,
  `${"ab".repeat(32)}/a\u202Eb.pdf`,
])("%j is no file", (posted) => {
  expect(AttachmentField.safeParse(posted).success).toBe(false);
});
