import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { presentPublishedModel } from "~/presenters/present-published-model.server";

/** What the diagram compares the draft with. */
export async function loader(args: LoaderFunctionArgs) {
  const answer = await respond(args, (caller) => presentPublishedModel(caller, args.params.modelId ?? ""));
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
