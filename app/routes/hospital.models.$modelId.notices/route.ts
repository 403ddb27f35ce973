import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { presentModelNotices } from "~/presenters/present-model-notices.server";

/** Notices whose reach the diagram can show. */
export async function loader(args: LoaderFunctionArgs) {
  const answer = await respond(args, (caller) => presentModelNotices(caller, args.params.modelId ?? ""));
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
