import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { languageOfHeader } from "~/i18n/resources";
import { requireDocument } from "~/presenters/present-document.server";
import { presentModelFile } from "~/presenters/present-model-export.server";
import { DOCUMENT_FILES } from "~/use-cases/zone-models/export-model.server";
import { documentFile } from "./documents.server";
import { noteExport } from "./note-export.server";
import { stagedAnswer, wantsStages } from "./staged.server";
import { exportWords } from "./words";

/**
 * A download of the draft, or of the revision `?revision=`. A script may ask for one that tells how far it is, see
 * `staged.server.ts`.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params } = args;
  const { modelId = "", file = "" } = params;
  const wanted = new URL(request.url).searchParams.get("revision");
  const language = languageOfHeader(request.headers.get("Accept-Language"));
  const revision = wanted ? Number(wanted) : null;
  const document = DOCUMENT_FILES.find((name) => name === file);
  await respond(args, (caller) => noteExport(caller, { modelId, file, revision }));
  if (!document)
    return attachment(
      await respond(args, (caller) =>
        presentModelFile(caller, modelId, { file, revision }, exportWords(language)),
      ),
    );
  const asked = { modelId, file: document, revision, language };
  if (!wantsStages(request)) {
    const watching = { signal: request.signal, tell: () => undefined };
    return attachment(await respond(args, (caller) => documentFile(caller, asked, watching)));
  }
  const caller = await respond(args, async (one) => {
    await requireDocument(one, modelId, revision);
    return one;
  });
  return stagedAnswer(request, (tell, signal) => documentFile(caller, asked, { signal, tell }));
}
