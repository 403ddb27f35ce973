import type { Regime } from "~/domain/declaration/fact-values";
import type { LawCircumstance, LawPlace, LawRow } from "~/domain/law/obligations";
import type { Confidence } from "~/domain/requirement/component-requirement";
import type { IsoDate } from "~/domain/shared/iso-date";
import { loadCatalogue } from "./index.server";

type PlacedObligation = {
  /** Instrument and reference: an id of `regulations/requirements.json`. */
  id: string;
  places: ReadonlyArray<LawPlace>;
  regimes?: ReadonlyArray<Regime>;
  circumstance?: LawCircumstance;
  /** A key date of its instrument; left out where the catalogue has none for it. */
  appliesFrom?: IsoDate;
};

const MDR: ReadonlyArray<Regime> = ["mdr"];
/** Vigilance and surveillance bind devices of the transition too (MDR Art. 120(3), recalled). */
const EVERY_MDR: ReadonlyArray<Regime> = ["mdr", "mdr-legacy"];
const IVDR: ReadonlyArray<Regime> = ["ivdr"];
const EVERY_IVDR: ReadonlyArray<Regime> = ["ivdr", "ivdr-legacy"];
const CRA: ReadonlyArray<Regime> = ["cra"];
const MDR_DAY = "2021-05-26";
const IVDR_DAY = "2022-05-26";
const CRA_REPORTS = "2026-09-11";
const CRA_FULL = "2027-12-11";
const ZOKB_DAY = "2025-11-01";
const GDPR_DAY = "2018-05-25";

/**
 * Where in the portal an obligation is worth a line: our own choice, few rather than many. NIS2 is given no day: it binds
 * hospitals through national law. Tests hold ids and days against the catalogue.
 */
export const PLACED_OBLIGATIONS: ReadonlyArray<PlacedObligation> = [
  { id: "cz-zokb § 13-14", places: ["zone"], appliesFrom: ZOKB_DAY },
  { id: "cz-decree-409-2025 § 18", places: ["zone"], appliesFrom: ZOKB_DAY },
  { id: "cz-decree-409-2025 § 27", places: ["zone"], appliesFrom: ZOKB_DAY },
  { id: "cz-decree-410-2025 § 11", places: ["zone"], appliesFrom: ZOKB_DAY },
  { id: "eu-nis2 Art. 21(2)(a)", places: ["zone"] },
  { id: "eu-nis2 Art. 21(2)(j)", places: ["zone"], circumstance: "remote-access" },
  { id: "cz-decree-409-2025 § 9", places: ["request", "decision"], appliesFrom: ZOKB_DAY },
  { id: "cz-decree-409-2025 § 12", places: ["request", "decision"], appliesFrom: ZOKB_DAY },
  { id: "eu-nis2 Art. 21(2)(d)", places: ["request", "decision"] },
  { id: "eu-nis2 Art. 21(2)(e)", places: ["request", "decision"] },
  { id: "eu-nis2 Art. 21(3)", places: ["decision"] },
  {
    ...{ id: "eu-gdpr Art. 28", circumstance: "personal-data", appliesFrom: GDPR_DAY },
    places: ["request", "decision", "received-request", "declaration"],
  },
  {
    ...{ id: "eu-mdr Annex I 17.4", regimes: MDR, appliesFrom: MDR_DAY },
    places: ["request", "received-request", "declaration"],
  },
  { id: "eu-mdr Annex I 17.2", places: ["declaration"], regimes: MDR, appliesFrom: MDR_DAY },
  { id: "eu-mdr Annex I 18.8", places: ["declaration"], regimes: MDR, appliesFrom: MDR_DAY },
  {
    ...{ id: "eu-mdr Annex I 23.4(ab)", regimes: MDR, appliesFrom: MDR_DAY },
    places: ["received-request", "declaration"],
  },
  { id: "eu-mdr Art. 87", places: ["decision", "declaration"], regimes: EVERY_MDR, appliesFrom: MDR_DAY },
  {
    ...{ id: "eu-ivdr Annex I 16.4", regimes: IVDR, appliesFrom: IVDR_DAY },
    places: ["request", "received-request", "declaration"],
  },
  { id: "eu-ivdr Annex I 20.4.1(ah)", places: ["declaration"], regimes: IVDR, appliesFrom: IVDR_DAY },
  { id: "eu-ivdr Art. 82", places: ["decision", "declaration"], regimes: EVERY_IVDR, appliesFrom: IVDR_DAY },
  { id: "eu-cra Art. 2(2)(a),(b)", places: ["declaration"], regimes: CRA, appliesFrom: CRA_FULL },
  {
    ...{ id: "eu-cra Art. 14(1)-(2)", regimes: CRA, appliesFrom: CRA_REPORTS },
    places: ["decision", "received-request", "declaration"],
  },
  { id: "eu-cra Art. 14(3)-(4)", places: ["declaration"], regimes: CRA, appliesFrom: CRA_REPORTS },
  {
    ...{ id: "eu-cra Art. 13(8)", regimes: CRA, appliesFrom: CRA_FULL },
    places: ["request", "decision", "received-request", "declaration"],
  },
  {
    ...{ id: "eu-cra Annex I Part II (1)", regimes: CRA, appliesFrom: CRA_FULL },
    places: ["request", "received-request", "declaration"],
  },
  { id: "eu-cra Annex I Part I (2)(a)", places: ["declaration"], regimes: CRA, appliesFrom: CRA_FULL },
];

const CAREFUL: ReadonlyArray<Confidence> = ["cross-checked", "single-source", "recalled"];

let rows: ReadonlyArray<LawRow> | undefined;

/** The placed obligations with what the catalogue says of them. How sure: the less sure of obligation and day. */
export function lawRows(): ReadonlyArray<LawRow> {
  rows ??= PLACED_OBLIGATIONS.map(toRow);
  return rows;
}

function toRow({ id, places, regimes, circumstance, appliesFrom }: PlacedObligation): LawRow {
  const { requirements, supplements } = loadCatalogue();
  const obligation = requirements.obligations.find((one) => one.id === id);
  const instrument = supplements.instruments.find((one) => one.id === obligation?.instrument);
  if (!obligation || !instrument) throw new Error(`${id} is no obligation of the catalogue`);
  const day = instrument.keyDates.find(({ date }) => date === appliesFrom);
  const rank = Math.max(CAREFUL.indexOf(obligation.confidence), day ? CAREFUL.indexOf(day.confidence) : 0);
  return {
    ...{ id, instrumentTitle: instrument.title, ref: obligation.ref, summary: obligation.summary },
    confidence: CAREFUL[rank] ?? "recalled",
    ...{ places, regimes: regimes ?? null, circumstance: circumstance ?? null },
    appliesFrom: appliesFrom ?? null,
  };
}
