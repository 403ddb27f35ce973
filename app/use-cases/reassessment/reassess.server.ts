import { judge } from "~/domain/assessment/assess";
import type { Judgement } from "~/domain/assessment/assessment";
import { differenceOfAssessments } from "~/domain/assessment/needs-review";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { Db } from "~db/client";
import {
  listDecidedPairs,
  type ReassessmentCause,
  type ReassessmentChange,
  saveNewReassessment,
} from "~db/repositories/reassessments";
import { profileKey } from "./affected-zones.server";
import { type Affected, type ChangedPair, changedPairs, type Side } from "./changed-pairs.server";
import { type Listed, mostImportant } from "./listed-pairs.server";

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

/** `assessed` and `changed` count everything, however much of it is listed. */
export type Reassessed = { id: string; assessed: number; changed: number };

type Cause = { cause: ReassessmentCause; subject: Readonly<Record<string, string | number>> };
type Changed = Omit<ReassessmentChange, "reassessmentId" | "position">;

/**
 * Assesses each affected pair before and after, and keeps what changed, at most `LISTED_AT_MOST` pairs beside those on
 * which a decision rests: these are all kept, because they *need review* from now on (product.md §4). Nothing is kept
 * where no pair was affected.
 */
export async function reassess(
  { db, organisationId, personId, now, newId }: Occasion,
  { cause, subject }: Cause,
  affected: Affected,
): Promise<Reassessed | null> {
  const { assessed, pairs } = changedPairs(affected);
  if (assessed === 0) return null;
  const decided = await listDecidedPairs(db, organisationId);
  const decisionOf = new Map(decided.map((pair) => [pairKey(pair), pair.id]));
  const listed = mostImportant(pairs, (pair) => decisionOf.get(pairKey(idsOf(pair))) ?? null);
  const judgeSide = sharedJudge();
  const reassessed = { id: newId(), assessed, changed: pairs.length };
  await saveNewReassessment(
    db,
    organisationId,
    { ...reassessed, organisationId, cause, subject, at: now, personId },
    listed.map((one, position) => ({
      ...toChange(organisationId, one, judgeSide),
      ...{ reassessmentId: reassessed.id, position },
    })),
  );
  return reassessed;
}

type JudgeSide = (side: Side | null) => Judgement | null;

/** Zones with equal profiles share one result: many have the same target and no ledger. */
function sharedJudge(): JudgeSide {
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

function toChange(organisationId: string, { pair, decisionId }: Listed, judgeSide: JudgeSide): Changed {
  const { zone, declaration } = pair;
  const { declarationId, productName, releaseVersion } = declaration;
  const [before, after] = [judgeSide(pair.before), judgeSide(pair.after)];
  return {
    ...idsOf(pair),
    organisationId,
    zoneName: zone.zoneName,
    declarationId,
    productName,
    releaseVersion,
    verdictBefore: before?.verdict ?? null,
    verdictAfter: after?.verdict ?? null,
    difference: before && after && differenceOfAssessments(before, after),
    decisionId,
  };
}

function idsOf({ zone, declaration }: ChangedPair) {
  const { supplierId, releaseId } = declaration;
  return { modelId: zone.modelId, zoneId: zone.zoneId, supplierId, releaseId };
}

function pairKey(pair: { modelId: string; zoneId: string; supplierId: string; releaseId: string }): string {
  return [pair.modelId, pair.zoneId, pair.supplierId, pair.releaseId].join(" ");
}
