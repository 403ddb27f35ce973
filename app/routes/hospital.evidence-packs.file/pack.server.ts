import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Stage } from "~/components/download/download-stages";
import type { PortalKey } from "~/domain/declaration/seal";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { withFiles } from "~/http/uploads.server";
import { translatorFor } from "~/i18n/i18n";
import { type Language, languageOfHeader } from "~/i18n/resources";
import { paths } from "~/paths";
import { packEvidence } from "~/presenters/evidence-archive.server";
import { evidenceFile, reportFactsOf } from "~/presenters/evidence-files.server";
import { type EvidenceOfScope, presentEvidenceOfScope } from "~/presenters/present-evidence-of-scope.server";
import { scopeAsked } from "~/presenters/present-evidence-packs.server";
import { evidenceReport } from "~/reports/evidence-report";
import { inQueue } from "~/reports/queue.server";
import { writeDocument } from "~/reports/write-document.server";
import { exportEvidence } from "~/use-cases/evidence/export-evidence.server";
import type { FileCaller } from "~/use-cases/files/find-own-upload.server";
import { packWords } from "../hospital.decisions.$decisionId_.evidence-pack/pack-words";
import {
  stagedAnswer,
  type Written,
  wantsStages,
} from "../hospital.models.$modelId.export.$file/staged.server";
import { queryOf } from "./query";

type Watching = { signal: AbortSignal; tell: (stage: Stage) => void };
type ToWrite = { evidence: EvidenceOfScope; language: Language; key: PortalKey };

/** Notes who takes it, gathers it, writes the document and signs the whole. What cannot be made, its page explains. */
export async function evidenceOfScope(args: LoaderFunctionArgs): Promise<Response> {
  const { request, context } = args;
  const language = languageOfHeader(request.headers.get("Accept-Language"));
  const made = await respond(args, async (caller) => {
    const noted = await exportEvidence(caller, { scope: scopeAsked(queryOf(request)) });
    if (!noted.ok && noted.refusal.code !== "step-up") return null;
    const { scope } = requireNoted(noted, "there is no such evidence");
    return { caller, evidence: await presentEvidenceOfScope(caller, scope) };
  });
  if (!made) throw redirect(`${paths.evidencePacks()}${new URL(request.url).search}`, 303);
  const { caller, evidence } = made;
  const write = (watching: Watching) =>
    writtenPack(withFiles(caller, context), { evidence, language, key: context.portalKey }, watching);
  if (wantsStages(request)) return stagedAnswer(request, (tell, signal) => write({ tell, signal }));
  const watching = { signal: request.signal, tell: () => undefined };
  return attachment(await respond(args, () => write(watching)));
}

/** One at a time, like every document: what decisions were made on is read and packed in its turn. */
async function writtenPack(
  caller: FileCaller,
  { evidence, language, key }: ToWrite,
  { signal, tell }: Watching,
): Promise<Written> {
  const { actor } = caller;
  const owner = `${actor.organisationId} ${actor.personId}`;
  return inQueue({ owner, signal, tell: (before) => tell({ before }) }, async () => {
    const watching = { signal, tell: (done: number, of: number) => tell({ done, of }) };
    const { pack, rows, listed } = await packEvidence(caller, evidence, watching);
    const facts = reportFactsOf(evidence, rows, listed);
    const order = { as: "report-pdf", document: evidenceReport(facts, packWords(language)) } as const;
    const document = await writeDocument(order, watching);
    const { hospital, madeBy, madeAt } = evidence.about;
    const readMe = translatorFor(language)(`pack:many.readMe.${evidence.part.kind}`, {
      ...{ name: facts.name, hospital, madeBy, madeAt },
    });
    return evidenceFile(pack, evidence, rows, { document, readMe }, key);
  });
}
