import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { nameOfElement } from "~/domain/zone-model/change-sentences";
import { indexModel } from "~/domain/zone-model/queries";
import { type ElementRef, ElementRefSchema, type ZoneModel } from "~/domain/zone-model/zone-model";
import { useCase } from "~/use-cases/use-case.server";
import { requireModel } from "~/use-cases/zone-models/publication.server";
import { countComments, findComment, saveNewComment } from "~db/repositories/review-comments";
import { findLatestRevision } from "~db/repositories/revisions";

/** So many are kept per model: a guard against exhaustion, years of reviews fit. */
export const MAX_COMMENTS = 5_000;

export const AddCommentInput = z.strictObject({
  modelId: z.string(),
  /** null or left out = the model as a whole, or what the thread is about. */
  element: ElementRefSchema.nullable().default(null),
  /** The comment that opened the thread that this one answers. */
  inReplyTo: z.string().max(64).nullable().default(null),
  text: textBlock(2000).min(1, "required"),
});

export type AddCommentRefusal = {
  code: "unknown-element" | "unknown-thread" | "already-resolved" | "limit-reached";
};

/** Says something of a model, of an element in it or in answer to somebody. Changes nothing of the model. */
export const addComment = useCase({
  action: "comment.add",
  input: AddCommentInput,
  async run({ db, actor, input, now, newId }) {
    const { organisationId, personId } = actor;
    const { modelId, inReplyTo, text } = input;
    const model = await requireModel(db, organisationId, modelId);
    if ((await countComments(db, organisationId, modelId)) >= MAX_COMMENTS)
      return refuse<AddCommentRefusal>({ code: "limit-reached" });
    const thread =
      inReplyTo === null ? null : await findComment(db, organisationId, { modelId, id: inReplyTo });
    if (thread === undefined || (thread && thread.inReplyTo !== null))
      return refuse<AddCommentRefusal>({ code: "unknown-thread" });
    if (thread?.resolvedAt) return refuse<AddCommentRefusal>({ code: "already-resolved" });
    const element = thread ? thread.element : input.element;
    // What a submission removes can be seen, and so spoken of, though the draft has it no more.
    const latest = async () => (await findLatestRevision(db, organisationId, modelId))?.content;
    const elementName =
      thread?.elementName ??
      (element ? (nameIn(model.draft, element) ?? nameIn(await latest(), element)) : "");
    if (elementName === undefined) return refuse<AddCommentRefusal>({ code: "unknown-element" });
    const id = newId();
    await saveNewComment(db, {
      ...{ organisationId, id, modelId, element, elementName, inReplyTo, text, personId },
      ...{ draftVersion: model.draftVersion, createdAt: now, resolvedBy: null, resolvedAt: null },
    });
    return accept({ id, modelId, element, inReplyTo });
  },
  audit: (_input, { modelId, element, inReplyTo }) => ({ modelId, element, inReplyTo }),
});

/** Undefined where the model has no such element. */
function nameIn(model: ZoneModel | undefined, element: ElementRef): string | undefined {
  if (!model) return undefined;
  const index = indexModel(model);
  const elements = { zone: index.zoneById, conduit: index.conduitById, asset: index.assetById };
  return elements[element.kind].has(element.id) ? nameOfElement(element, index) : undefined;
}
