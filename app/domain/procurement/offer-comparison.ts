import { judge } from "../assessment/assess";
import type { FoundationalResult, Judgement, RequirementProfile } from "../assessment/assessment";
import { activeLedger, standingOf } from "../assessment/capability";
import { careBehind } from "../assessment/check-parts";
import { compileRequirements } from "../assessment/compiled-requirements";
import { compareRequirementIds } from "../assessment/requirement-order";
import type { DeclarationContent } from "../declaration/declaration";
import type { ComponentType } from "../requirement/component-requirement";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  type SecurityLevel,
} from "../security-level/security-level";
import type { IsoDate } from "../shared/iso-date";
import { compareRules, type RuleRow } from "./offer-rules";

/** Fewer is no comparison, more can be read by nobody side by side. */
export const FEWEST_OFFERS = 2;
export const MOST_OFFERS = 6;

/** How an offer comes to meet one requirement in this zone, best first. */
export const ROW_REACHES = [
  "natively",
  "by-configuration",
  /** Given by the supplier with a reason. */
  "not-applicable",
  /** The supplier says what the zone has to provide. */
  "with-countermeasure",
  /** Not met, but an accepted countermeasure of the ledger makes up for it today. */
  "covered-by-zone",
  "unanswered",
  "not-applicable-without-reason",
  "not-met",
  /** The requirement is for other types of component than this product is. */
  "other-type",
] as const;
export type RowReach = (typeof ROW_REACHES)[number];

export type RowCell = {
  reach: RowReach;
  /** The supplier's words: how it is configured, what the zone provides, or why not. */
  note: string;
  /** The countermeasure of the ledger that makes up for it on this day. */
  ledgerId: string | null;
};

/** One requirement up to the target; one cell per offer, in the order of the offers. */
export type RequirementRow = {
  requirementId: string;
  foundationalRequirement: FoundationalRequirement;
  minSl: SecurityLevel;
  differs: boolean;
  /** One meets it alone where another does not, or only with the zone's help: what a buyer looks at first. */
  weighs: boolean;
  cells: ReadonlyArray<RowCell>;
};

/** What the zone has to provide for one offer, once each. */
export type OfferCountermeasure = {
  /** Stays the same over versions of the declaration: `row:CR 1.1` or `ledger:<id>`. */
  key: string;
  kind: "demanded" | "ledger";
  requirementIds: ReadonlyArray<string>;
  /** The supplier's words, or the title in the ledger. */
  text: string;
};

export type ComparedOffer = {
  judgement: Judgement;
  /** How many requirements are met in which way; those for other types are not counted. */
  reaches: Readonly<Record<Exclude<RowReach, "other-type">, number>>;
  demanded: number;
  countermeasures: ReadonlyArray<OfferCountermeasure>;
};

export type OfferComparison = {
  asOf: IsoDate;
  /** In the order in which they were given, as every list of cells. */
  offers: ReadonlyArray<ComparedOffer>;
  /** Where the difference weighs first, then where they differ in the way alone; within each in the standard's order. */
  rows: ReadonlyArray<RequirementRow>;
  rules: ReadonlyArray<RuleRow>;
};

/**
 * Offers for one zone side by side on one day. Pure; columns follow the order of the offers and nothing else does. Says
 * where they differ and never which is best overall: levels and rules are not to be summed up (product.md §1).
 */
export function compareOffers(
  profile: RequirementProfile,
  declarations: ReadonlyArray<DeclarationContent>,
  asOf: IsoDate,
): OfferComparison {
  const judgements = declarations.map((declaration) => judge(profile, declaration, asOf));
  const rows = requirementRows(profile, declarations, asOf);
  return {
    asOf,
    offers: judgements.map((judgement, place) => {
      const cells = rows.flatMap((row) => row.cells[place] ?? []);
      const reaches = countReaches(cells);
      return {
        judgement,
        reaches,
        demanded: Object.values(reaches).reduce((sum, count) => sum + count, 0),
        countermeasures: countermeasuresOf(rows, place, profile),
      };
    }),
    rows: [
      ...rows.filter(({ weighs }) => weighs),
      ...rows.filter(({ differs, weighs }) => differs && !weighs),
      ...rows.filter(({ differs }) => !differs),
    ],
    rules: compareRules(judgements),
  };
}

