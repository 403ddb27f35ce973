import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { languageOfHeader } from "~/i18n/resources";
import { presentOffersExport } from "~/presenters/present-offers-export.server";
import { exportOffers } from "~/use-cases/offers/export-offers.server";
import { stagedAnswer, wantsStages } from "../hospital.models.$modelId.export.$file/staged.server";
import { offersDocument, offersWorkbook } from "./files.server";

/** A comparison as a file, noted before its first byte. Of the PDF a script may be told how far it is. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params } = args;
  const search = new URL(request.url).searchParams;
  const language = languageOfHeader(request.headers.get("Accept-Language"));
  const ids = {
    modelId: search.get("model") ?? "",
    zoneId: search.get("zone") ?? "",
    declarationIds: [...new Set(search.getAll("declaration"))],
  };
  const { caller, offers } = await respond(args, async (caller) => {
    requireNoted(await exportOffers(caller, { ...ids, file: params.file }), "there is no such file");
    return { caller, offers: await presentOffersExport(caller, ids) };
  });
  if (params.file === "offers.xlsx") return attachment(await offersWorkbook(offers, language));
  const asked = { offers, language };
  if (wantsStages(request))
    return stagedAnswer(request, (tell, signal) => offersDocument(caller, asked, { signal, tell }));
  const watching = { signal: request.signal, tell: () => undefined };
  return attachment(await respond(args, () => offersDocument(caller, asked, watching)));
}
