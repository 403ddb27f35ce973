import fc from "fast-check";
import { expect, test } from "vitest";
import { readViewQuery, VIEW_PAGES } from "~/domain/procurement/saved-view";

test.each([
  ["queue", "due=week&kind=condition&page=x", "kind=condition&due=week", ["page"]],
  ["queue", "kind=gone&find=pump", "find=pump", ["kind"]],
  ["matrix", "verdict=conforms&model=m1&zones=3", "model=m1&verdict=conforms", ["zones"]],
  ["register", "state=ends-soon&find=", "state=ends-soon", []],
  ["decisions", "review=needed&review=open&constructor=1", "review=needed", ["review", "constructor"]],
  ["requests", "state=overdue", "state=overdue", []],
] as const)("%s understands of %s what it filters by", (page, query, expected, dropped) => {
  expect(readViewQuery(page, query)).toEqual({ query: expected, dropped });
});

test("what was understood once is understood the same again, and nothing is dropped of it", () => {
  const query = fc.oneof(fc.string(), fc.webQueryParameters());
  fc.assert(
    fc.property(fc.constantFrom(...VIEW_PAGES), query, (page, given) => {
      const first = readViewQuery(page, given);
      expect(readViewQuery(page, first.query)).toEqual({ query: first.query, dropped: [] });
    }),
  );
});
