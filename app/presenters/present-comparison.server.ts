import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import { judge } from "~/domain/assessment/assess";
import type { Finding, RequirementProfile } from "~/domain/assessment/assessment";
import { whatChanged, whatIsAskedOtherwise } from "~/domain/assessment/questions/what-changed";
import { differenceOfDeclarations } from "~/domain/declaration/difference";
import { AppError } from "~/domain/shared/app-error";
import { type IsoDate, IsoDateSchema, toIsoDate } from "~/domain/shared/iso-date";
import { openProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findSharedDeclaration, type SharedDeclaration } from "~db/repositories/declarations";
import { findRevision, listRevisions } from "~db/repositories/revisions";
import { listSharedNames } from "~db/repositories/shared-declarations";
import { listSharedVersions } from "~db/repositories/shared-versions";
import { findZoneModel } from "~db/repositories/zone-models";
import { toNamedProduct } from "./present-placement.server";

export type ComparisonIds = { modelId: string; zoneId: string; declarationId: string };
/** From the address; whatever is missing is chosen so that something differs. */
export type ComparisonQuery = {
  with: string | null;
  revision: string | null;
  on: string | null;
  toRevision: string | null;
  toOn: string | null;
};

/** So many other products can be chosen. */
const OTHERS_AT_MOST = 200;

type Side = { declaration: SharedDeclaration; revisionNumber: number; asOf: IsoDate };

/**
 * One zone, two moments or two products: what changed between two declarations, two revisions, two days. Policy of the
 * organisation and ledger are today's on both sides; a countermeasure counts on the days on which it is in force.
 */
export async function presentComparison(caller: Caller, ids: ComparisonIds, query: ComparisonQuery) {
  const { actor, database, now } = caller;
  requirePermission(actor, "assessment.read");
  const db = database.read;
  const { organisationId } = actor;
  const [model, declaration, revisions] = await Promise.all([
    findZoneModel(db, organisationId, ids.modelId),
    findSharedDeclaration(db, organisationId, ids.declarationId),
    listRevisions(db, organisationId, ids.modelId),
  ]);
  const [latest] = revisions;
  if (!model || !declaration || !latest) throw notFound();
  const [versions, shared] = await Promise.all([
    listSharedVersions(db, organisationId, declaration),
    listSharedNames(db, organisationId, {}),
  ]);
  const today = toIsoDate(now);
  const after: Side = {
    declaration,
    revisionNumber: readRevision(query.toRevision) ?? latest.number,
    asOf: readDay(query.toOn) ?? today,
  };
  const before = await sideBefore(caller, query, after, versions);
  const [judgedBefore, judgedAfter] = await judgeSides(caller, ids, [before, after]);
  if (!judgedAfter.wasThere && !judgedBefore.wasThere) throw notFound();
  return {
    ids,
    modelName: model.name,
    zoneName: judgedAfter.zoneName ?? judgedBefore.zoneName ?? "",
    before: { ...toShownSide(before), zone: judgedBefore.state },
    after: { ...toShownSide(after), zone: judgedAfter.state },
    isSame: isSameSide(before, after),
    choices: {
      versions: versions.map(toNamedProduct),
      others: shared
        .filter((one) => one.supplierId !== declaration.supplierId || one.releaseId !== declaration.releaseId)
        .slice(0, OTHERS_AT_MOST)
        .map(toNamedProduct),
      revisions: revisions.map(({ number, publishedAt }) => ({
        number,
        publishedAt: publishedAt.toISOString(),
      })),
    },
    changes:
      judgedBefore.profile && judgedAfter.profile
        ? changesBetween(before, judgedBefore.profile, after, judgedAfter.profile)
        : null,
  };
}

function notFound(): AppError {
  return new AppError("not-found", "there is no such zone in a published revision, or no such declaration");
}

/** Without a choice: the version before this one, or where there is none the revision before. */
async function sideBefore(
  { actor, database }: Caller,
  query: ComparisonQuery,
  after: Side,
  versions: ReadonlyArray<SharedDeclaration>,
): Promise<Side> {
  const earlier = versions.find(
    ({ declarationVersion }) => declarationVersion < after.declaration.declarationVersion,
  );
  const isChosen = query.with !== null || query.revision !== null || query.on !== null;
  const chosen =
    query.with === null
      ? undefined
      : await findSharedDeclaration(database.read, actor.organisationId, query.with);
  if (query.with !== null && !chosen) throw notFound();
  const before = Math.max(1, after.revisionNumber - 1);
  return {
    declaration: chosen ?? (isChosen ? after.declaration : (earlier ?? after.declaration)),
    revisionNumber: readRevision(query.revision) ?? (isChosen || earlier ? after.revisionNumber : before),
    asOf: readDay(query.on) ?? after.asOf,
  };
}

