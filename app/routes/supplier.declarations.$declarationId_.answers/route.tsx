import type { ActionFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";

/** Autosave of the answer sheet: `{changes: [{requirementId, before, answer}]}` as JSON. */
export async function action(args: ActionFunctionArgs) {
  // Not JSON, or not an object: the use case answers what is missing.
  const body: unknown = await args.request.json().catch(() => null);
  const changes = typeof body === "object" && body !== null && "changes" in body ? body.changes : undefined;
  const input = { declarationId: args.params.declarationId, changes };
  const outcome = await respond(args, (caller) => answerRequirements(caller, input));
  if (outcome.ok) return Response.json(outcome.value);
  const { refusal } = outcome;
  const isConflict = refusal.code === "answer-changed" || refusal.code === "not-a-draft";
  return Response.json({ refusal }, { status: isConflict ? 409 : 422 });
}
