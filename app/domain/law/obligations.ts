import type { Regime } from "../declaration/fact-values";
import type { Confidence } from "../requirement/component-requirement";
import type { IsoDate } from "../shared/iso-date";

/** Where an obligation matters: the pages that say so. The last three are the supplier's own. */
export const LAW_PLACES = ["zone", "request", "decision", "received-request", "declaration"] as const;
export type LawPlace = (typeof LAW_PLACES)[number];

/** What an obligation may depend on besides the regime of the product. */
export const LAW_CIRCUMSTANCES = ["remote-access", "personal-data"] as const;
export type LawCircumstance = (typeof LAW_CIRCUMSTANCES)[number];

/** One obligation with where and when it matters. */
export type LawRow = {
  id: string;
  instrumentTitle: string;
  /** Article, clause or annex. */
  ref: string;
  /** In our own words. */
  summary: string;
  confidence: Confidence;
  places: ReadonlyArray<LawPlace>;
  /** Of products under one of these; null = whatever the product is. */
  regimes: ReadonlyArray<Regime> | null;
  circumstance: LawCircumstance | null;
  /** First day on which it binds; null = the catalogue has no day of its own for it. */
  appliesFrom: IsoDate | null;
};

export type LawQuestion = {
  place: LawPlace;
  /** null: nobody has said yet, as with a request that has no answer. */
  regime: Regime | null;
  /** What is known of the circumstances; absent = not known. */
  circumstances: Readonly<Partial<Record<LawCircumstance, boolean>>>;
  asOf: IsoDate;
};

export type ShownObligation = Pick<
  LawRow,
  "id" | "instrumentTitle" | "ref" | "summary" | "confidence" | "appliesFrom"
> & {
  /** `coming`: from a later day on; `undated`: in the catalogue without a day. */
  standing: "in-force" | "coming" | "undated";
  /** What must be so for it to bind, where nobody has said whether it is. */
  onlyIf: { regimes: ReadonlyArray<Regime> | null; circumstance: LawCircumstance | null } | null;
};

const RANK = { "in-force": 0, coming: 1, undated: 2 } as const;

/**
 * The obligations that matter in a place on a day: those in force first, then those to come, soonest first. What is known
 * not to apply is left out; what depends on something that nobody has said stays, and says on what.
 */
export function obligationsAt(
  rows: ReadonlyArray<LawRow>,
  question: LawQuestion,
): ReadonlyArray<ShownObligation> {
  const shown = rows.flatMap((row): ReadonlyArray<ShownObligation> => {
    if (!row.places.includes(question.place)) return [];
    const ofRegime = agreesWithRegime(row, question.regime);
    const ofCircumstance = row.circumstance === null ? true : question.circumstances[row.circumstance];
    if (ofRegime === false || ofCircumstance === false) return [];
    const isSure = ofRegime === true && ofCircumstance === true;
    const { id, instrumentTitle, ref, summary, confidence, appliesFrom } = row;
    return [
      {
        ...{ id, instrumentTitle, ref, summary, confidence, appliesFrom },
        standing: standingOn(appliesFrom, question.asOf),
        onlyIf: isSure
          ? null
          : {
              regimes: ofRegime === true ? null : row.regimes,
              circumstance: ofCircumstance === true ? null : row.circumstance,
            },
      },
    ];
  });
  const dayOf = ({ standing, appliesFrom }: ShownObligation) =>
    standing === "coming" ? (appliesFrom ?? "") : "";
  return shown.toSorted((a, b) => RANK[a.standing] - RANK[b.standing] || dayOf(a).localeCompare(dayOf(b)));
}

/** undefined: nobody has said under which law the product falls. */
function agreesWithRegime({ regimes }: LawRow, regime: Regime | null): boolean | undefined {
  if (regimes === null) return true;
  if (regime === null || regime === "unclear") return undefined;
  return regimes.includes(regime);
}

function standingOn(appliesFrom: IsoDate | null, asOf: IsoDate): ShownObligation["standing"] {
  if (appliesFrom === null) return "undated";
  return appliesFrom <= asOf ? "in-force" : "coming";
}
