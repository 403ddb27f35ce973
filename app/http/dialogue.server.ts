import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import type { Side } from "~/domain/dialogue/dialogue";
import { takeDialogueStep } from "~/use-cases/dialogue/dialogue-step.server";
import { requirePermission } from "~/use-cases/use-case.server";
import { readForm, respond, toLocalPath } from "./respond.server";

/**
 * One step in the dialogue of a request, from whatever page its form stands on: goes back there, to the thread. A refusal
 * is shown on the page of the questions with the text still in the form.
 */
export async function answerDialogueForm(
  args: ActionFunctionArgs,
  { side, page }: { side: Side; page: (requestId: string) => string },
) {
  const { requestId = "" } = args.params;
  const { intent, returnTo, ...values } = await readForm(args.request);
  const outcome = await respond(args, async (caller) => {
    // Each side has an address of its own, and only that one.
    requirePermission(caller.actor, side === "hospital" ? "request.read" : "received-request.read");
    return takeDialogueStep(caller, intent, { ...values, requestId });
  });
  if (outcome.ok) {
    const back = typeof returnTo === "string" && returnTo !== "" ? toLocalPath(returnTo) : page(requestId);
    return redirect(`${back.split("#")[0]}#question-${outcome.value.id}`, 303);
  }
  const { threadId, text } = values;
  return data(
    {
      refusal: outcome.refusal,
      about: typeof threadId === "string" ? threadId : null,
      text: typeof text === "string" ? text : "",
    },
    { status: 422 },
  );
}
