import { differenceOf } from "~/domain/zone-model/difference";
import { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listModelEdits } from "~db/repositories/model-edits";
import { listPeopleByIds } from "~db/repositories/people";
import { countOpenThreads } from "~db/repositories/review-comments";
import { findLatestRevision, listRevisions } from "~db/repositories/revisions";
import { toDifferenceRows } from "./difference-rows.server";
import { findModelOf } from "./model-parts.server";
import { presentKnownReleases } from "./present-model.server";
import { publicationParts } from "./publication-parts.server";

const MAX_EDITS = 20;

/** The way to the next revision: what differs, who may do what now, and what was published before. */
export async function presentRevisions(caller: Caller, modelId: string) {
  const { actor, database } = caller;
  requirePermission(actor, "revision.read");
  const scope = [database.read, actor.organisationId] as const;
  const model = await findModelOf(caller, modelId);
  const [revisions, latest, edits, threads, releases] = await Promise.all([
    listRevisions(...scope, modelId),
    findLatestRevision(...scope, modelId),
    listModelEdits(...scope, { modelId, newestFirst: true, limit: MAX_EDITS }),
    countOpenThreads(...scope, modelId),
    presentKnownReleases(caller),
  ]);
  const [people, { open: _open, ...publication }] = await Promise.all([
    listPeopleByIds(
      database.read,
      revisions.flatMap(({ submittedBy, approvedBy }) => [submittedBy, approvedBy]),
    ),
    publicationParts(caller, model, latest),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const before = latest?.content ?? EMPTY_ZONE_MODEL;
  const releaseNames = new Map(
    releases.map((one) => [one.releaseId, `${one.productName} ${one.releaseVersion}`]),
  );
  return {
    ...publication,
    latestNumber: latest?.number ?? null,
    openComments: threads.reduce((sum, { count }) => sum + count, 0),
    difference: toDifferenceRows(differenceOf(before, model.draft), before, model.draft, releaseNames),
    revisions: revisions.map(({ number, note, submittedBy, approvedBy, publishedAt, fingerprint }) => ({
      number,
      note,
      fingerprint,
      submittedBy: nameOf.get(submittedBy) ?? null,
      approvedBy: nameOf.get(approvedBy) ?? null,
      publishedAt: publishedAt.toISOString(),
    })),
    edits: edits.map(({ version, personName, at, commands }) => ({
      version,
      personName,
      at: at.toISOString(),
      commands: commands.length,
    })),
  };
}
