import { AnswerBadge } from "~/components/answer-badge";
import { LevelStrip } from "~/components/level-strip";
import type { ImportEntry } from "~/domain/declaration/import-plan";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { FactValue } from "../fact-value";
import { useWord } from "../use-word";

/** One side of an entry: what the file says, or what is stated. */
export function EntryValue({ entry, side }: { entry: ImportEntry; side: "proposed" | "present" }) {
  const { t } = useTranslation("import");
  const language = useLanguage();
  const word = useWord();
  switch (entry.kind) {
    case "component-types": {
      const types = entry[side].map((type) => t(`components:componentType.${type}`));
      return types.length > 0 ? formatList(types, language) : <None />;
    }
    case "claimed-level": {
      const level = entry[side];
      return level ? <LevelStrip size="small" reached={level} title={t("entry.claimed-level")} /> : <None />;
    }
    case "answer": {
      const answer = entry[side];
      return (
        <>
          <AnswerBadge answer={answer?.value ?? "unanswered"} />
          {answer?.note ? <q className="import-note">{answer.note}</q> : null}
        </>
      );
    }
    case "fact":
      return <FactValue factKey={entry.key} value={entry[side][entry.key]} />;
    case "vulnerability": {
      const one = entry[side];
      if (!one) return <None />;
      const severity =
        entry.lacksSeverity && side === "proposed" ? t("severity.missing") : word(one.severity);
      return (
        <>
          {formatList([word(one.state), severity], language)}
          {one.justification === "" ? null : <q className="import-note">{one.justification}</q>}
        </>
      );
    }
    case "evidence":
      return entry[side] ? <span className="fact-text">{entry[side].title}</span> : <None />;
  }
}

function None() {
  const { t } = useTranslation("declaration");
  return <span className="text-muted">{t("facts.notStated")}</span>;
}
