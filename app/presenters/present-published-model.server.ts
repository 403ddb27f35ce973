import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findLatestRevision } from "~db/repositories/revisions";
import { findModelOf } from "./model-parts.server";

export type PublishedModel = { revision: { number: number; content: ZoneModel } | null };

/** The latest revision of a model with what it holds; null where nothing was published yet. */
export async function presentPublishedModel(caller: Caller, modelId: string): Promise<PublishedModel> {
  const { actor, database } = caller;
  requirePermission(actor, "model.read");
  const model = await findModelOf(caller, modelId);
  const latest = await findLatestRevision(database.read, actor.organisationId, model.id);
  return { revision: latest ? { number: latest.number, content: latest.content } : null };
}
