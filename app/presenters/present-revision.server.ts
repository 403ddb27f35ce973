import { mayDo } from "~/domain/access/permissions";
import { AppError } from "~/domain/shared/app-error";
import { commandsBetween } from "~/domain/zone-model/commands-between";
import { differenceOf } from "~/domain/zone-model/difference";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listPeopleByIds } from "~db/repositories/people";
import { findLatestRevision, findRevision } from "~db/repositories/revisions";
import { toDifferenceRows } from "./difference-rows.server";
import { findModelOf, stateTables } from "./model-parts.server";

/**
 * One published state as it was, with what changed since the one before. `content` and `tables` are for whoever shows
 * it one way or another.
 */
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
  const page = {
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
    previousNumber: previous?.number ?? null,
    restoring: {
      mayRestore: mayDo(actor, "model.edit"),
      isSubmitted: model.state === "submitted",
      draftVersion: model.draftVersion,
      /** Also where only boxes stand elsewhere. */
      isSame: commandsBetween(model.draft, revision.content).length === 0,
      difference: toDifferenceRows(
        differenceOf(model.draft, revision.content),
        model.draft,
        revision.content,
      ),
    },
    difference: previous
      ? toDifferenceRows(differenceOf(previous.content, revision.content), previous.content, revision.content)
      : [],
  };
  return { page, tables: stateTables(revision.content), content: revision.content };
}
