import { translatorFor } from "~/i18n/i18n";
import type { Language } from "~/i18n/resources";
import {
  clauseWords,
  type FrameworkName,
  factWords,
  rowWords,
  type ShownClause,
  splitRows,
} from "./readiness-words";

/** The same lines as the page, as cells of a workbook. */
export function readinessWords(language: Language) {
  const t = translatorFor(language);
  const column = (name: "clause" | "standing" | "shows" | "missing") => t(`readiness:column.${name}`);
  return {
    sheet: t("readiness:file.sheet"),
    advice: `${t("readiness:advice.title")}. ${t("readiness:advice.text")}`,
    heads: [
      ...[t("readiness:framework.label"), column("clause"), t("components:verify.label")],
      ...[column("standing"), column("shows"), column("missing")],
    ],
    cells(framework: FrameworkName, clause: ShownClause): ReadonlyArray<string> {
      const rows = splitRows(clause);
      const linesOf = (isShown: boolean) =>
        [
          ...clause.looks.filter((look) => look.isShown === isShown).map((look) => factWords(t, look)),
          ...(isShown ? rows.shown : rows.missing).map((row) => rowWords(t, row)),
        ].join("\n");
      return [
        ...[t(`readiness:framework.${framework}`), `${clause.name}: ${clauseWords(t, clause)}`],
        ...[t(`components:confidence.${clause.confidence}`), t(`readiness:standing.${clause.standing}`)],
        ...[linesOf(true), linesOf(false)],
      ];
    },
  };
}
