import { AppError } from "~/domain/shared/app-error";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { stateAt } from "~db/repositories/draft-history";
import { findModelOf } from "./model-parts.server";

/** The draft as it was at a version: for whoever has to choose between two states that began there. */
export async function presentModelState(caller: Caller, modelId: string, version: number) {
  const { actor, database } = caller;
  requirePermission(actor, "model.read");
  const model = await findModelOf(caller, modelId);
  if (version === model.draftVersion) return { version, draft: model.draft };
  const draft =
    version < model.draftVersion
      ? await stateAt(database.read, actor.organisationId, modelId, version)
      : undefined;
  if (!draft) throw new AppError("not-found", "there is no such version");
  return { version, draft };
}
