import { formatDay } from "~/i18n/format";
import { translatorFor } from "~/i18n/i18n";
import type { QualifiedKey } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";
import type {
  DeclarationExportWords,
  DeclarationToExport,
} from "~/presenters/present-declaration-export.server";
import type { DeclarationReportWords } from "~/reports/declaration-report";
import { unprintableOf } from "~/reports/parts";
import { reportWords } from "../hospital.models.$modelId.export.$file/report-words";

/** The words of the files that programs read and people may open. */
export function exportWords(
  language: Language,
  names: Pick<DeclarationToExport, "product" | "release" | "version" | "supplier">,
): DeclarationExportWords {
  const t = translatorFor(language);
  const standard = { name: "IEC 62443-4-2", version: "2019" };
  return {
    attestations: {
      summary: t("sealing:written.summary", names),
      statement: t("declaration:signing.statement", names),
      standard,
    },
    oscal: {
      title: t("sealing:written.title", names),
      component: t("sealing:written.component", names),
      implementation: t("sealing:written.summary", names),
      answer: (value) => t(`components:answer.${value}`),
    },
    workbook: workbookWords(language),
  };
}

function workbookWords(language: Language): DeclarationExportWords["workbook"] {
  const t = translatorFor(language);
  const word = wordsOf(language);
  // Columns and fields of the table of facts each have their words: tests/i18n/facts.test.ts holds them together.
  const columnOf = (fact: string, column: string) => t(`facts:column.${fact}.${column}` as QualifiedKey);
  return {
    readMe: (["first", "second", "third", "fourth", "fifth"] as const).map((line) =>
      t(`sealing:workbook.readMe.${line}`),
    ),
    sheet: (name) => {
      if (name === "read-me" || name === "product" || name === "answers" || name === "facts")
        return t(`sealing:workbook.sheet.${name}`);
      if (name === "mds2" || name === "evidence") return t(`sealing:workbook.sheet.${name}`);
      return t(`facts:field.${name}`).replace(/[\\/?*[\]:]/g, " ");
    },
    head: (name) => t(`sealing:workbook.head.${name}` as QualifiedKey),
    product: (key) => {
      const [kind, name = ""] = key.split("/");
      return kind === "type"
        ? t("sealing:workbook.type", { type: t(`components:componentType.${name}` as QualifiedKey) })
        : t("sealing:workbook.claim", { fr: t(`components:fr.${name}.name` as QualifiedKey) });
    },
    fact: ({ fact, column, member }) => {
      const parts = [
        t(`facts:field.${fact}`),
        ...(column === null
          ? []
          : [
              fact === "mds2" ? t(`sealing:workbook.mds2.${column}` as QualifiedKey) : columnOf(fact, column),
            ]),
        ...(member === null ? [] : [memberWord(member)]),
      ];
      return { topic: t(`facts:field.${fact}`), label: parts.join(": ") };
    },
    column: (fact, column) =>
      fact === "dataHandling" && !column.startsWith("encrypted")
        ? t(`sealing:workbook.handling.${column}` as QualifiedKey)
        : columnOf(fact, column),
    evidence: (column) =>
      t(`declaration:evidence.${column === "title" ? "fileTitle" : column}` as QualifiedKey),
  };
  function memberWord(member: string): string {
    if (member === "-") return t("sealing:workbook.none");
    if (member === "+") return t("sealing:workbook.others");
    return /^[A-Z]{2,3} \d/.test(member) ? member : word(member);
  }
}

/** The words of the PDF. */
export function declarationReportWords(language: Language): DeclarationReportWords {
  const t = translatorFor(language);
  return {
    language,
    t,
    day: (value) => formatDay(value, language),
    word: wordsOf(language),
    unprintable: unprintableOf(reportWords(language)),
  };
}

function wordsOf(language: Language): (value: string) => string {
  const t = translatorFor(language);
  return (value) => {
    const said = t(`facts:word.${value}` as QualifiedKey);
    return said.charAt(0).toUpperCase() + said.slice(1);
  };
}
