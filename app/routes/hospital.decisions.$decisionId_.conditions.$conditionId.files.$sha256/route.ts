import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { handOut, withFiles } from "~/http/uploads.server";
import { readConditionFile } from "~/use-cases/attachments/read-condition-file.server";

/** A file that shows that a condition was met. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { decisionId = "", conditionId = "", sha256 = "" } = args.params;
  return handOut(
    await respond(args, (caller) =>
      readConditionFile(withFiles(caller, args.context), { decisionId, conditionId, sha256 }),
    ),
  );
};
