import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireNoted } from "~/http/step-up.server";
import { presentReceivedPackage } from "~/presenters/present-received-package.server";
import { exportReceivedZone } from "~/use-cases/requests/export-received-zone.server";
import { zonePackage } from "../hospital.tenders.$tenderId_.package/package.server";

/** What is asked, to read and to check products against without the portal. */
export const loader = (args: LoaderFunctionArgs) =>
  zonePackage(args, async (caller) => {
    const { requestId = "" } = args.params;
    requireNoted(await exportReceivedZone(caller, { requestId }), "there is no such request");
    return presentReceivedPackage(caller, requestId);
  });
