import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { presentCandidate } from "~/presenters/present-candidate.server";

/** A product that the diagram holds against every zone, in the browser. */
export async function loader(args: LoaderFunctionArgs) {
  const { modelId = "", releaseId = "" } = args.params;
  const answer = await respond(args, (caller) => presentCandidate(caller, modelId, releaseId));
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
