import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireNoted } from "~/http/step-up.server";
import { presentZonePackage } from "~/presenters/present-zone-package.server";
import { exportZonePackage } from "~/use-cases/profiles/export-zone-package.server";
import { zonePackage } from "../hospital.tenders.$tenderId_.package/package.server";

/** What the class of a zone asks, to attach to a tender that is made elsewhere. */
export const loader = (args: LoaderFunctionArgs) =>
  zonePackage(args, async (caller) => {
    const { modelId = "", zoneId = "" } = args.params;
    requireNoted(await exportZonePackage(caller, { modelId, zoneId }), "there is no such zone");
    return presentZonePackage(caller, { modelId, zoneId });
  });
