import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "~/domain/shared/app-error";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { presentReceivedZone } from "~/presenters/present-received-zone.server";
import { exportReceivedZone } from "~/use-cases/requests/export-received-zone.server";

/** What is asked for, to check products against without the portal. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { requestId = "" } = args.params;
  const file = await respond(args, async (caller) => {
    const noted = await exportReceivedZone(caller, { requestId });
    if (!noted.ok) throw new AppError("not-found", "there is no such request");
    return presentReceivedZone(caller, requestId);
  });
  return attachment(file);
};
