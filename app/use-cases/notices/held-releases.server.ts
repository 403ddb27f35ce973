import type { Db } from "~db/client";
import { listLatestRevisions } from "~db/repositories/revisions";
import { listDrafts } from "~db/repositories/zone-models";

/** Releases that stand in a model of the hospital, as it is drawn or as it is published. */
export async function heldReleaseIds(db: Db, organisationId: string): Promise<ReadonlyArray<string>> {
  const drafts = await listDrafts(db, organisationId);
  const revisions = await listLatestRevisions(db, organisationId);
  const models = [...drafts.values(), ...revisions.map(({ content }) => content)];
  const releaseIds = models.flatMap(({ assets }) =>
    assets.flatMap(({ productReleaseId }) => productReleaseId ?? []),
  );
  return [...new Set(releaseIds)];
}
