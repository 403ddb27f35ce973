import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { presentModelTemplates } from "~/presenters/present-model-templates.server";

/** What the palette of the diagram puts into a model, several zones at a time. */
export async function loader(args: LoaderFunctionArgs) {
  return Response.json(await respond(args, presentModelTemplates), {
    headers: { "Cache-Control": "no-store" },
  });
}
