import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Stage } from "~/components/download/download-stages";
import type { PortalKey } from "~/domain/declaration/seal";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { withFiles } from "~/http/uploads.server";
import { translatorFor } from "~/i18n/i18n";
import { type Language, languageOfHeader } from "~/i18n/resources";
import {
  attachedFactsOf,
  type EvidencePackFacts,
  evidencePackFile,
  packDecision,
  presentEvidencePack,
} from "~/presenters/present-evidence-pack.server";
import { decisionReport } from "~/reports/decision-report";
import { inQueue } from "~/reports/queue.server";
import { writeDocument } from "~/reports/write-document.server";
import { exportEvidencePack } from "~/use-cases/decisions/export-evidence-pack.server";
import type { FileCaller } from "~/use-cases/files/find-own-upload.server";
import {
  stagedAnswer,
  type Written,
  wantsStages,
} from "../hospital.models.$modelId.export.$file/staged.server";
import { packWords } from "./pack-words";

type Watching = { signal: AbortSignal; tell: (stage: Stage) => void };

/** Notes who takes it, gathers what was frozen, writes the document, and signs the whole. A script may be told how far it is. */
export async function evidencePack(args: LoaderFunctionArgs): Promise<Response> {
  const { request, params, context } = args;
  const { decisionId = "" } = params;
  const language = languageOfHeader(request.headers.get("Accept-Language"));
  const { caller, pack } = await respond(args, async (caller) => {
    requireNoted(await exportEvidencePack(caller, { decisionId }), "there is no such decision");
    return { caller, pack: await presentEvidencePack(caller, decisionId) };
  });
  const write = (watching: Watching) =>
    writtenPack(withFiles(caller, context), { pack, language, key: context.portalKey }, watching);
  if (wantsStages(request)) return stagedAnswer(request, (tell, signal) => write({ tell, signal }));
  const watching = { signal: request.signal, tell: () => undefined };
  return attachment(await respond(args, () => write(watching)));
}

type ToWrite = { pack: EvidencePackFacts; language: Language; key: PortalKey };

async function writtenPack(
  caller: FileCaller,
  { pack, language, key }: ToWrite,
  { signal, tell }: Watching,
): Promise<Written> {
  const { actor } = caller;
  const owner = `${actor.organisationId} ${actor.personId}`;
  return inQueue({ owner, signal, tell: (before) => tell({ before }) }, async () => {
    const { pack: archive, listed } = await packDecision(caller, pack, signal);
    const report = decisionReport({ ...pack, attached: attachedFactsOf(pack, listed) }, packWords(language));
    const document = await writeDocument(
      { as: "report-pdf", document: report },
      { signal, tell: (done, of) => tell({ done, of }) },
    );
    const { decision, hospital, madeBy: name, madeAt: at } = pack;
    const readMe = translatorFor(language)("pack:readMe", { decision: decision.id, hospital, name, at });
    return evidencePackFile(archive, pack, { document, readMe }, key);
  });
}
