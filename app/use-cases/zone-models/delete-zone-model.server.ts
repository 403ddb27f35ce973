import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { useCase } from "~/use-cases/use-case.server";
import { findLatestRevision } from "~db/repositories/revisions";
import { deleteZoneModel as deleteModel } from "~db/repositories/zone-models";
import { requireModel } from "./publication.server";

export const DeleteZoneModelInput = z.strictObject({
  modelId: z.string(),
  /** The name of the model, typed by the person: there is no way back. */
  name: z.string().trim(),
});

export type DeleteModelRefusal = { code: "name-differs" } | { code: "model-has-revisions" };

/** Deletes a model that was never published. What suppliers were held to stays. */
export const deleteZoneModel = useCase({
  action: "model.delete",
  input: DeleteZoneModelInput,
  async run({ db, actor: { organisationId }, input }) {
    const model = await requireModel(db, organisationId, input.modelId);
    if (model.name !== input.name) return refuse<DeleteModelRefusal>({ code: "name-differs" });
    const latest = await findLatestRevision(db, organisationId, model.id);
    if (latest) return refuse<DeleteModelRefusal>({ code: "model-has-revisions" });
    await deleteModel(db, organisationId, model.id);
    return accept({ id: model.id });
  },
});
