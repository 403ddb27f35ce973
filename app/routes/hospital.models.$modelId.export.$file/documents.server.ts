import type { Stage } from "~/components/download/download-stages";
import { fingerprintInParts } from "~/domain/zone-model/facts";
import type { Language } from "~/i18n/resources";
import { presentDocument, presentZoneReport } from "~/presenters/present-document.server";
import { nameOfFile } from "~/presenters/present-model-export.server";
import { inTurns } from "~/reports/in-turns.server";
import { unprintableOf } from "~/reports/parts";
import { inQueue } from "~/reports/queue.server";
import type { DocumentFacts } from "~/reports/report-facts";
import { type WritingOrder, writeDocument } from "~/reports/write-document.server";
import { zoneReportInParts } from "~/reports/zone-report";
import type { Caller } from "~/use-cases/use-case.server";
import type { DocumentFileName } from "~/use-cases/zone-models/export-model.server";
import { plainDrawing, wholeSheet } from "./drawings";
import { reportWords } from "./report-words";
import type { Written } from "./staged.server";

type Asked = { modelId: string; file: DocumentFileName; revision: number | null; language: Language };
type Watching = { signal: AbortSignal; tell: (stage: Stage) => void };

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * A drawing or a report of the draft or of a revision. Those that take long wait for their turn, are prepared in parts
 * between which the server answers others, and written in a worker; `signal` ends all of it.
 */
export async function documentFile(
  caller: Caller,
  asked: Asked,
  { signal, tell }: Watching,
): Promise<Written> {
  if (asked.file === "drawing.svg") {
    const facts = await documentFacts(caller, asked, signal);
    const { svg } = wholeSheet(facts, reportWords(asked.language));
    return { name: nameOf(facts, asked.file), type: "image/svg+xml; charset=utf-8", body: svg };
  }
  const { organisationId, personId } = caller.actor;
  return inQueue(
    { owner: `${organisationId} ${personId}`, signal, tell: (before) => tell({ before }) },
    async () => {
      const { facts, order } = await orderOf(caller, asked, signal);
      const body = await writeDocument(order, { signal, tell: (done, of) => tell({ done, of }) });
      const type = order.as === "report-docx" ? DOCX : "application/pdf";
      return { name: nameOf(facts, asked.file), type, body };
    },
  );
}

async function orderOf(
  caller: Caller,
  asked: Asked,
  signal: AbortSignal,
): Promise<{ facts: DocumentFacts; order: WritingOrder }> {
  const { modelId, file, revision, language } = asked;
  const words = reportWords(language);
  if (file === "zone-report.pdf" || file === "zone-report.docx") {
    const { fingerprint, ...known } = await presentZoneReport(caller, modelId, revision);
    const facts = { ...known, fingerprint: await fingerprintFor(fingerprint, known, signal) };
    const document = await inTurns(zoneReportInParts(facts, words, plainDrawing(facts, words)), signal);
    return { facts, order: { as: file === "zone-report.pdf" ? "report-pdf" : "report-docx", document } };
  }
  const facts = await documentFacts(caller, asked, signal);
  const mark = facts.state.kind === "draft" ? words.t("cover.mark") : null;
  const unprintable = unprintableOf(words);
  const document = { ...wholeSheet(facts, words), title: facts.modelName, language, mark, unprintable };
  return { facts, order: { as: "sheet-pdf", document } };
}

async function documentFacts(
  caller: Caller,
  { modelId, revision }: Asked,
  signal: AbortSignal,
): Promise<DocumentFacts> {
  const { fingerprint, ...known } = await presentDocument(caller, modelId, revision);
  return { ...known, fingerprint: await fingerprintFor(fingerprint, known, signal) };
}

/** What a revision has, and what a draft is given for its document. */
async function fingerprintFor(
  known: string | null,
  { content }: Pick<DocumentFacts, "content">,
  signal: AbortSignal,
): Promise<string> {
  return known ?? inTurns(fingerprintInParts(content), signal);
}

function nameOf({ modelName, state }: DocumentFacts, file: string): string {
  return nameOfFile(
    modelName,
    state.kind === "draft" ? `draft-${state.version}` : `revision-${state.number}`,
    file,
  );
}
