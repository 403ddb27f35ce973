import type { Confidence } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";
import { Explain } from "./explain";

type VerifyMarkProps = { confidence: Confidence; conflict?: boolean; note?: string };

/** Stands beside every row of a standard that nobody has checked against several sources. */
export function VerifyMark({ confidence, conflict = false, note }: VerifyMarkProps) {
  const { t } = useTranslation("components");
  if (confidence === "cross-checked" && !conflict) return null;
  const text = conflict || confidence === "cross-checked" ? t("verify.conflict") : t(`verify.${confidence}`);
  return (
    <Explain label={t("verify.label")} icon="book" mark>
      {text}
      {note ? ` ${note}` : null}
    </Explain>
  );
}
