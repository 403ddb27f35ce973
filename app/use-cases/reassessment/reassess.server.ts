import { judge } from "~/domain/assessment/assess";
import type { Judgement, RequirementProfile } from "~/domain/assessment/assessment";
import {
  type AssessmentDifference,
  differenceOfAssessments,
  isDifference,
} from "~/domain/assessment/needs-review";
import { compareVerdicts } from "~/domain/assessment/verdict";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { Db } from "~db/client";
import type { SharedDeclaration } from "~db/repositories/declarations";
import {
  listDecidedPairs,
  type ReassessmentCause,
  type ReassessmentChange,
  saveNewReassessment,
} from "~db/repositories/reassessments";
import { profileKey } from "./affected-zones.server";

/** Where and when a re-assessment happens: inside the transaction of what caused it. */
export type Occasion = {
  db: Db;
  /** The hospital whose pairs are assessed. */
  organisationId: string;
  /** Who did it; null where it was nobody of this hospital. */
  personId: string | null;
  now: Date;
  newId: () => string;
};

/** What is judged on one side of a change; null where the pair is not there. */
export type Side = { profile: RequirementProfile; content: DeclarationContent; asOf: IsoDate } | null;

export type AffectedPair = {
  modelId: string;
  zoneId: string;
  zoneName: string;
  declaration: SharedDeclaration;
  before: Side;
  after: Side;
};

export type Reassessed = { id: string; assessed: number; changed: number };

type Cause = { cause: ReassessmentCause; subject: Readonly<Record<string, string | number>> };
type Changed = Omit<ReassessmentChange, "reassessmentId" | "position">;

/**
 * Assesses each affected pair before and after, and keeps what changed: only these, with the decision that rests on
 * them, which *needs review* from now on (product.md §4). Nothing is kept where no pair was affected.
 */
export async function reassess(
  { db, organisationId, personId, now, newId }: Occasion,
  { cause, subject }: Cause,
  pairs: ReadonlyArray<AffectedPair>,
): Promise<Reassessed | null> {
  if (pairs.length === 0) return null;
  const decided = await listDecidedPairs(db, organisationId);
  const decisionOf = new Map(decided.map((pair) => [pairKey(pair), pair.id]));
  const judgeSide = sharedJudge();
  const changes = pairs
    .flatMap((pair): ReadonlyArray<Changed> => {
      const [before, after] = [judgeSide(pair.before), judgeSide(pair.after)];
      const difference = before && after && differenceOfAssessments(before, after);
      if (difference ? !isDifference(difference) : !before && !after) return [];
      return [toChange(organisationId, pair, { before, after, difference }, decisionOf)];
    })
    .sort(byWeight);
  const reassessed = { id: newId(), assessed: pairs.length, changed: changes.length };
  await saveNewReassessment(
    db,
    organisationId,
    { ...reassessed, organisationId, cause, subject, at: now, personId },
    changes.map((change, position) => ({ ...change, reassessmentId: reassessed.id, position })),
  );
  return reassessed;
}

/** Zones with equal profiles share one result: many have the same target and no ledger. */
function sharedJudge(): (side: Side) => Judgement | null {
  const known = new WeakMap<DeclarationContent, Map<string, Judgement>>();
  return (side) => {
    if (side === null) return null;
    const { profile, content, asOf } = side;
    const key = `${asOf} ${profileKey(profile)}`;
    const ofContent = known.get(content) ?? new Map<string, Judgement>();
    known.set(content, ofContent);
    const judgement = ofContent.get(key) ?? judge(profile, content, asOf);
    ofContent.set(key, judgement);
    return judgement;
  };
}

type Judged = {
  before: Judgement | null;
  after: Judgement | null;
  difference: AssessmentDifference | null;
};

function toChange(
  organisationId: string,
  { modelId, zoneId, zoneName, declaration }: AffectedPair,
  { before, after, difference }: Judged,
  decisionOf: ReadonlyMap<string, string>,
): Changed {
  const { supplierId, releaseId, declarationId, productName, releaseVersion } = declaration;
  const pair = { modelId, zoneId, supplierId, releaseId };
  return {
    ...pair,
    organisationId,
    zoneName,
    declarationId,
    productName,
    releaseVersion,
    verdictBefore: before?.verdict ?? null,
    verdictAfter: after?.verdict ?? null,
    difference,
    decisionId: decisionOf.get(pairKey(pair)) ?? null,
  };
}

function pairKey(pair: { modelId: string; zoneId: string; supplierId: string; releaseId: string }): string {
  return [pair.modelId, pair.zoneId, pair.supplierId, pair.releaseId].join(" ");
}

/** First what somebody has decided on, then what became worse, then by name. */
function byWeight(a: Changed, b: Changed): number {
  const decided = Number(b.decisionId !== null) - Number(a.decisionId !== null);
  if (decided !== 0) return decided;
  const worse = worsening(b) - worsening(a);
  if (worse !== 0) return worse;
  return nameOf(a) < nameOf(b) ? -1 : 1;
}

function worsening({ verdictBefore, verdictAfter }: Changed): number {
  return verdictBefore && verdictAfter ? compareVerdicts(verdictAfter, verdictBefore) : 0;
}

function nameOf({ zoneName, productName, releaseVersion, zoneId, releaseId }: Changed): string {
  return [zoneName, productName, releaseVersion, zoneId, releaseId].join("\u0000");
}
