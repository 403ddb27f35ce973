import { useId } from "react";
import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";

type ProgressProps = { label: string; value: number; max: number; labelHidden?: boolean };

/** How much of a whole is done. The numbers stand beside the bar. */
export function Progress({ label, value, max, labelHidden = false }: ProgressProps) {
  const id = useId();
  const language = useLanguage();
  const { t } = useTranslation("components");
  return (
    <div className="progress">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "progress-label"}>
        {label}
      </label>
      <progress id={id} value={Math.min(value, max)} max={Math.max(max, 1)} />
      <span className="progress-text">
        {t("progress", { value: formatNumber(value, language), max: formatNumber(max, language) })}
      </span>
    </div>
  );
}
