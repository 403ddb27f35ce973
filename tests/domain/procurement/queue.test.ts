import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cutUnder,
  filterQueue,
  lastDayOf,
  orderOf,
  pageOfQueue,
  QUEUE_KINDS,
  QUEUE_PARTIES,
  type QueueEntry,
  type QueueFilter,
} from "~/domain/procurement/queue";

const EVERYTHING: QueueFilter = {
  ...{ kind: null, party: null, model: null, zone: null, supplier: null, due: null, find: null },
};
const TODAY = "2026-11-23";

function anEntry(own: Partial<QueueEntry> = {}): QueueEntry {
  return {
    ...{ kind: "condition", id: "one", key: "condition:one", party: "role", title: "Segment", about: "" },
    ...{ modelId: null, zone: null, supplier: null, dueOn: null, since: "2026-11-01T00:00:00.000Z" },
    ...own,
  };
}

const someEntries = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...QUEUE_KINDS),
      party: fc.constantFrom(...QUEUE_PARTIES),
      dueOn: fc.constantFrom(null, "2026-11-01", "2026-11-23", "2026-11-30", "2027-01-01"),
      since: fc.constantFrom("2026-11-01T00:00:00.000Z", "2026-11-02T00:00:00.000Z"),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((own, place) => anEntry({ ...own, key: `${own.kind}:${place}` })));

test("pages hold everything once and in order, soonest due first, what has no day last", () => {
  fc.assert(
    fc.property(someEntries, fc.integer({ min: 1, max: 7 }), (entries, size) => {
      const all = filterQueue(entries, EVERYTHING, TODAY);
      expect(all).toHaveLength(entries.length);
      const walked: Array<QueueEntry> = [];
      let after: string | null = null;
      do {
        const page = pageOfQueue(all, after, size);
        walked.push(...page.entries);
        after = page.next;
      } while (after !== null);
      expect(walked).toEqual(all);
      const orders = all.map(orderOf);
      expect(orders).toEqual(orders.toSorted());
      const firstWithout = all.findIndex(({ dueOn }) => dueOn === null);
      if (firstWithout >= 0) expect(all.slice(firstWithout).every(({ dueOn }) => dueOn === null)).toBe(true);
    }),
  );
});

test("a page goes on behind an entry that is done by then", () => {
  const entries = ["a", "b", "c"].map((key) => anEntry({ key, dueOn: "2026-11-30" }));
  const first = pageOfQueue(filterQueue(entries, EVERYTHING, TODAY), null, 2);
  const later = filterQueue(entries.slice(2), EVERYTHING, TODAY);
  expect(pageOfQueue(later, first.next, 2).entries.map(({ key }) => key)).toEqual(["c"]);
});

test.each([
  ["overdue", ["2026-11-22"]],
  ["week", ["2026-11-22", "2026-11-23", "2026-11-30"]],
  ["month", ["2026-11-22", "2026-11-23", "2026-11-30", "2026-12-23"]],
  [null, ["2026-11-22", "2026-11-23", "2026-11-30", "2026-12-23", "2026-12-24", null]],
] as const)("due %s are %o", (due, expected) => {
  const days = ["2026-11-22", "2026-11-23", "2026-11-30", "2026-12-23", "2026-12-24", null];
  const entries = days.map((dueOn, place) => anEntry({ dueOn, key: String(place) }));
  const found = filterQueue(entries, { ...EVERYTHING, due }, TODAY);
  expect(found.map(({ dueOn }) => dueOn)).toEqual(expected);
});

test("what was not read whole is told where the filter may miss some, and nowhere else", () => {
  const read = (dueOn: string) => [anEntry({ dueOn: "2026-11-01" }), anEntry({ dueOn })];
  const cut = ["condition", "waiting-request"] as const;
  const under = (filter: Partial<QueueFilter>, dueOn = "2027-01-01") =>
    cutUnder({ ...EVERYTHING, ...filter }, read(dueOn), cut, TODAY);
  expect(under({})).toEqual(cut);
  expect(under({ kind: "condition" })).toEqual(["condition"]);
  expect(under({ kind: "comment" })).toEqual([]);
  // Conditions come by their day: the last one that was read lies behind all that are wanted.
  expect(under({ kind: "condition", due: "fortnight" })).toEqual([]);
  expect(under({ kind: "condition", due: "fortnight" }, "2026-12-07")).toEqual(["condition"]);
  expect(under({ kind: "waiting-request", due: "fortnight" })).toEqual(["waiting-request"]);
});

test("words are found in any part, without accents and case; every other filter is exact", () => {
  const zone = { id: "icu", name: "Jednotka intenzivní péče" };
  const supplier = { id: "s1", name: "Fiktiva" };
  const one = anEntry({ title: "InfuFlow", about: "3.4", zone, supplier, modelId: "m1", party: "me" });
  const found = (filter: Partial<QueueFilter>) =>
    filterQueue([one], { ...EVERYTHING, ...filter }, TODAY).length === 1;
  expect(found({ find: "PECE infuflow fikt" })).toBe(true);
  expect(found({ find: "infuflow radiology" })).toBe(false);
  expect(found({ zone: "icu", model: "m1", supplier: "s1", party: "me", kind: "condition" })).toBe(true);
  for (const other of [{ zone: "ward" }, { model: "m2" }, { supplier: "s2" }, { party: "role" as const }])
    expect(found(other)).toBe(false);
  expect(found({ kind: "question" })).toBe(false);
});

test("the last day that some filters show is the latest of theirs, and none where one shows any day", () => {
  expect(lastDayOf(["overdue", "fortnight", "week"], "2026-11-21")).toBe("2026-12-05");
  expect(lastDayOf(["overdue"], "2026-11-21")).toBe("2026-11-20");
  expect(lastDayOf(["fortnight", null], "2026-11-21")).toBeNull();
  expect(lastDayOf([], "2026-11-21")).toBeNull();
});
