import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireNoted } from "~/http/step-up.server";
import { presentTenderPackage } from "~/presenters/present-tender-package.server";
import { exportTenderPackage } from "~/use-cases/tenders/export-tender-package.server";
import { zonePackage } from "./package.server";

/** What a tender asks, to attach to it. */
export const loader = (args: LoaderFunctionArgs) =>
  zonePackage(args, async (caller) => {
    const { tenderId = "" } = args.params;
    requireNoted(await exportTenderPackage(caller, { tenderId }), "there is no such tender");
    return presentTenderPackage(caller, tenderId);
  });
