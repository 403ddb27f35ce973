import { formatDay, formatInstant } from "~/i18n/format";
import { translatorFor } from "~/i18n/i18n";
import type { QualifiedKey } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";
import { writeMessage } from "~/i18n/sentence";
import type { DecisionReportWords } from "~/reports/decision-report";
import { unprintableOf } from "~/reports/parts";
import { reportWords } from "../hospital.models.$modelId.export.$file/report-words";

/** The words in which the documents of evidence packs are written. */
export function packWords(language: Language): DecisionReportWords {
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
