import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "~/domain/shared/app-error";
import { ElementRefSchema } from "~/domain/zone-model/zone-model";
import { readForm, respond } from "~/http/respond.server";
import { presentElement } from "~/presenters/present-element.server";
import { isCommentIntent, takeCommentStep } from "~/use-cases/review/comment-step.server";

/** Who changed one element last, and what people say of it: read by the panel of the diagram. */
export async function loader(args: LoaderFunctionArgs) {
  const { modelId = "" } = args.params;
  const query = Object.fromEntries(new URL(args.request.url).searchParams);
  const answer = await respond(args, async (caller) => {
    const element = ElementRefSchema.safeParse(query);
    if (!element.success) throw new AppError("not-found", "there is no such element");
    return presentElement(caller, modelId, element.data);
  });
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}

/** A comment, an answer, or a thread that is settled or opened again. 200 `{ id }`; 422 refused: nothing was written. */
export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const { intent, about: _form, ...values } = await readForm(args.request);
  const step = isCommentIntent(intent) ? intent : "comment";
  const outcome = await respond(args, (caller) => takeCommentStep(caller, step, { ...values, modelId }));
  if (!outcome.ok) return Response.json({ refusal: outcome.refusal }, { status: 422 });
  return Response.json({ id: outcome.value.id });
}
