import type { ActionFunctionArgs } from "@remix-run/node";
import type { HereAnswer } from "~/diagram/table/use-table-clipboard";
import { readForm, respond } from "~/http/respond.server";
import { hereAnswer, isSavedAlready, toTableRefusal } from "~/routes/hospital.models.$modelId.table/answers";
import { takePost } from "~/routes/hospital.models.$modelId.table/take-post.server";

const KEPT_NOWHERE = { headers: { "Cache-Control": "no-store" } };

/** Keys for the clipboard on the page of the table: a part to copy, cut or pasted, answered where the page stands. */
export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const values = await readForm(args.request);
  const taken = await respond(args, (caller) => takePost(caller, modelId, { ...values, answer: "here" }));
  const { outcome, copied } = taken;
  if (!outcome || outcome.ok || isSavedAlready(outcome))
    return Response.json(hereAnswer(values.do, taken), KEPT_NOWHERE);
  const refused: HereAnswer = { refusal: toTableRefusal(outcome.refusal, []), copied: copied?.text };
  return Response.json(refused, { ...KEPT_NOWHERE, status: 422 });
}
