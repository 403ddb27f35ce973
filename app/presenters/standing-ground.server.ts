import { openFingerprint } from "~/domain/shared/fingerprint";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { openProfiles, type ProfileSource, toPlaced } from "~/use-cases/profiles/profile-source.server";
import type { Caller } from "~/use-cases/use-case.server";
import type { Db } from "~db/client";
import { keptValues } from "~db/kept";
import { type CountermeasureRecord, listEverAccepted } from "~db/repositories/countermeasures";
import { contentOf, listAllRevisions, type PlacedRevision } from "~db/repositories/revisions";
import { listSharedHistory, type SharedVersion } from "~db/repositories/shared-declarations";

/** All that levels of zones were and are worked out from; `state` names it. */
export type StandingGround = {
  state: string;
  /** Oldest first. */
  revisions: ReadonlyArray<PlacedRevision>;
  ledger: ReadonlyArray<CountermeasureRecord>;
  source: ProfileSource;
  /** By release, newest version first. */
  versions: ReadonlyMap<string, ReadonlyArray<SharedVersion>>;
};

export async function openStandingGround({ database, actor }: Caller): Promise<StandingGround> {
  const { organisationId } = actor;
  const db = database.read;
  const [revisions, ledger, source] = await Promise.all([
    listAllRevisions(db, organisationId),
    listEverAccepted(db, organisationId),
    openProfiles(db, organisationId),
  ]);
  const releaseIds = new Set<string>();
  for (const revision of revisions) for (const id of (await releasesOf(db, revision)).ids) releaseIds.add(id);
  const shared = await listSharedHistory(db, organisationId, [...releaseIds].sort());
  const versions = new Map<string, Array<SharedVersion>>();
  const state = openFingerprint();
  state.add(source.state);
  for (const one of revisions)
    state.add(`${one.modelId} ${one.number} ${one.fingerprint} ${one.modelName}\n${one.siteName}\n`);
  for (const { id, withdrawnAt } of ledger) state.add(`${id} ${withdrawnAt?.getTime() ?? ""} `);
  for (const one of shared) {
    state.add(one.declarationId);
    const known = versions.get(one.releaseId);
    if (known) known.push(one);
    else versions.set(one.releaseId, [one]);
  }
  return { state: state.end(), revisions, ledger, source, versions };
}

/** Releases that the latest revision of any model places somewhere. */
export async function placedReleases({ database, actor, now }: Caller): Promise<ReadonlySet<string>> {
  const revisions = await listAllRevisions(database.read, actor.organisationId);
  const placed = new Set<string>();
  for (const revision of revisionsOn({ revisions }, toIsoDate(now)))
    for (const id of (await releasesOf(database.read, revision)).ids) placed.add(id);
  return placed;
}

/** Ids of all organisations together. */
const KEPT_RELEASES = 200_000;
const kept = keptValues<{ ids: ReadonlyArray<string> }>(KEPT_RELEASES, ({ ids }) => 1 + ids.length);

/** Releases that a revision places somewhere. */
async function releasesOf(db: Db, revision: PlacedRevision): Promise<{ ids: ReadonlyArray<string> }> {
  const { organisationId, modelId, number, fingerprint } = revision;
  const key = `${organisationId} ${modelId} ${number} ${fingerprint}`;
  const known = kept.find(key);
  if (known) return known;
  const content = await contentOf(db, revision);
  const ids = new Set(content?.assets.flatMap(({ productReleaseId }) => productReleaseId ?? []));
  return kept.keep(key, { ids: [...ids] });
}

/** What stood on a day: of each model the latest revision, in the order of sites, models. */
export function revisionsOn(
  { revisions }: Pick<StandingGround, "revisions">,
  day: IsoDate,
): ReadonlyArray<PlacedRevision> {
  const latest = new Map<string, PlacedRevision>();
  for (const revision of revisions)
    if (toIsoDate(revision.publishedAt) <= day) latest.set(revision.modelId, revision);
  return [...latest.values()].sort(byPlace);
}

function byPlace(a: PlacedRevision, b: PlacedRevision): number {
  const [left, right] = [a, b].map(({ siteName, modelName, modelId }) => [siteName, modelName, modelId]);
  for (const [place, word] of (left ?? []).entries()) {
    const other = right?.[place] ?? "";
    if (word !== other) return word < other ? -1 : 1;
  }
  return 0;
}

/** Countermeasures that counted on a day. */
export function ledgerOn({ ledger }: StandingGround, day: IsoDate): ReadonlyArray<CountermeasureRecord> {
  return ledger.filter(
    ({ decidedAt, expiresOn, withdrawnAt }) =>
      decidedAt !== null &&
      toIsoDate(decidedAt) <= day &&
      (expiresOn === null || expiresOn >= day) &&
      (withdrawnAt === null || toIsoDate(withdrawnAt) > day),
  );
}

/** The newest version of a release that was signed by a day. */
export function versionOn(
  { versions }: StandingGround,
  releaseId: string,
  day: IsoDate,
): SharedVersion | undefined {
  return versions.get(releaseId)?.find(({ signedAt }) => toIsoDate(signedAt) <= day);
}

/** Profiles under the ledger of a day. */
export function sourceOn(
  { source }: StandingGround,
  ledger: ReadonlyArray<CountermeasureRecord>,
): ProfileSource {
  return { organisationPolicy: source.organisationPolicy, ledger: ledger.flatMap(toPlaced) };
}