/** Every row up to the target that binds one of the offers. */
function requirementRows(
  profile: RequirementProfile,
  declarations: ReadonlyArray<DeclarationContent>,
  asOf: IsoDate,
): ReadonlyArray<RequirementRow> {
  const ledger = activeLedger(profile.countermeasures, asOf);
  const demanded = compileRequirements(profile.requirements)
    .canonical.filter((row) => row.minSl <= profile.slTarget[row.foundationalRequirement])
    .filter((row) => declarations.some((one) => binds(row.appliesTo, one)));
  return FOUNDATIONAL_REQUIREMENTS.flatMap((fr) =>
    demanded
      .filter((row) => row.foundationalRequirement === fr)
      .sort((a, b) => compareRequirementIds(a.id, b.id))
      .map(({ id, appliesTo, minSl }) => {
        const ledgerId = ledger.get(id) ?? null;
        const cells = declarations.map((one) =>
          binds(appliesTo, one) ? cellOf(id, one, ledgerId) : OTHER_TYPE,
        );
        const differs = new Set(cells.map(({ reach }) => reach)).size > 1;
        const weighs = new Set(cells.map(({ reach }) => WORTH_OF[reach])).size > 1;
        return { requirementId: id, foundationalRequirement: fr, minSl, differs, weighs, cells };
      }),
  );
}

/** What a way of meeting a requirement comes to: nothing is left, the zone has to help, or it is short. */
const WORTH_OF: Readonly<Record<RowReach, "alone" | "with-zone" | "short">> = {
  natively: "alone",
  "by-configuration": "alone",
  "not-applicable": "alone",
  "other-type": "alone",
  "with-countermeasure": "with-zone",
  "covered-by-zone": "with-zone",
  unanswered: "short",
  "not-applicable-without-reason": "short",
  "not-met": "short",
};

const OTHER_TYPE: RowCell = { reach: "other-type", note: "", ledgerId: null };

function binds(appliesTo: ReadonlyArray<ComponentType>, { componentTypes }: DeclarationContent): boolean {
  return appliesTo.some((type) => componentTypes.includes(type));
}

function cellOf(requirementId: string, declared: DeclarationContent, ledgerId: string | null): RowCell {
  const answer = declared.answers[requirementId];
  const standing = standingOf(requirementId, declared);
  const note = answer?.note?.trim() ?? "";
  switch (standing) {
    case "counts":
      return { reach: countingReach(answer?.value), note, ledgerId: null };
    case "needs-countermeasure": {
      const care = careBehind(requirementId, declared.facts);
      return { reach: "with-countermeasure", note: note || (care?.compensation ?? ""), ledgerId };
    }
    case "not-met":
      return { reach: ledgerId === null ? "not-met" : "covered-by-zone", note, ledgerId };
    case "unanswered":
    case "not-applicable-without-reason":
      return { reach: standing, note, ledgerId: null };
  }
}

function countingReach(value: string | undefined): RowReach {
  if (value === "met-by-configuration") return "by-configuration";
  return value === "not-applicable" ? "not-applicable" : "natively";
}

function countReaches(cells: ReadonlyArray<RowCell>): ComparedOffer["reaches"] {
  const count = (wanted: RowReach) => cells.filter(({ reach }) => reach === wanted).length;
  return {
    natively: count("natively"),
    "by-configuration": count("by-configuration"),
    "not-applicable": count("not-applicable"),
    "with-countermeasure": count("with-countermeasure"),
    "covered-by-zone": count("covered-by-zone"),
    unanswered: count("unanswered"),
    "not-applicable-without-reason": count("not-applicable-without-reason"),
    "not-met": count("not-met"),
  };
}

/** A row that the ledger makes up for needs nothing besides the ledger's countermeasure. */
function countermeasuresOf(
  rows: ReadonlyArray<RequirementRow>,
  place: number,
  { countermeasures }: RequirementProfile,
): ReadonlyArray<OfferCountermeasure> {
  const open = rows.flatMap(({ requirementId, cells }) => {
    const cell = cells[place];
    const isOn = cell?.reach === "with-countermeasure" || cell?.reach === "covered-by-zone";
    return cell && isOn ? [{ requirementId, ...cell }] : [];
  });
  const titles = new Map(countermeasures.map(({ id, title }) => [id, title]));
  const ofLedger = [...new Set(open.flatMap(({ ledgerId }) => ledgerId ?? []))].sort().map((id) => ({
    key: `ledger:${id}`,
    kind: "ledger" as const,
    requirementIds: open.filter(({ ledgerId }) => ledgerId === id).map(({ requirementId }) => requirementId),
    text: titles.get(id) ?? id,
  }));
  const demanded = open
    .filter(({ ledgerId }) => ledgerId === null)
    .map(({ requirementId, note }) => ({
      key: `row:${requirementId}`,
      kind: "demanded" as const,
      requirementIds: [requirementId],
      text: note,
    }));
  return [...demanded, ...ofLedger];
}

/** Areas in which offers do not come out alike, in the standard's order. */
export function differingAreas(offers: ReadonlyArray<ComparedOffer>): ReadonlyArray<FoundationalRequirement> {
  const stateOf = (results: ReadonlyArray<FoundationalResult>, fr: FoundationalRequirement) =>
    results.find(({ foundationalRequirement }) => foundationalRequirement === fr)?.state;
  return FOUNDATIONAL_REQUIREMENTS.filter((fr) => {
    const states = offers.map(({ judgement }) => stateOf(judgement.results, fr));
    return states.some((state) => state !== states[0]);
  });
}
