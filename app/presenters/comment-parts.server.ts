import { mayDo } from "~/domain/access/permissions";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { Caller } from "~/use-cases/use-case.server";
import { listPeopleByIds } from "~db/repositories/people";
import { type CommentThread, listThreads } from "~db/repositories/review-comments";

/** All open threads a person could read in a day; of settled ones the latest. */
const MAX_OPEN = 500;
const MAX_SETTLED = 50;

export type ShownThread = {
  id: string;
  element: ElementRef | null;
  elementName: string;
  text: string;
  personName: string;
  at: string;
  draftVersion: number;
  resolvedByName: string | null;
  resolvedAt: string | null;
  replies: ReadonlyArray<{ id: string; text: string; personName: string; at: string }>;
};

/** What people say of a model or of one element: open threads, the latest settled ones, and what this person may do. */
export async function commentParts({ actor, database }: Caller, modelId: string, element?: ElementRef) {
  const scope = [database.read, actor.organisationId] as const;
  const [open, settled] = await Promise.all([
    listThreads(...scope, { modelId, element, isResolved: false, limit: MAX_OPEN }),
    listThreads(...scope, { modelId, element, isResolved: true, limit: MAX_SETTLED }),
  ]);
  const people = await listPeopleByIds(
    database.read,
    settled.flatMap(({ resolvedBy }) => resolvedBy ?? []),
  );
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const toShown = (thread: CommentThread): ShownThread => ({
    ...{ id: thread.id, element: thread.element, elementName: thread.elementName, text: thread.text },
    ...{ personName: thread.personName, draftVersion: thread.draftVersion },
    at: thread.createdAt.toISOString(),
    resolvedByName: thread.resolvedBy === null ? null : (nameOf.get(thread.resolvedBy) ?? null),
    resolvedAt: thread.resolvedAt?.toISOString() ?? null,
    replies: thread.replies.map(({ id, text, personName, createdAt }) => ({
      ...{ id, text, personName, at: createdAt.toISOString() },
    })),
  });
  return {
    threads: open.map(toShown),
    settled: settled.map(toShown),
    mayComment: mayDo(actor, "comment.add"),
    maySettle: mayDo(actor, "comment.resolve"),
  };
}
