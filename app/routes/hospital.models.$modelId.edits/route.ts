import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { SavedAnswer } from "~/diagram/editing/edit-state";
import { readJsonMembers } from "~/http/json-body.server";
import { respond } from "~/http/respond.server";
import { presentModelEdits } from "~/presenters/present-model-edits.server";
import { presentModelState } from "~/presenters/present-model-state.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";

/** What was saved after the version `since`; with `at`, the draft as it was at that version. */
export async function loader(args: LoaderFunctionArgs) {
  const { modelId = "" } = args.params;
  const query = new URL(args.request.url).searchParams;
  const answer = await respond(args, async (caller) =>
    query.has("at")
      ? presentModelState(caller, modelId, toVersion(query.get("at")))
      : presentModelEdits(caller, modelId, toVersion(query.get("since"))),
  );
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}

function toVersion(text: string | null): number {
  const version = Number(text ?? 0);
  return Number.isSafeInteger(version) && version >= 0 ? version : 0;
}

/**
 * The diagram's autosave. 200 `SavedAnswer`: saved, also where it had been saved before and only the answer got lost.
 * 409: the person must choose. 422: refused.
 */
export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const { version: madeOn, commands } = await readJsonMembers(args.request);
  const outcome = await respond(args, (caller) =>
    editZoneModel(caller, { modelId, version: madeOn, commands }),
  );
  if (outcome.ok) {
    const { version, missed, savedCommands } = outcome.value;
    return Response.json({ version, missed, savedCommands } satisfies SavedAnswer);
  }
  const { refusal } = outcome;
  if (refusal.code !== "stale-version") return Response.json({ refusal }, { status: 422 });
  if (!refusal.isAlreadySaved) return Response.json({ refusal }, { status: 409 });
  const { currentVersion: version, edits: missed } = refusal;
  const savedCommands = Array.isArray(commands) ? commands.length : 0;
  return Response.json({ version, missed, savedCommands } satisfies SavedAnswer);
}
