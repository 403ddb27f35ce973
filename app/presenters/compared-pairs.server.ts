import { judge } from "~/domain/assessment/assess";
import type { Assessment, Judgement } from "~/domain/assessment/assessment";
import {
  type AssessmentDifference,
  type Change,
  differenceOfAssessments,
  isDifference,
} from "~/domain/assessment/needs-review";
import type { SlVector } from "~/domain/security-level/security-level";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import { type OpenedProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import type { Db } from "~db/client";
import { keptValues } from "~db/kept";
import { listFrozenResults } from "~db/repositories/assessments";
import type { NamedDecision } from "~db/repositories/decisions";
import { listSharedContents, type SharedVersion } from "~db/repositories/shared-declarations";

/** How a frozen result and the one that holds today differ; null where it is the same. */
export type Comparison = {
  difference: AssessmentDifference | null;
  slTarget: Change<SlVector>;
  slCapability: Change<Judgement["slCapability"]>;
};

/** A state of a model; without a fingerprint where it is not published. */
export type Latest = { modelId: string; number: number; content: ZoneModel; fingerprint: string | null };

export type ComparedPair = {
  decision: NamedDecision;
  revision: Latest;
  zone: Zone;
  declaration: SharedVersion;
};

type Ground = { db: Db; organisationId: string; source: OpenedProfiles; today: IsoDate };

/** Of all organisations together; most hold nothing but levels, about 1 KB each with their keys. */
const KEPT_COMPARISONS = 40_000;
const kept = keptValues<Comparison>(KEPT_COMPARISONS);
/** So many documents are read and judged before others who wait for this process get their turn. */
const AT_ONCE = 50;

export function compareJudged(frozen: Assessment, fresh: Judgement): Comparison {
  const difference = differenceOfAssessments(frozen, fresh);
  return {
    difference: isDifference(difference) ? difference : null,
    slTarget: { before: frozen.slTarget, after: fresh.slTarget },
    slCapability: { before: frozen.slCapability, after: fresh.slCapability },
  };
}

/**
 * By id of the decision. A frozen assessment, a published revision and a signed declaration never change, so what was
 * compared on a day under one policy and ledger stands for that day: only what is new is read and judged.
 */
export async function comparePairs(
  ground: Ground,
  pairs: ReadonlyArray<ComparedPair>,
): Promise<ReadonlyMap<string, Comparison>> {
  const compared = new Map<string, Comparison>();
  const keyed = pairs.map((pair) => ({ pair, key: keyOf(ground, pair) }));
  const missing = keyed.filter(({ pair, key }) => {
    const known = key === null ? undefined : kept.find(key);
    if (known) compared.set(pair.decision.id, known);
    return !known;
  });
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE);
    const fresh = await compareSome(
      ground,
      some.map(({ pair }) => pair),
    );
    for (const { pair, key } of some) {
      const comparison = fresh.get(pair.decision.id);
      if (comparison) compared.set(pair.decision.id, key === null ? comparison : kept.keep(key, comparison));
    }
    if (at + AT_ONCE < missing.length) await new Promise((resolve) => setImmediate(resolve));
  }
  return compared;
}

async function compareSome(
  { db, organisationId, source, today }: Ground,
  pairs: ReadonlyArray<ComparedPair>,
): Promise<ReadonlyMap<string, Comparison>> {
  const declarationIds = [...new Set(pairs.map(({ declaration }) => declaration.declarationId))];
  const assessmentIds = pairs.map(({ decision }) => decision.assessmentId);
  const contents = await listSharedContents(db, organisationId, declarationIds);
  const results = await listFrozenResults(db, organisationId, assessmentIds);
  return new Map(
    pairs.flatMap(({ decision, revision, zone, declaration }) => {
      const profile = profileOf(source, revision, zone.id);
      const content = contents.get(declaration.declarationId);
      const frozen = results.get(decision.assessmentId);
      if (!profile || !content || !frozen) return [];
      return [[decision.id, compareJudged(frozen, judge(profile, content, today))] as const];
    }),
  );
}

/** Everything that a comparison depends on, the organisation first; null for what is not published. */
function keyOf(
  { organisationId, source, today }: Ground,
  { decision, revision, declaration }: ComparedPair,
): string | null {
  if (revision.fingerprint === null) return null;
  const { declarationId, fingerprint } = declaration;
  const zone = `${revision.modelId} ${revision.number} ${revision.fingerprint} ${decision.zoneId}`;
  const about = `${decision.assessmentId} ${decision.fingerprint} ${zone} ${declarationId} ${fingerprint}`;
  return `${organisationId} ${today} ${source.state} ${about}`;
}