type JudgedSide = {
  zoneName: string | null;
  wasThere: boolean;
  state: "targeted" | "no-target" | "absent" | "no-revision";
  profile: RequirementProfile | null;
};

async function judgeSides(
  { actor, database }: Caller,
  { modelId, zoneId }: ComparisonIds,
  [before, after]: [Side, Side],
): Promise<[JudgedSide, JudgedSide]> {
  const { organisationId } = actor;
  const [source, old, fresh] = await Promise.all([
    openProfiles(database.read, organisationId),
    findRevision(database.read, organisationId, modelId, before.revisionNumber),
    findRevision(database.read, organisationId, modelId, after.revisionNumber),
  ]);
  const judged = (revision: typeof old): JudgedSide => {
    const zone = revision?.content.zones.find(({ id }) => id === zoneId);
    const profile = (revision && profileOf(source, revision, zoneId)) ?? null;
    const state = !revision ? "no-revision" : !zone ? "absent" : profile ? "targeted" : "no-target";
    return { zoneName: zone?.name ?? null, wasThere: zone !== undefined, state, profile };
  };
  return [judged(old), judged(fresh)];
}

function changesBetween(
  before: Side,
  profileBefore: RequirementProfile,
  after: Side,
  profileAfter: RequirementProfile,
) {
  const { verdict, slTarget, slCapability, difference, findings } = whatChanged(
    judge(profileBefore, before.declaration.content, before.asOf),
    judge(profileAfter, after.declaration.content, after.asOf),
  );
  const said = differenceOfDeclarations(before.declaration.content, after.declaration.content);
  const { policy, channels, countermeasures } = whatIsAskedOtherwise(profileBefore, profileAfter);
  const titlesOf = (entries: ReadonlyArray<{ id: string; title: string }>) =>
    entries.map(({ id, title }) => ({ id, title }));
  return {
    verdict,
    slTarget,
    slCapability,
    areas: difference.results,
    componentTypes: difference.componentTypes,
    findings: {
      added: findings.added.map(toShownFinding),
      removed: findings.removed.map(toShownFinding),
      changed: findings.changed.map((one) => ({
        before: toShownFinding(one.before),
        after: toShownFinding(one.after),
      })),
    },
    answers: said.answers.map(({ requirementId, before: old, after: fresh }) => ({
      requirementId,
      title: COMPONENT_REQUIREMENT_BY_ID.get(requirementId)?.title ?? "",
      before: { value: old?.value ?? ("unanswered" as const), note: old?.note ?? "" },
      after: { value: fresh?.value ?? ("unanswered" as const), note: fresh?.note ?? "" },
    })),
    claim: said.claimedSlCapability,
    facts: said.facts,
    evidence: {
      added: titlesOf(said.evidence.added),
      removed: titlesOf(said.evidence.removed),
      changed: titlesOf(said.evidence.changed.map((one) => one.after)),
    },
    asked: {
      policy,
      channels: channels && { added: channels.added.length, removed: channels.removed.length },
      countermeasures: {
        added: titlesOf(countermeasures.added),
        removed: titlesOf(countermeasures.removed),
      },
    },
  };
}

function toShownFinding({ id, checkId, severity, reason }: Finding) {
  return { id, checkId, severity, reason };
}

function toShownSide({ declaration, revisionNumber, asOf }: Side) {
  return {
    ...toNamedProduct(declaration),
    signedAt: declaration.signedAt.toISOString(),
    revisionNumber,
    asOf,
  };
}

function isSameSide(a: Side, b: Side): boolean {
  return (
    a.declaration.declarationId === b.declaration.declarationId &&
    a.revisionNumber === b.revisionNumber &&
    a.asOf === b.asOf
  );
}

function readRevision(value: string | null): number | null {
  return value !== null && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null;
}

function readDay(value: string | null): IsoDate | null {
  const day = IsoDateSchema.safeParse(value);
  return day.success ? day.data : null;
}
