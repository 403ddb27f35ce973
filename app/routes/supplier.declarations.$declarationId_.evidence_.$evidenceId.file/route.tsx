import type { LoaderFunctionArgs } from "@remix-run/node";
import { respond } from "~/http/respond.server";
import { handOut, withFiles } from "~/http/uploads.server";
import { readEvidenceFile } from "~/use-cases/files/read-evidence-file.server";

/** The file of a piece of evidence, or with `of` one that it had before. */
export async function loader(args: LoaderFunctionArgs) {
  const { declarationId, evidenceId } = args.params;
  const sha256 = new URL(args.request.url).searchParams.get("of");
  return handOut(
    await respond(args, (caller) =>
      readEvidenceFile(withFiles(caller, args.context), { declarationId, evidenceId, sha256 }),
    ),
  );
}
