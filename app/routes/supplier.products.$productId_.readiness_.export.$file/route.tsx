import type { LoaderFunctionArgs } from "@remix-run/node";
import { readinessWords } from "~/components/readiness/file-words";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { languageOfHeader } from "~/i18n/resources";
import { presentProductReadiness } from "~/presenters/present-product-readiness.server";
import { presentReadinessFile } from "~/presenters/present-readiness-file.server";
import { exportReadiness } from "~/use-cases/readiness/export-readiness.server";

/** What the page of a product's readiness shows under the same query, as a workbook. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params } = args;
  const { productId = "", file = "" } = params;
  const of = new URL(request.url).searchParams.get("of");
  const words = readinessWords(languageOfHeader(request.headers.get("Accept-Language")));
  return attachment(
    await respond(args, async (caller) => {
      requireNoted(await exportReadiness(caller, { file, productId }), "there is no such file");
      const { frameworks } = await presentProductReadiness(caller, productId, of);
      return presentReadinessFile(caller, frameworks, words);
    }),
  );
}
