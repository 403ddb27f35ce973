import type { ActionFunctionArgs } from "@remix-run/node";
import { changeOfFields, fieldsOfForm, firstOf, toFieldErrors } from "~/components/risk/risk-form";
import { RISK_PARTS } from "~/domain/risk/assessment-parts";
import { respond } from "~/http/respond.server";
import { saveRiskPart } from "~/use-cases/risk/save-risk-part.server";

/**
 * Autosave of one step of a risk assessment, as its form says it. 200 saved, 409 somebody else has saved the same
 * step, 422 refused: nothing was written.
 */
export async function action(args: ActionFunctionArgs) {
  const fields = fieldsOfForm(new URLSearchParams(await args.request.text()));
  const part = RISK_PARTS.find((known) => known === firstOf(fields, "part"));
  const input = {
    modelId: args.params.modelId,
    elementKind: firstOf(fields, "elementKind"),
    elementId: firstOf(fields, "elementId"),
    token: firstOf(fields, "token"),
    change: part && changeOfFields(part, fields, { withNew: false }),
  };
  const { outcome, at } = await respond(args, async (caller) => ({
    outcome: await saveRiskPart(caller, input),
    at: caller.now.toISOString(),
  }));
  if (outcome.ok) return Response.json({ kind: "saved", token: outcome.value.token, at });
  const { refusal } = outcome;
  if (refusal.code === "part-changed")
    return Response.json({ kind: "disputed", token: refusal.token }, { status: 409 });
  if (refusal.code !== "invalid-input") return Response.json({ kind: "refused" }, { status: 422 });
  return Response.json({ kind: "invalid", fields: toFieldErrors(refusal.fields, fields) }, { status: 422 });
}
