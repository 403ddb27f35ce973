import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { presentModelProducts } from "~/presenters/present-model-products.server";

/** What the diagram judges the placed products with, in the browser. */
export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentModelProducts(caller, args.params.modelId ?? ""));
