import { z } from "zod";
import { textBlock } from "../shared/text";

/** Currencies in which countermeasures are paid for: of Europe and the United States. Never converted. */
export const CURRENCIES = [
  "EUR",
  "CZK",
  "CHF",
  "DKK",
  "GBP",
  "HUF",
  "NOK",
  "PLN",
  "RON",
  "SEK",
  "USD",
] as const;
export type Currency = (typeof CURRENCIES)[number];
export const COST_PERIODS = ["once", "yearly"] as const;
export type CostPeriod = (typeof COST_PERIODS)[number];

export type Cost = { amount: number; currency: Currency; period: CostPeriod };

/** What the hospital expects one countermeasure to take. Estimates: whole amounts, days to a tenth. */
export type OfferNote = {
  /** Person-days; null = not estimated. */
  effortDays: number | null;
  cost: Cost | null;
  text: string;
};

/** A number as people type it; null where the field is left empty. */
const typed = (form: RegExp, message: string) =>
  z
    .string()
    .transform((value) => value.replace(/[\s\u00A0]/g, "").replace(",", "."))
    .pipe(z.string().regex(form, message))
    .transform((value) => (value === "" ? null : Number(value)));

/** As a form sends it: what is left empty is not estimated. Digits may be grouped by spaces. */
export const OFFER_NOTE_FIELDS = {
  effortDays: typed(/^(\d+(\.\d)?)?$/, "invalid-days").pipe(z.number().max(10_000, "too-big").nullable()),
  amount: typed(/^\d*$/, "whole-number").pipe(z.number().max(2_000_000_000, "too-big").nullable()),
  currency: z.enum(CURRENCIES),
  period: z.enum(COST_PERIODS),
  text: textBlock(2000),
};
export const OfferNoteForm = z.strictObject(OFFER_NOTE_FIELDS);

/** Currency and period alone are no cost. */
export function toOfferNote(form: z.output<typeof OfferNoteForm>): OfferNote {
  const { effortDays, amount, currency, period, text } = form;
  return { effortDays, cost: amount === null ? null : { amount, currency, period }, text };
}

/** A note from which everything was taken away says nothing any more. */
export function saysNothing({ effortDays, cost, text }: OfferNote): boolean {
  return effortDays === null && cost === null && text === "";
}

export type NoteTotals = {
  /** How many countermeasures there are, and how many of them nobody has written anything about. */
  countermeasures: number;
  withoutNote: number;
  /** Person-days over the `estimated` ones; null where none is. */
  effort: { days: number; estimated: number } | null;
  /** One sum per currency and period, in the order of the lists: they are never added up. */
  costs: ReadonlyArray<Cost & { estimated: number }>;
};

/** What the notes of one offer come to; null stands for a countermeasure without a note. */
export function totalNotes(notes: ReadonlyArray<OfferNote | null>): NoteTotals {
  const written = notes.filter((note) => note !== null && !saysNothing(note));
  const efforts = written.flatMap((note) => note?.effortDays ?? []);
  const costs = written.flatMap((note) => note?.cost ?? []);
  return {
    countermeasures: notes.length,
    withoutNote: notes.length - written.length,
    // In tenths, so that 0.1 and 0.2 make 0.3.
    effort:
      efforts.length === 0
        ? null
        : {
            days: efforts.reduce((sum, days) => sum + Math.round(days * 10), 0) / 10,
            estimated: efforts.length,
          },
    costs: CURRENCIES.flatMap((currency) =>
      COST_PERIODS.flatMap((period) => {
        const same = costs.filter((cost) => cost.currency === currency && cost.period === period);
        const amount = same.reduce((sum, cost) => sum + cost.amount, 0);
        return same.length === 0 ? [] : [{ amount, currency, period, estimated: same.length }];
      }),
    ),
  };
}
