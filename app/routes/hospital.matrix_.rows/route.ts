import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { readMatrixQuery } from "~/presenters/matrix-query.server";
import { presentMatrixBlock } from "~/presenters/present-matrix-block.server";

/** Rows of the matrix that a page scrolls to. */
export async function loader(args: LoaderFunctionArgs) {
  const answer = await respond(args, (caller) => presentMatrixBlock(caller, readMatrixQuery(args.request)));
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
