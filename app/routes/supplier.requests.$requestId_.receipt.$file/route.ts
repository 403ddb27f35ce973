import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "~/domain/shared/app-error";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { languageOfHeader } from "~/i18n/resources";
import { presentReceivedReceipt } from "~/presenters/present-received-receipt.server";
import { RECEIPT_FILES } from "~/use-cases/decisions/export-receipt.server";
import { exportReceivedReceipt } from "~/use-cases/requests/export-received-receipt.server";
import { writtenReceipt } from "../hospital.decisions.$decisionId_.receipt.$file/receipt-file.server";

/** The supplier's receipt of the latest decision on a request: noted first, then written. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { request, params, context } = args;
  const { requestId = "" } = params;
  const language = languageOfHeader(request.headers.get("Accept-Language"));
  return attachment(
    await respond(args, async (caller) => {
      const file = RECEIPT_FILES.find((name) => name === params.file);
      if (!file) throw new AppError("not-found", "there is no such file");
      requireNoted(
        await exportReceivedReceipt(caller, { requestId, file }),
        "nothing was decided on this request",
      );
      const receipt = await presentReceivedReceipt(caller, requestId);
      const key = context.portalKey;
      return writtenReceipt(caller, { receipt, file, language, key, signal: request.signal });
    }),
  );
};
