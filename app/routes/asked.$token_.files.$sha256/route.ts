import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "~/domain/shared/app-error";
import { noteMissedLink, refuseLinkTrials } from "~/http/link-throttle.server";
import { respondOpenly } from "~/http/respond.server";
import { toVisitor } from "~/http/session.server";
import { handOut } from "~/http/uploads.server";
import { readAskedAttachment } from "~/use-cases/attachments/read-asked-attachment.server";

/** A file that came with a request, for whoever holds its link. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { token = "", sha256 = "" } = args.params;
  const { context } = args;
  const file = await respondOpenly(args, async () => {
    refuseLinkTrials(context.clientAddress, context.now);
    try {
      return await readAskedAttachment(toVisitor(context), context.files, { token, sha256 });
    } catch (error) {
      if (error instanceof AppError && error.code === "not-found")
        noteMissedLink(context.clientAddress, context.now);
      throw error;
    }
  });
  return handOut(file);
};
