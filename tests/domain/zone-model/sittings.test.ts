import { expect, test } from "vitest";
import { sittingsOf } from "~/domain/zone-model/sittings";

const at = (minutes: number, personId: string) => ({
  personId,
  at: new Date(Date.UTC(2026, 10, 21, 10, minutes)).toISOString(),
});

test("edits of one person without a long pause are one sitting, newest first", () => {
  const edits = [at(50, "anna"), at(36, "anna"), at(20, "anna"), at(19, "ben"), at(18, "anna")];
  const sittings = sittingsOf(edits);
  expect(sittings.map(({ personId, edits: { length } }) => [personId, length])).toEqual([
    ["anna", 2],
    ["anna", 1],
    ["ben", 1],
    ["anna", 1],
  ]);
  expect(sittings[0]).toMatchObject({ from: edits[1]?.at, to: edits[0]?.at });
  expect(sittings.flatMap((sitting) => sitting.edits)).toEqual(edits);
});

test("a pause of exactly a quarter of an hour ends a sitting", () => {
  expect(sittingsOf([at(15, "anna"), at(0, "anna")])).toHaveLength(2);
  expect(sittingsOf([])).toEqual([]);
});
