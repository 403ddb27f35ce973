import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { presentModelProducts } from "~/presenters/present-model-products.server";

/** What the diagram judges the placed products with, in the browser. */
export async function loader(args: LoaderFunctionArgs) {
  const answer = await respond(args, (caller) => presentModelProducts(caller, args.params.modelId ?? ""));
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
