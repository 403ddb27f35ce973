import fc from "fast-check";
import { expect, test } from "vitest";
import {
  COST_PERIODS,
  CURRENCIES,
  type OfferNote,
  OfferNoteForm,
  saysNothing,
  toOfferNote,
  totalNotes,
} from "~/domain/procurement/offer-note";

const FORM = { effortDays: "", amount: "", currency: "EUR", period: "once", text: "" };

function aNote(overrides: Partial<OfferNote> = {}): OfferNote {
  return { effortDays: null, cost: null, text: "", ...overrides };
}

test.each([
  ["nothing", {}, aNote()],
  ["half a day, with a comma", { effortDays: " 0,5 " }, aNote({ effortDays: 0.5 })],
  ["no effort at all", { effortDays: "0" }, aNote({ effortDays: 0 })],
  [
    "a grouped amount",
    { amount: "12 500", currency: "CZK", period: "yearly" },
    aNote({ cost: { amount: 12_500, currency: "CZK", period: "yearly" } }),
  ],
  ["words", { text: " Second firewall " }, aNote({ text: "Second firewall" })],
])("a form may say %s", (_what, overrides, note) => {
  expect(toOfferNote(OfferNoteForm.parse({ ...FORM, ...overrides }))).toEqual(note);
});

test.each([
  ["effortDays", { effortDays: "a week" }, "invalid-days"],
  ["effortDays", { effortDays: "1.25" }, "invalid-days"],
  ["effortDays", { effortDays: "10001" }, "too-big"],
  ["amount", { amount: "12.50" }, "whole-number"],
  ["amount", { amount: "-1" }, "whole-number"],
  ["amount", { amount: "2000000001" }, "too-big"],
])("what is wrong with %s is said there", (field, overrides, message) => {
  const parsed = OfferNoteForm.safeParse({ ...FORM, ...overrides });
  expect(parsed.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
    [field, message],
  ]);
});

test("totals keep currencies and periods apart and count what nobody has estimated", () => {
  const cost = (amount: number, currency: "EUR" | "CZK", period: "once" | "yearly") =>
    aNote({ cost: { amount, currency, period } });
  expect(
    totalNotes([
      aNote({ effortDays: 0.1 }),
      aNote({ effortDays: 0.2, cost: { amount: 1_000, currency: "EUR", period: "once" } }),
      cost(500, "EUR", "once"),
      cost(200, "EUR", "yearly"),
      cost(9_000, "CZK", "once"),
      null,
      aNote(),
    ]),
  ).toEqual({
    countermeasures: 7,
    withoutNote: 2,
    effort: { days: 0.3, estimated: 2 },
    costs: [
      { amount: 1_500, currency: "EUR", period: "once", estimated: 2 },
      { amount: 200, currency: "EUR", period: "yearly", estimated: 1 },
      { amount: 9_000, currency: "CZK", period: "once", estimated: 1 },
    ],
  });
});

test("without estimates there is no sum, not a sum of nothing", () => {
  expect(totalNotes([null, aNote({ text: "To be asked" })])).toEqual({
    countermeasures: 2,
    withoutNote: 1,
    effort: null,
    costs: [],
  });
});

test("every amount is in exactly one total, whatever the order", () => {
  const note = fc.record({
    effortDays: fc.option(fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10)),
    cost: fc.option(
      fc.record({
        amount: fc.integer({ min: 0, max: 2_000_000_000 }),
        currency: fc.constantFrom(...CURRENCIES),
        period: fc.constantFrom(...COST_PERIODS),
      }),
    ),
    text: fc.constantFrom("", "Firewall"),
  });
  fc.assert(
    fc.property(fc.array(fc.option(note), { maxLength: 30 }), (notes) => {
      const totals = totalNotes(notes);
      const amounts = notes.flatMap((one) => one?.cost?.amount ?? []);
      const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((all, one) => all + one, 0);
      expect(sum(totals.costs.map(({ amount }) => amount))).toBe(sum(amounts));
      expect(sum(totals.costs.map(({ estimated }) => estimated))).toBe(amounts.length);
      expect(totals.withoutNote).toBe(notes.filter((one) => one === null || saysNothing(one)).length);
      expect(totalNotes(notes.toReversed())).toEqual(totals);
    }),
  );
});
