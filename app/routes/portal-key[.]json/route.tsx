import type { LoaderFunctionArgs } from "@remix-run/node";
import { respondOpenly } from "~/http/respond.server";
import { presentPortalKey } from "~/presenters/present-portal-key.server";

/** The portal's public key for programs; without an account. */
export const loader = (args: LoaderFunctionArgs) =>
  respondOpenly(args, async () => Response.json(presentPortalKey(args.context.portalKey)));
