import { AppError } from "~/domain/shared/app-error";
import { differenceOf } from "~/domain/zone-model/difference";
import { indexModel } from "~/domain/zone-model/queries";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listPeopleByIds } from "~db/repositories/people";
import { findLatestRevision, findRevision } from "~db/repositories/revisions";
import { toDifferenceRows } from "./difference-rows.server";
import { assetRows, conduitRows, findModelOf, zoneRows } from "./model-parts.server";

/** One published state as it was, with what changed since the one before. */
export async function presentRevision(caller: Caller, modelId: string, number: number) {
  const { actor, database } = caller;
  requirePermission(actor, "revision.read");
  const scope = [database.read, actor.organisationId] as const;
  const model = await findModelOf(caller, modelId);
  const revision = Number.isSafeInteger(number) ? await findRevision(...scope, modelId, number) : undefined;
  if (!revision) throw new AppError("not-found", "there is no such revision");
  const [latest, previous, people] = await Promise.all([
    findLatestRevision(...scope, modelId),
    findRevision(...scope, modelId, number - 1),
    listPeopleByIds(database.read, [revision.submittedBy, revision.approvedBy]),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const index = indexModel(revision.content);
  return {
    modelId,
    modelName: model.name,
    siteName: model.siteName,
    number,
    note: revision.note,
    fingerprint: revision.fingerprint,
    publishedAt: revision.publishedAt.toISOString(),
    submittedBy: nameOf.get(revision.submittedBy) ?? null,
    approvedBy: nameOf.get(revision.approvedBy) ?? null,
    isLatest: latest?.number === number,
    latestNumber: latest?.number ?? number,
    zones: zoneRows(index),
    conduits: conduitRows(index),
    assets: assetRows(index),
    previousNumber: previous?.number ?? null,
    difference: previous
      ? toDifferenceRows(differenceOf(previous.content, revision.content), previous.content, revision.content)
      : [],
  };
}
