import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";

type JudgedNoteProps = { of: "placement" | "candidates"; count: number; bound: number };

/** How many were looked at, or that there are more than could be. */
export function JudgedNote({ of, count, bound }: JudgedNoteProps) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  return (
    <p className="text-muted text-sm">
      {count > bound
        ? t(`${of}.bounded`, { bound: formatNumber(bound, language) })
        : t(`${of}.judged`, { count })}
    </p>
  );
}
