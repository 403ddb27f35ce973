import { REFERENCE_PROTOCOLS } from "~/catalogue/reference-zones";
import { mayDo } from "~/domain/access/permissions";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findModelOf } from "./model-parts.server";
import { presentKnownReleases } from "./present-model.server";

/** What an import is held against: the draft, what assets may be linked to, what lines may be called. */
export async function presentModelImport(caller: Caller, modelId: string) {
  const { actor } = caller;
  requirePermission(actor, "model.read");
  const [model, releases] = await Promise.all([findModelOf(caller, modelId), presentKnownReleases(caller)]);
  return {
    modelId,
    draft: model.draft,
    version: model.draftVersion,
    mayEdit: mayDo(actor, "model.edit") && model.state === "drawing",
    releases,
    protocols: REFERENCE_PROTOCOLS.map(({ id, name, transports, port, encryption }) => ({
      id,
      name,
      transports,
      port,
      encryption,
    })),
  };
}
