import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { presentSuggestedCountermeasures } from "~/presenters/present-suggested-countermeasures.server";

/** What the surrounding zone could provide for the row that `?row` names. */
export async function loader(args: LoaderFunctionArgs) {
  const requirementId = new URL(args.request.url).searchParams.get("row") ?? "";
  const asked = { declarationId: args.params.declarationId ?? "", requirementId };
  const suggestions = await respond(args, (caller) => presentSuggestedCountermeasures(caller, asked));
  return Response.json(suggestions, { headers: { "Cache-Control": "no-store" } });
}
