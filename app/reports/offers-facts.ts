import type { Message, Verdict } from "~/domain/assessment/assessment";
import type { RowReach } from "~/domain/procurement/offer-comparison";
import type { Measure, Measured, Wanted } from "~/domain/procurement/offer-measures";
import type { Cost, NoteTotals } from "~/domain/procurement/offer-note";
import type { RuleStanding } from "~/domain/procurement/offer-rules";
import type { FoundationalRequirement, SlVector } from "~/domain/security-level/security-level";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { Translate } from "~/i18n/keys";
import type { Unprintable } from "./document";

export type ReportedNote = {
  effortDays: number | null;
  cost: Cost | null;
  text: string;
  writtenByName: string;
  writtenAt: string;
};
export type ReportedOffer = {
  productName: string;
  releaseVersion: string;
  supplierName: string;
  declarationVersion: number;
  verdict: Verdict;
  slCapability: { native: SlVector; withCountermeasures: SlVector };
  reaches: Readonly<Record<Exclude<RowReach, "other-type">, number>>;
  demanded: number;
  countermeasures: ReadonlyArray<{
    kind: "demanded" | "ledger";
    text: string;
    rows: ReadonlyArray<{ id: string; title: string }>;
    note: ReportedNote | null;
  }>;
  totals: NoteTotals;
};
type ReportedRow = {
  requirementId: string;
  title: string;
  minSl: number;
  differs: boolean;
  cells: ReadonlyArray<{ reach: RowReach; note: string }>;
};
type ReportedRule = {
  title: Message;
  differs: boolean;
  cells: ReadonlyArray<{ standing: RuleStanding; findings: ReadonlyArray<{ reason: Message }> }>;
};

/** What the files of a comparison rest on: everything, whatever a page has filtered. */
export type OffersFacts = {
  asOf: IsoDate;
  hospitalName: string;
  writtenBy: string;
  writtenAt: string;
  zone: { modelName: string; name: string; revisionNumber: number; slTarget: SlVector };
  offers: ReadonlyArray<ReportedOffer>;
  counts: {
    verdicts: ReadonlyArray<{ verdict: Verdict; count: number }>;
    rows: number;
    rowsDiffering: number;
    rowsWeighing: number;
    rules: number;
    rulesDiffering: number;
  };
  areas: ReadonlyArray<FoundationalRequirement>;
  measures: ReadonlyArray<Measure>;
  groups: ReadonlyArray<{
    foundationalRequirement: FoundationalRequirement;
    rows: ReadonlyArray<ReportedRow>;
  }>;
  rules: ReadonlyArray<ReportedRule>;
};

export type OffersReportWords = {
  language: string;
  t: Translate<"offers">;
  day(value: string): string;
  at(instant: string): string;
  offer(offer: Pick<ReportedOffer, "productName" | "releaseVersion">): string;
  sentence(message: Message): string;
  measured(measured: Measured): ReadonlyArray<string>;
  wanted(wanted: Wanted | null): string;
  totals(totals: NoteTotals): ReadonlyArray<string>;
  withoutNote(totals: NoteTotals): string;
  summary(facts: OffersFacts): ReadonlyArray<string>;
  standings(facts: OffersFacts): ReadonlyArray<string>;
  effort(days: number): string;
  cost(cost: Cost): string;
  unprintable: Unprintable;
};

/** The level strip of one offer, as an SVG of our own. */
export type StripOf = (offer: ReportedOffer) => { svg: string; width: number; height: number };
