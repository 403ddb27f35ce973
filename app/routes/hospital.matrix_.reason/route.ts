import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { presentMatrixReason } from "~/presenters/present-matrix-reason.server";

/** Why the cell that somebody looks at came out as it did. */
export async function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams;
  const cell = {
    modelId: search.get("model") ?? "",
    zoneId: search.get("zone") ?? "",
    declarationId: search.get("declaration") ?? "",
  };
  const answer = await respond(args, (caller) => presentMatrixReason(caller, cell));
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
