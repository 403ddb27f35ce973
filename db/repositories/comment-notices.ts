import { and, asc, desc, eq, inArray, isNull, max, ne } from "drizzle-orm";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { Db } from "../client";
import { modelEdits, reviewComments, revisions, sites, zoneModels } from "../schema";

/** An open thread in which somebody waits for this person. */
export type CommentNotice = {
  modelId: string;
  modelName: string;
  siteName: string;
  /** null = the model as a whole. */
  element: ElementRef | null;
  elementName: string;
  /** When the last word was said. */
  at: Date;
};

/** Older open threads than these are not looked through. */
const SCANNED = 500;

/**
 * Open threads that concern one person and in which somebody else had the last word, newest first: about a model that
 * the person drew in since its last revision or has submitted, and those in which the person said something.
 */
export async function listCommentNotices(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<{ notices: ReadonlyArray<CommentNotice>; isCut: boolean }> {
  const roots = await db
    .select({
      comment: reviewComments,
      model: { id: zoneModels.id, name: zoneModels.name, submittedBy: zoneModels.submittedBy },
      siteName: sites.name,
    })
    .from(reviewComments)
    .innerJoin(
      zoneModels,
      and(eq(zoneModels.organisationId, organisationId), eq(zoneModels.id, reviewComments.modelId)),
    )
    .innerJoin(sites, and(eq(sites.organisationId, organisationId), eq(sites.id, zoneModels.siteId)))
    .where(
      and(
        eq(reviewComments.organisationId, organisationId),
        isNull(reviewComments.inReplyTo),
        isNull(reviewComments.resolvedAt),
      ),
    )
    .orderBy(desc(reviewComments.createdAt), desc(reviewComments.id))
    .limit(SCANNED);
  if (roots.length === 0) return { notices: [], isCut: false };
  const modelIds = [...new Set(roots.map(({ model }) => model.id))];
  const [replies, drawnIn] = await Promise.all([
    db
      .select()
      .from(reviewComments)
      .where(
        and(
          eq(reviewComments.organisationId, organisationId),
          inArray(
            reviewComments.inReplyTo,
            roots.map(({ comment }) => comment.id),
          ),
        ),
      )
      .orderBy(asc(reviewComments.createdAt), asc(reviewComments.id)),
    modelsDrawnIn(db, organisationId, { personId, modelIds }),
  ]);
  const notices = roots.flatMap(({ comment, model, siteName }): ReadonlyArray<CommentNotice> => {
    const said = [comment, ...replies.filter(({ inReplyTo }) => inReplyTo === comment.id)];
    const last = said.at(-1) ?? comment;
    const takesPart = said.some((one) => one.personId === personId);
    const isAuthor = model.submittedBy === personId || drawnIn.has(model.id);
    if (last.personId === personId || !(takesPart || isAuthor)) return [];
    const { elementKind: kind, elementId: id, elementName } = comment;
    return [
      {
        ...{ modelId: model.id, modelName: model.name, siteName, elementName, at: last.createdAt },
        element: kind !== null && id !== null ? { kind, id } : null,
      },
    ];
  });
  return {
    notices: notices.toSorted((a, b) => b.at.getTime() - a.at.getTime()),
    isCut: roots.length === SCANNED,
  };
}

/** Models that were returned with a comment and not submitted again, in whose draft this person drew. */
export async function listReturnedTo(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<ReadonlyArray<{ modelId: string; modelName: string; returnComment: string; at: Date }>> {
  const returned = await db
    .select({
      modelId: zoneModels.id,
      modelName: zoneModels.name,
      returnComment: zoneModels.returnComment,
      at: zoneModels.updatedAt,
    })
    .from(zoneModels)
    .where(
      and(
        eq(zoneModels.organisationId, organisationId),
        eq(zoneModels.state, "drawing"),
        ne(zoneModels.returnComment, ""),
      ),
    )
    .orderBy(desc(zoneModels.updatedAt));
  if (returned.length === 0) return [];
  const modelIds = returned.map(({ modelId }) => modelId);
  const drawnIn = await modelsDrawnIn(db, organisationId, { personId, modelIds });
  return returned.filter(({ modelId }) => drawnIn.has(modelId));
}

/** Those of the models in whose draft the person saved something that no revision has yet. */
async function modelsDrawnIn(
  db: Db,
  organisationId: string,
  { personId, modelIds }: { personId: string; modelIds: ReadonlyArray<string> },
): Promise<ReadonlySet<string>> {
  const [edits, published] = await Promise.all([
    db
      .select({ modelId: modelEdits.modelId, at: max(modelEdits.at) })
      .from(modelEdits)
      .where(
        and(
          eq(modelEdits.organisationId, organisationId),
          eq(modelEdits.personId, personId),
          inArray(modelEdits.modelId, [...modelIds]),
        ),
      )
      .groupBy(modelEdits.modelId),
    db
      .select({ modelId: revisions.modelId, at: max(revisions.publishedAt) })
      .from(revisions)
      .where(and(eq(revisions.organisationId, organisationId), inArray(revisions.modelId, [...modelIds])))
      .groupBy(revisions.modelId),
  ]);
  const publishedAt = new Map(published.map(({ modelId, at }) => [modelId, at?.getTime() ?? 0]));
  return new Set(
    edits
      .filter(({ modelId, at }) => (at?.getTime() ?? 0) > (publishedAt.get(modelId) ?? 0))
      .map(({ modelId }) => modelId),
  );
}
