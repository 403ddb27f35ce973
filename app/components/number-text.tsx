import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";

export function NumberText({ value, unit }: { value: number; unit?: string }) {
  const language = useLanguage();
  return (
    <span className="nowrap">
      {formatNumber(value, language)}
      {unit ? ` ${unit}` : null}
    </span>
  );
}
