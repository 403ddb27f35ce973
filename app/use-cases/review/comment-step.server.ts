import type { Caller } from "~/use-cases/use-case.server";
import { addComment } from "./add-comment.server";
import { reopenComment } from "./reopen-comment.server";
import { resolveComment } from "./resolve-comment.server";

/** What a form about comments is called. */
const INTENTS = ["comment", "resolve", "reopen"] as const;
export type CommentIntent = (typeof INTENTS)[number];

export function isCommentIntent(intent: unknown): intent is CommentIntent {
  return INTENTS.some((known) => known === intent);
}

/** One step in a conversation, by what its form is called. */
export async function takeCommentStep(
  caller: Caller,
  intent: CommentIntent,
  values: Readonly<Record<string, unknown>>,
) {
  switch (intent) {
    case "comment":
      return addComment(caller, values);
    case "resolve":
      return resolveComment(caller, values);
    case "reopen":
      return reopenComment(caller, values);
  }
}
