import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { presentStanding } from "~/presenters/present-standing.server";

/** How the answers of a draft stand, for its page while it is filled in. */
export async function loader(args: LoaderFunctionArgs) {
  const answer = await respond(args, (caller) => presentStanding(caller, args.params.declarationId ?? ""));
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
