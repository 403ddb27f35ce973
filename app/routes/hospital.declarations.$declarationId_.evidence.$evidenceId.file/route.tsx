import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { handOut, withFiles } from "~/http/uploads.server";
import { readEvidenceFile } from "~/use-cases/files/read-evidence-file.server";

/** The file of a piece of evidence of a declaration that is shared with the hospital. */
export async function loader(args: LoaderFunctionArgs) {
  const { declarationId, evidenceId } = args.params;
  return handOut(
    await respond(args, (caller) =>
      readEvidenceFile(withFiles(caller, args.context), { declarationId, evidenceId, sha256: null }),
    ),
  );
}
