import type { Attachment } from "~/http/attachment.server";
import { formatDay, formatInstant } from "~/i18n/format";
import { i18nOf } from "~/i18n/i18n";
import type { Translate } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";
import { type IncidentFacts, type IncidentWords, incidentReport } from "~/reports/incident-report";
import { unprintableOf } from "~/reports/parts";
import { inQueue } from "~/reports/queue.server";
import { writeDocument } from "~/reports/write-document.server";
import type { INCIDENT_FILES } from "~/use-cases/incidents/export-incident.server";
import type { Caller } from "~/use-cases/use-case.server";
import { reportWords } from "../hospital.models.$modelId.export.$file/report-words";

type Wanted = {
  incident: IncidentFacts;
  file: (typeof INCIDENT_FILES)[number];
  language: Language;
  signal: AbortSignal;
};

const KINDS = {
  "incident.pdf": { as: "report-pdf", type: "application/pdf" },
  "incident.docx": {
    as: "report-docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
} as const;

/** The report in one of its formats, written in turn with those of others. */
export async function writtenIncident(
  { actor }: Caller,
  { incident, file, language, signal }: Wanted,
): Promise<Attachment> {
  const owner = `${actor.organisationId} ${actor.personId}`;
  const { as, type } = KINDS[file];
  const document = incidentReport(incident, wordsOf(language));
  const body = await inQueue({ owner, signal, tell: () => undefined }, () =>
    writeDocument({ as, document }, { signal }),
  );
  return { name: file, type, body };
}

function wordsOf(language: Language): IncidentWords {
  return {
    language,
    // Our keys instead of the library's: see i18n/keys.ts.
    t: i18nOf(language).getFixedT(language, "notice") as Translate<"notice">,
    day: (value) => formatDay(value, language),
    instant: (value) => formatInstant(value, language),
    unprintable: unprintableOf(reportWords(language)),
  };
}
