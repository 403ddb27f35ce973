import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { handOut, withFiles } from "~/http/uploads.server";
import { readReceivedAttachment } from "~/use-cases/attachments/read-received-attachment.server";

/** A file that came with a request. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { requestId = "", sha256 = "" } = args.params;
  return handOut(
    await respond(args, (caller) =>
      readReceivedAttachment(withFiles(caller, args.context), { requestId, sha256 }),
    ),
  );
};
