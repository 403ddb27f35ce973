import { and, asc, count, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { Db } from "../client";
import { people, reviewComments } from "../schema";

/** Something said of a model or of an element in it. Only whether its thread is settled ever changes. */
export type ReviewComment = {
  organisationId: string;
  id: string;
  modelId: string;
  /** null = the model as a whole. */
  element: ElementRef | null;
  /** What the element was called then. */
  elementName: string;
  /** The comment that opened the thread; null where it is this one. */
  inReplyTo: string | null;
  draftVersion: number;
  text: string;
  personId: string;
  createdAt: Date;
  resolvedBy: string | null;
  resolvedAt: Date | null;
};

/** A comment with its answers, oldest first. */
export type CommentThread = ReviewComment & { personName: string; replies: ReadonlyArray<ThreadReply> };
export type ThreadReply = Pick<ReviewComment, "id" | "text" | "createdAt" | "draftVersion"> & {
  personName: string;
};

export async function saveNewComment(db: Db, comment: ReviewComment): Promise<void> {
  const { element, ...rest } = comment;
  await db
    .insert(reviewComments)
    .values({ ...rest, elementKind: element?.kind ?? null, elementId: element?.id ?? null });
}

export async function findComment(
  db: Db,
  organisationId: string,
  { modelId, id }: { modelId: string; id: string },
): Promise<ReviewComment | undefined> {
  const [row] = await db
    .select()
    .from(reviewComments)
    .where(and(isOf(organisationId, modelId), eq(reviewComments.id, id)));
  return row && toComment(row);
}

/** All that were ever made on a model. */
export async function countComments(db: Db, organisationId: string, modelId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(reviewComments).where(isOf(organisationId, modelId));
  return row?.count ?? 0;
}

/** How many threads are open, by element; null = the model as a whole. */
export async function countOpenThreads(
  db: Db,
  organisationId: string,
  modelId: string,
): Promise<ReadonlyArray<{ element: ElementRef | null; count: number }>> {
  const rows = await db
    .select({ kind: reviewComments.elementKind, id: reviewComments.elementId, count: count() })
    .from(reviewComments)
    .where(
      and(isOf(organisationId, modelId), isNull(reviewComments.inReplyTo), isNull(reviewComments.resolvedAt)),
    )
    .groupBy(reviewComments.elementKind, reviewComments.elementId);
  return rows.map((row) => ({ element: toElement(row.kind, row.id), count: row.count }));
}

export type ThreadQuery = {
  modelId: string;
  isResolved: boolean;
  /** Only threads about this one. */
  element?: ElementRef | undefined;
  limit: number;
};

/**
 * Threads of a model with their answers, at most `limit`: open ones by when they began, or settled ones, the latest
 * settled first.
 */
export async function listThreads(
  db: Db,
  organisationId: string,
  { modelId, isResolved, element, limit }: ThreadQuery,
): Promise<ReadonlyArray<CommentThread>> {
  const roots = await selectNamed(db)
    .where(
      and(
        isOf(organisationId, modelId),
        isNull(reviewComments.inReplyTo),
        isResolved ? isNotNull(reviewComments.resolvedAt) : isNull(reviewComments.resolvedAt),
        element && isAbout(element),
      ),
    )
    .orderBy(
      ...(isResolved
        ? [desc(reviewComments.resolvedAt), desc(reviewComments.id)]
        : [asc(reviewComments.createdAt), asc(reviewComments.id)]),
    )
    .limit(limit);
  if (roots.length === 0) return [];
  const replies = await selectNamed(db)
    .where(
      and(
        isOf(organisationId, modelId),
        inArray(
          reviewComments.inReplyTo,
          roots.map(({ comment }) => comment.id),
        ),
      ),
    )
    .orderBy(asc(reviewComments.createdAt), asc(reviewComments.id));
  return roots.map(({ comment, personName }) => ({
    ...toComment(comment),
    personName,
    replies: replies
      .filter((reply) => reply.comment.inReplyTo === comment.id)
      .map((reply) => ({
        ...{ id: reply.comment.id, text: reply.comment.text, personName: reply.personName },
        ...{ createdAt: reply.comment.createdAt, draftVersion: reply.comment.draftVersion },
      })),
  }));
}

/** Settles a thread, or opens it again with nulls. */
export async function saveResolution(
  db: Db,
  organisationId: string,
  { modelId, id }: { modelId: string; id: string },
  resolution: { resolvedBy: string; resolvedAt: Date } | { resolvedBy: null; resolvedAt: null },
): Promise<void> {
  await db
    .update(reviewComments)
    .set(resolution)
    .where(and(isOf(organisationId, modelId), eq(reviewComments.id, id)));
}

type Row = typeof reviewComments.$inferSelect;

function toComment({ elementKind, elementId, ...row }: Row): ReviewComment {
  return { ...row, element: toElement(elementKind, elementId) };
}

function toElement(kind: ElementRef["kind"] | null, id: string | null): ElementRef | null {
  return kind !== null && id !== null ? { kind, id } : null;
}

function selectNamed(db: Db) {
  return db
    .select({ comment: reviewComments, personName: people.name })
    .from(reviewComments)
    .innerJoin(people, eq(people.id, reviewComments.personId))
    .$dynamic();
}

function isOf(organisationId: string, modelId: string) {
  return and(eq(reviewComments.organisationId, organisationId), eq(reviewComments.modelId, modelId));
}

function isAbout({ kind, id }: ElementRef) {
  return and(eq(reviewComments.elementKind, kind), eq(reviewComments.elementId, id));
}
