import type { ActionFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { importNotice } from "~/use-cases/notices/import-notice.server";

/** The bytes of an advisory. 200 `{id, unknown}`: a draft of it is saved. 422: refused, nothing is. */
export async function action(args: ActionFunctionArgs) {
  const outcome = await respond(args, async (caller) =>
    importNotice(caller, new Uint8Array(await args.request.arrayBuffer())),
  );
  if (!outcome.ok) return Response.json({ code: outcome.refusal.code }, { status: 422 });
  const { id, unknown } = outcome.value;
  return Response.json({ id, unknown: unknown.slice(0, 10) });
}
