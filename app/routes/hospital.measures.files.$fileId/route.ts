import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { handOut, withFiles } from "~/http/uploads.server";
import { readMeasureFile } from "~/use-cases/attachments/read-measure-file.server";

/** A file that shows a measure. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { fileId = "" } = args.params;
  return handOut(
    await respond(args, (caller) => readMeasureFile(withFiles(caller, args.context), { fileId })),
  );
};
