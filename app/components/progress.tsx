import { useId } from "react";
import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";

type ProgressProps = {
  label: string;
  /** null where nobody knows how far it is. */
  value: number | null;
  max: number;
  labelHidden?: boolean;
  /** What stands beside the bar: `3 of 12` or `25 %`. */
  as?: "count" | "percent";
};

/** How much of a whole is done. The numbers stand beside the bar. */
export function Progress({ label, value, max, labelHidden = false, as = "count" }: ProgressProps) {
  const id = useId();
  const language = useLanguage();
  const { t } = useTranslation("components");
  const textOf = (known: number) =>
    as === "count"
      ? t("progress", { value: formatNumber(known, language), max: formatNumber(max, language) })
      : t("progressPercent", { percent: Math.floor((100 * Math.min(known, max)) / Math.max(max, 1)) });
  return (
    <div className="progress">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "progress-label"}>
        {label}
      </label>
      {/* Without a value the bar says itself that nobody knows. */}
      <progress id={id} value={value === null ? undefined : Math.min(value, max)} max={Math.max(max, 1)} />
      <span className="progress-text">{value === null ? "" : textOf(value)}</span>
    </div>
  );
}
