import { addDays, addYears, type IsoDate } from "../shared/iso-date";
import { evaluateRules } from "./rules";
import type { ModelFinding, RuleSeverity } from "./rules/rule";
import type { Waiver, ZoneModel } from "./zone-model";

export type WaivedFinding = { finding: ModelFinding; waiver: Waiver };

/** A waiver with what it is worth on a day, for lists of them. */
export type StandingWaiver = Waiver & {
  /** Null for an element that has gone. */
  elementName: string | null;
  /** `idle`: in force, but the rule no longer finds anything there. */
  state: "in-force" | "expired" | "idle";
  /** What it covers, or covered until it ended: the sentence of the rule. */
  finding: Pick<ModelFinding, "id" | "params" | "severity"> | null;
};

export type SortedFindings = {
  /** Still to be dealt with. */
  open: ReadonlyArray<ModelFinding>;
  /** Accepted in writing until a day that has not passed. */
  waived: ReadonlyArray<WaivedFinding>;
  /** By the id of an open finding: the waiver that covered it until its last day. */
  lapsed: ReadonlyMap<string, Waiver>;
};

/**
 * Findings that somebody accepted, apart from those that are open on `asOf`. A waiver covers every finding of its rule
 * at its element; of several the one that holds longest counts. Both lists keep the order of the findings.
 */
export function sortOutWaived(
  findings: ReadonlyArray<ModelFinding>,
  waivers: ReadonlyArray<Waiver>,
  asOf: IsoDate,
): SortedFindings {
  const open: Array<ModelFinding> = [];
  const waived: Array<WaivedFinding> = [];
  const lapsed = new Map<string, Waiver>();
  const longest = longestByPlace(waivers);
  for (const finding of findings) {
    const waiver = longest.get(placeOf(finding));
    if (waiver && isInForce(waiver, asOf)) waived.push({ finding, waiver });
    else open.push(finding);
    if (waiver && !isInForce(waiver, asOf)) lapsed.set(finding.id, waiver);
  }
  return { open, waived, lapsed };
}

/** What the rules say of a model on a day, without what is waived. Every page that counts findings counts these. */
export function judgeModel(model: ZoneModel, asOf: IsoDate): SortedFindings {
  return sortOutWaived(evaluateRules(model), model.waivers, asOf);
}

export type FindingCounts = Readonly<Record<RuleSeverity | "waived", number>>;

/** Open findings by severity, and beside them how many are waived. */
export function countFindings({ open, waived }: Pick<SortedFindings, "open" | "waived">): FindingCounts {
  const counts = { error: 0, warning: 0, notice: 0, waived: waived.length };
  for (const { severity } of open) counts[severity] += 1;
  return counts;
}

const HALF_A_YEAR_DAYS = 182;
const MOST_YEARS = 2;

/** Between which days a new waiver may end, and what is offered: half a year. */
export function waiverTerm(today: IsoDate): { earliest: IsoDate; offered: IsoDate; latest: IsoDate } {
  return {
    earliest: addDays(today, 1),
    offered: addDays(today, HALF_A_YEAR_DAYS),
    latest: addYears(today, MOST_YEARS),
  };
}

/** Why a new waiver may not end on a day; null where it may. */
export function faultOfTerm(
  expiresOn: IsoDate,
  today: IsoDate,
): "not-in-the-future" | "too-far-ahead" | null {
  const { earliest, latest } = waiverTerm(today);
  if (expiresOn < earliest) return "not-in-the-future";
  return expiresOn > latest ? "too-far-ahead" : null;
}

/** True up to and including its last day. */
export function isInForce({ expiresOn }: Pick<Waiver, "expiresOn">, asOf: IsoDate): boolean {
  return asOf <= expiresOn;
}

function longestByPlace(waivers: ReadonlyArray<Waiver>): ReadonlyMap<string, Waiver> {
  const longest = new Map<string, Waiver>();
  for (const waiver of waivers) {
    const known = longest.get(placeOf(waiver));
    if (!known || known.expiresOn < waiver.expiresOn) longest.set(placeOf(waiver), waiver);
  }
  return longest;
}

function placeOf({ ruleId, element }: Pick<Waiver, "ruleId" | "element">): string {
  return `${ruleId} ${element.kind} ${element.id}`;
}
