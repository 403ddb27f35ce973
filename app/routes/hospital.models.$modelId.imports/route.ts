import type { ActionFunctionArgs } from "@remix-run/node";
import { readJsonMembers } from "~/http/json-body.server";
import { respond } from "~/http/respond.server";
import { importIntoModel } from "~/use-cases/zone-models/import-into-model.server";

/**
 * An import that has been previewed, as one edit. 200 `{version}`: saved. 409: others have changed the same. 422:
 * refused. Who asks is known before the body, which may be large, is read.
 */
export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const outcome = await respond(args, async (caller) => {
    const { version, source, commands } = await readJsonMembers(args.request);
    return importIntoModel(caller, { modelId, version, source, commands });
  });
  if (outcome.ok) return Response.json({ version: outcome.value.version });
  const { refusal } = outcome;
  return Response.json({ refusal }, { status: refusal.code === "stale-version" ? 409 : 422 });
}
