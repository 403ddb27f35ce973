import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { languageOfHeader } from "~/i18n/resources";
import { presentMeasuresFile } from "~/presenters/present-measures-file.server";
import { exportMeasures } from "~/use-cases/measures/export-measures.server";
import { measuresQuery } from "../hospital.measures._index/typed-fields.server";
import { measureWords } from "./words";

/** What the page of measures shows under the same query, as a workbook that can be read back. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params } = args;
  const search = new URL(request.url).searchParams;
  const words = measureWords(languageOfHeader(request.headers.get("Accept-Language")));
  return attachment(
    await respond(args, async (caller) => {
      requireNoted(await exportMeasures(caller, { file: params.file ?? "" }), "there is no such file");
      return presentMeasuresFile(caller, measuresQuery(search), words);
    }),
  );
}
