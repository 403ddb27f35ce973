import account from "~/messages/en/account.json";
import assessment from "~/messages/en/assessment.json";
import calendar from "~/messages/en/calendar.json";
import catalogue from "~/messages/en/catalogue.json";
import documentChecks from "~/messages/en/checks/documents.json";
import evidenceChecks from "~/messages/en/checks/evidence.json";
import protectionChecks from "~/messages/en/checks/protection.json";
import rowChecks from "~/messages/en/checks/rows.json";
import surroundingsChecks from "~/messages/en/checks/surroundings.json";
import cli from "~/messages/en/cli.json";
import common from "~/messages/en/common.json";
import components from "~/messages/en/components.json";
import countermeasure from "~/messages/en/countermeasure.json";
import decision from "~/messages/en/decision.json";
import declaration from "~/messages/en/declaration.json";
import demand from "~/messages/en/demand.json";
import demo from "~/messages/en/demo.json";
import diagram from "~/messages/en/diagram.json";
import dialogue from "~/messages/en/dialogue.json";
import editing from "~/messages/en/editing.json";
import exception from "~/messages/en/exception.json";
import facts from "~/messages/en/facts.json";
import files from "~/messages/en/files.json";
import fileImport from "~/messages/en/import.json";
import law from "~/messages/en/law.json";
import linking from "~/messages/en/linking.json";
import mail from "~/messages/en/mail.json";
import management from "~/messages/en/management.json";
import measure from "~/messages/en/measure.json";
import model from "~/messages/en/model.json";
import notice from "~/messages/en/notice.json";
import offers from "~/messages/en/offers.json";
import overlay from "~/messages/en/overlay.json";
import pack from "~/messages/en/pack.json";
import policy from "~/messages/en/policy.json";
import questions from "~/messages/en/questions.json";
import queue from "~/messages/en/queue.json";
import readiness from "~/messages/en/readiness.json";
import reassessment from "~/messages/en/reassessment.json";
import receipt from "~/messages/en/receipt.json";
import register from "~/messages/en/register.json";
import report from "~/messages/en/report.json";
import request from "~/messages/en/request.json";
import review from "~/messages/en/review.json";
import risk from "~/messages/en/risk.json";
import rules from "~/messages/en/rules.json";
import sealing from "~/messages/en/sealing.json";
import shell from "~/messages/en/shell.json";
import table from "~/messages/en/table.json";
import tender from "~/messages/en/tender.json";
import transfer from "~/messages/en/transfer.json";
import views from "~/messages/en/views.json";

/** English is the language the others are measured by: same namespaces, same keys. */
export const en = {
  account,
  assessment,
  calendar,
  catalogue,
  checks: { ...rowChecks, ...evidenceChecks, ...documentChecks, ...protectionChecks, ...surroundingsChecks },
  cli,
  common,
  components,
  countermeasure,
  exception,
  decision,
  declaration,
  demand,
  demo,
  diagram,
  dialogue,
  editing,
  facts,
  files,
  import: fileImport,
  law,
  linking,
  mail,
  management,
  measure,
  model,
  notice,
  offers,
  overlay,
  pack,
  policy,
  questions,
  queue,
  readiness,
  receipt,
  reassessment,
  register,
  report,
  request,
  review,
  risk,
  rules,
  sealing,
  shell,
  table,
  tender,
  transfer,
  views,
};
export type Messages = typeof en;
export type Namespace = keyof Messages;
export const NAMESPACES = Object.keys(en) as ReadonlyArray<Namespace>;

/** Every language of the portal: one line each. */
export const RESOURCES = { en } satisfies Record<string, Messages>;

export type Language = keyof typeof RESOURCES;
/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English" };
export const DEFAULT_LANGUAGE: Language = "en";
export const LANGUAGES = Object.keys(RESOURCES) as ReadonlyArray<Language>;

/** The language of a tag such as `en-GB`, or undefined where the portal does not speak it. */
export function toLanguage(tag: string | null | undefined): Language | undefined {
  const base = tag?.toLowerCase().split("-")[0];
  return LANGUAGES.find((language) => language === base);
}

/** The first language of an `Accept-Language` header that the portal speaks, else the default. */
export function languageOfHeader(header: string | null): Language {
  const wanted = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { tag, quality: quality ? Number(quality.trim().slice(2)) || 0 : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const language = toLanguage(tag);
    if (language) return language;
  }
  return DEFAULT_LANGUAGE;
}
