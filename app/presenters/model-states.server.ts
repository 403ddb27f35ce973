import { AppError } from "~/domain/shared/app-error";
import { EMPTY_ZONE_MODEL, type ZoneModel } from "~/domain/zone-model/zone-model";
import type { Caller } from "~/use-cases/use-case.server";
import { findRevision, listRevisions, type RevisionSummary } from "~db/repositories/revisions";
import type { ModelRecord } from "~db/repositories/zone-models";

/** A state of a model by its name in an address: `draft`, `submission`, `nothing` or the number of a revision. */
export type StateName = string;
export type NamedState = { name: StateName; content: ZoneModel };

/** What can be compared, newest first; `nothing` is how every model began. */
export function stateNames(
  model: Pick<ModelRecord, "state">,
  revisions: ReadonlyArray<RevisionSummary>,
): ReadonlyArray<StateName> {
  return [
    model.state === "submitted" ? "submission" : "draft",
    ...revisions.map(({ number }) => String(number)),
    "nothing",
  ];
}

/** Throws `not-found` for what the model has not got. The draft that waits for approval goes by both its names. */
export async function findState(
  { actor, database }: Caller,
  model: Pick<ModelRecord, "id" | "state" | "draft">,
  name: StateName,
): Promise<NamedState> {
  if (name === "nothing") return { name, content: EMPTY_ZONE_MODEL };
  if (name === "draft" || name === "submission") {
    if (name === "submission" && model.state !== "submitted") throw missing();
    return { name: model.state === "submitted" ? "submission" : "draft", content: model.draft };
  }
  const number = /^[1-9]\d{0,8}$/.test(name) ? Number(name) : undefined;
  const revision =
    number === undefined
      ? undefined
      : await findRevision(database.read, actor.organisationId, model.id, number);
  if (!revision) throw missing();
  return { name, content: revision.content };
}

/** What is compared where nobody has chosen: the latest revision with the draft. */
export async function listStates({ actor, database }: Caller, model: ModelRecord) {
  const revisions = await listRevisions(database.read, actor.organisationId, model.id);
  const names = stateNames(model, revisions);
  return { revisions, names, newest: names[0] ?? "draft", before: names[1] ?? "nothing" };
}

function missing(): AppError {
  return new AppError("not-found", "there is no such state of this model");
}
