import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readJsonMembers } from "~/http/json-body.server";
import { respond } from "~/http/respond.server";
import { presentModelEdits } from "~/presenters/present-model-edits.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";

/** What was saved after the version `since`. */
export async function loader(args: LoaderFunctionArgs) {
  const { modelId = "" } = args.params;
  const since = Number(new URL(args.request.url).searchParams.get("since") ?? 0);
  const edits = await respond(args, (caller) =>
    presentModelEdits(caller, modelId, Number.isSafeInteger(since) && since >= 0 ? since : 0),
  );
  return Response.json(edits, { headers: { "Cache-Control": "no-store" } });
}

/**
 * The diagram's autosave. 200 `{version, missed}`: saved, `missed` are others' edits that came before it. 409: the
 * person must choose. 422: refused. Commands that had been saved already are answered as saved.
 */
export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const { version, commands } = await readJsonMembers(args.request);
  const outcome = await respond(args, (caller) => editZoneModel(caller, { modelId, version, commands }));
  if (outcome.ok) return Response.json({ version: outcome.value.version, missed: outcome.value.missed });
  const { refusal } = outcome;
  if (refusal.code !== "stale-version") return Response.json({ refusal }, { status: 422 });
  if (!refusal.isAlreadySaved) return Response.json({ refusal }, { status: 409 });
  return Response.json({ version: refusal.currentVersion, missed: refusal.edits, isAlreadySaved: true });
}
