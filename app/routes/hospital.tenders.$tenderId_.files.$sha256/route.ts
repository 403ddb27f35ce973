import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { handOut, withFiles } from "~/http/uploads.server";
import { readAttachment } from "~/use-cases/attachments/read-attachment.server";

/** A file that goes with a tender, for the hospital itself. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { tenderId = "", sha256 = "" } = args.params;
  return handOut(
    await respond(args, (caller) => readAttachment(withFiles(caller, args.context), { tenderId, sha256 })),
  );
};
