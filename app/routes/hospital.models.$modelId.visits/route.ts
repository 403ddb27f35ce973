import type { ActionFunctionArgs } from "@remix-run/node";
import { readJsonMembers } from "~/http/json-body.server";
import { respond } from "~/http/respond.server";
import { presentModelEdits } from "~/presenters/present-model-edits.server";
import { presentVisitedNames } from "~/presenters/present-visited-names.server";
import { visitModel } from "~/use-cases/zone-models/visit-model.server";

/** An id, an element and a version: nothing longer is a visit. */
const LONGEST = 1_000;

/** An open page says that it is there, and hears who else is and what was saved after the version `since`. */
export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const isLong = Number(args.request.headers.get("Content-Length") ?? LONGEST + 1) > LONGEST;
  const { since, areNamed, ...visit } = isLong ? {} : await readJsonMembers(args.request);
  const outcome = await respond(args, (caller) => visitModel(caller, { ...visit, modelId }));
  if (!outcome.ok) return Response.json({ refusal: outcome.refusal }, { status: 422 });
  const version = typeof since === "number" && Number.isSafeInteger(since) && since >= 0 ? since : undefined;
  const news =
    version === undefined
      ? null
      : await respond(args, (caller) => presentModelEdits(caller, modelId, version));
  const visits =
    areNamed === true
      ? await respond(args, (caller) => presentVisitedNames(caller, modelId, outcome.value))
      : outcome.value;
  return Response.json({ visits, news }, { headers: { "Cache-Control": "no-store" } });
}
