import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "~/domain/shared/app-error";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { languageOfHeader } from "~/i18n/resources";
import { presentReceipt } from "~/presenters/present-receipt.server";
import { exportReceipt, RECEIPT_FILES } from "~/use-cases/decisions/export-receipt.server";
import { writtenReceipt } from "./receipt-file.server";

/** The hospital's receipt of a decision: noted first, then written. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { request, params, context } = args;
  const { decisionId = "" } = params;
  const language = languageOfHeader(request.headers.get("Accept-Language"));
  return attachment(
    await respond(args, async (caller) => {
      const file = RECEIPT_FILES.find((name) => name === params.file);
      if (!file) throw new AppError("not-found", "there is no such file");
      requireNoted(await exportReceipt(caller, { decisionId, file }), "there is no such decision");
      const receipt = await presentReceipt(caller, decisionId);
      const key = context.portalKey;
      return writtenReceipt(caller, { receipt, file, language, key, signal: request.signal });
    }),
  );
};
