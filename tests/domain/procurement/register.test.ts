import fc from "fast-check";
import { expect, test } from "vitest";
import { type DeclarationContent, EMPTY_DECLARATION_CONTENT } from "~/domain/declaration/declaration";
import {
  declaredEndOf,
  type End,
  firstOf,
  REGISTER_END_KINDS,
  registerOrder,
  registerText,
  wordsOf,
} from "~/domain/procurement/register";
import { addDays, type IsoDate } from "~/domain/shared/iso-date";

const DECIDED = "2026-11-22";

function supported(supportEndsOn?: IsoDate, conformityCertificateEndsOn?: IsoDate): DeclarationContent {
  const facts = { supportEndsOn, conformityCertificateEndsOn };
  return { ...EMPTY_DECLARATION_CONTENT, facts };
}

test.each([
  ["nothing is stated", supported(), null],
  ["support ends later", supported("2030-01-01"), { kind: "support", endsOn: "2030-01-01" }],
  ["it ends on the very day", supported(DECIDED), { kind: "support", endsOn: DECIDED }],
  ["it had ended before: it was not relied on", supported("2026-11-21"), null],
  [
    "the certificate ends first",
    supported("2030-01-01", "2027-01-01"),
    { kind: "conformity", endsOn: "2027-01-01" },
  ],
  [
    "both end on one day: in the order of kinds",
    supported("2027-01-01", "2027-01-01"),
    { kind: "conformity", endsOn: "2027-01-01" },
  ],
])("what a declaration says of the end of an approval: %s", (_, content, expected) => {
  if (expected === null) expect(declaredEndOf(content, DECIDED)).toBeNull();
  else expect(declaredEndOf(content, DECIDED)).toMatchObject(expected);
});

test("a part of the product with an end of its own ends no approval, its operating system does", () => {
  const content = supported();
  const platforms = [
    { kind: "component" as const, name: "libfoo", version: "1", supportEndsOn: "2027-01-01" },
    { kind: "operating-system" as const, name: "Linux", version: "6", supportEndsOn: "2028-01-01" },
  ];
  expect(declaredEndOf({ ...content, facts: { ...content.facts, platforms } }, DECIDED)).toEqual({
    ...{ kind: "operating-system", name: "Linux 6", endsOn: "2028-01-01" },
  });
});

const anEnd: fc.Arbitrary<End> = fc.record({
  kind: fc.constantFrom(...REGISTER_END_KINDS),
  name: fc.string({ maxLength: 5 }),
  endsOn: fc.integer({ min: 0, max: 20 }).map((days) => addDays(DECIDED, days)),
});

test("the first end is one of them, none comes before it, and their order does not matter", () => {
  fc.assert(
    fc.property(fc.array(anEnd, { maxLength: 12 }), (ends) => {
      const first = firstOf(ends);
      if (first === null) {
        expect(ends).toEqual([]);
        return;
      }
      expect(ends).toContain(first);
      expect(ends.every(({ endsOn }) => endsOn >= first.endsOn)).toBe(true);
      const again = firstOf(ends.toReversed());
      expect([again?.kind, again?.endsOn]).toEqual([first.kind, first.endsOn]);
    }),
  );
});

const NAMED = {
  ...{ productName: "Čerpadlo  100%", releaseVersion: "2.0_b", supplierName: "Datové Mosty" },
  zoneName: "JIP\\ Box",
};

test.each([
  ["cerpadlo", true],
  ["ČERPADLO 2.0", true],
  ["mosty jip", true],
  ["100%", true],
  ["2.0_b", true],
  ["%", true],
  ["jip\\", true],
  ["rentgen", false],
  ["cerpadlo rentgen", false],
  ["", true],
])("a search for %j finds an approval by all of its words: %s", (search, isFound) => {
  expect(wordsOf(search).every((word) => registerText(NAMED).includes(word))).toBe(isFound);
});

test("no sign that means something in a pattern reaches the database, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: "binary" }), (a, b) => {
      for (const word of [...wordsOf(a + b), registerOrder({ ...NAMED, productName: b })])
        expect(word).not.toMatch(/[%_\\]/);
    }),
  );
});

test("approvals stand in the order of product, release and zone, without regard to case and accents", () => {
  const orderOf = (productName: string, releaseVersion: string, zoneName: string) =>
    registerOrder({ productName, releaseVersion, zoneName, supplierName: "" });
  const ordered = [orderOf("alfa", "1", "B"), orderOf("Álfa", "1", "c"), orderOf("Beta", "1", "A")];
  expect(ordered.toSorted()).toEqual(ordered);
});
