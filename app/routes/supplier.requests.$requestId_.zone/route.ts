import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { presentReceivedZone } from "~/presenters/present-received-zone.server";
import { exportReceivedZone } from "~/use-cases/requests/export-received-zone.server";

/** What is asked for, to check products against without the portal. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { requestId = "" } = args.params;
  const file = await respond(args, async (caller) => {
    requireNoted(await exportReceivedZone(caller, { requestId }), "there is no such request");
    return presentReceivedZone(caller, requestId);
  });
  return attachment(file);
};
