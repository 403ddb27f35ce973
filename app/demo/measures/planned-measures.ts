import type { MeasureFields } from "~/domain/measure/measure";

type PlannedMeasures = {
  /** A zone of the campus; null: once for the whole hospital. */
  zoneId: string | null;
  measureIds: ReadonlyArray<string>;
  /** `dueIn`: days from today, earlier where negative. */
  fields: Omit<MeasureFields, "dueOn"> & { dueIn?: number };
};

/** What a hospital half-way through its programme would have written down: some of it proven, some late. */
export const PLANNED_MEASURES: ReadonlyArray<PlannedMeasures> = [
  {
    ...{ zoneId: null, measureIds: ["ORG 1.1", "ORG 1.3", "ORG 2.1", "CM 1.1"] },
    fields: {
      ...{ state: "in-place", owner: "Martin Smyšlený", maturity: 3 },
      evidence: "ISMS handbook, chapters 2 to 5; internal audit of this year",
    },
  },
  {
    ...{ zoneId: null, measureIds: ["ORG 1.4", "ORG 1.5"] },
    fields: {
      ...{ state: "in-progress", owner: "Human resources", maturity: 2, dueIn: 40 },
      note: "Ward staff are trained; technicians follow in the next quarter.",
    },
  },
  {
    ...{ zoneId: null, measureIds: ["ORG 1.6"] },
    fields: {
      ...{ state: "in-place", owner: "Iva Ukázková", maturity: 3 },
      evidence: "Every device is asked for and decided in Cordon",
    },
  },
  {
    ...{ zoneId: null, measureIds: ["AVAIL 2.1", "AVAIL 2.2"] },
    fields: { state: "in-progress", owner: "Tomáš Příklad", maturity: 2, dueIn: -12 },
  },
  {
    ...{ zoneId: null, measureIds: ["EVENT 1.1"] },
    fields: { state: "in-place", owner: "Tomáš Příklad", maturity: 2 },
  },
  {
    ...{ zoneId: "critical-care", measureIds: ["SR 1.1", "SR 1.3", "SR 1.4", "SR 2.1"] },
    fields: {
      ...{ state: "in-place", owner: "Tomáš Příklad", maturity: 3 },
      evidence: "Directory groups of the ward, review of last month",
    },
  },
  {
    ...{ zoneId: "critical-care", measureIds: ["SR 5.1", "SR 5.2"] },
    fields: {
      state: "in-place",
      owner: "Network team",
      maturity: 3,
      evidence: "Rule set of the ward firewall",
    },
  },
  {
    ...{ zoneId: "critical-care", measureIds: ["SR 2.8", "SR 6.1"] },
    fields: { state: "in-progress", owner: "Hana Modelová", dueIn: -5 },
  },
  {
    ...{ zoneId: "critical-care", measureIds: ["ORG 3.1"] },
    fields: {
      ...{ state: "in-place", owner: "Facility management", maturity: 2 },
      evidence: "Card readers at both doors",
    },
  },
  {
    ...{ zoneId: "imaging", measureIds: ["SR 1.1", "SR 3.2"] },
    fields: { state: "in-progress", owner: "Hana Modelová", dueIn: 25 },
  },
  {
    ...{ zoneId: "imaging", measureIds: ["SR 1.6"] },
    fields: { state: "not-applicable", reason: "No wireless network reaches the examination rooms" },
  },
];
