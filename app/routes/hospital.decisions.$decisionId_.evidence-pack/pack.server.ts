import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Stage } from "~/components/download/download-stages";
import type { PortalKey } from "~/domain/declaration/seal";
import { AppError } from "~/domain/shared/app-error";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { formatDay, formatInstant } from "~/i18n/format";
import { translatorFor } from "~/i18n/i18n";
import type { QualifiedKey } from "~/i18n/keys";
import { type Language, languageOfHeader } from "~/i18n/resources";
import { writeMessage } from "~/i18n/sentence";
import {
  type EvidencePackFacts,
  evidencePackFile,
  presentEvidencePack,
} from "~/presenters/present-evidence-pack.server";
import { type DecisionReportWords, decisionReport } from "~/reports/decision-report";
import { unprintableOf } from "~/reports/parts";
import { inQueue } from "~/reports/queue.server";
import { writeDocument } from "~/reports/write-document.server";
import { exportEvidencePack } from "~/use-cases/decisions/export-evidence-pack.server";
import type { Caller } from "~/use-cases/use-case.server";
import { reportWords } from "../hospital.models.$modelId.export.$file/report-words";
import {
  stagedAnswer,
  type Written,
  wantsStages,
} from "../hospital.models.$modelId.export.$file/staged.server";

type Watching = { signal: AbortSignal; tell: (stage: Stage) => void };

/** Notes who takes it, gathers what was frozen, writes the document, and signs the whole. A script may be told how far it is. */
export async function evidencePack(args: LoaderFunctionArgs): Promise<Response> {
  const { request, params, context } = args;
  const { decisionId = "" } = params;
  const language = languageOfHeader(request.headers.get("Accept-Language"));
  const { caller, pack } = await respond(args, async (caller) => {
    const noted = await exportEvidencePack(caller, { decisionId });
    if (!noted.ok) throw new AppError("not-found", "there is no such decision");
    return { caller, pack: await presentEvidencePack(caller, decisionId) };
  });
  const write = (watching: Watching) =>
    writtenPack(caller, { pack, language, key: context.portalKey }, watching);
  if (wantsStages(request)) return stagedAnswer(request, (tell, signal) => write({ tell, signal }));
  const watching = { signal: request.signal, tell: () => undefined };
  return attachment(await respond(args, () => write(watching)));
}

type ToWrite = { pack: EvidencePackFacts; language: Language; key: PortalKey };

async function writtenPack(
  { actor }: Caller,
  { pack, language, key }: ToWrite,
  { signal, tell }: Watching,
): Promise<Written> {
  const owner = `${actor.organisationId} ${actor.personId}`;
  const document = await inQueue({ owner, signal, tell: (before) => tell({ before }) }, () => {
    const order = { as: "report-pdf", document: decisionReport(pack, wordsOf(language)) } as const;
    return writeDocument(order, { signal, tell: (done, of) => tell({ done, of }) });
  });
  const { decision, hospital, madeBy: name, madeAt: at } = pack;
  const readMe = translatorFor(language)("pack:readMe", { decision: decision.id, hospital, name, at });
  return evidencePackFile(pack, { document, readMe }, key);
}

function wordsOf(language: Language): DecisionReportWords {
  const t = translatorFor(language);
  return {
    language,
    // A bare key is one of our own namespace: the type of `DecisionReportWords` says so.
    t: (key, parameters) => t((key.includes(":") ? key : `pack:${key}`) as QualifiedKey, parameters),
    day: (value) => formatDay(value, language),
    at: (value) => formatInstant(value, language),
    sentence: (message) => writeMessage(t, language, message),
    unprintable: unprintableOf(reportWords(language)),
  };
}
