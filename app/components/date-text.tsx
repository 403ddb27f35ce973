import { formatDay, formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";

type DateTextProps = {
  /** A day (YYYY-MM-DD) or an instant. */ value: string | Date /** With the time, in UTC. */;
  time?: boolean;
};

/** A date in the reader's format with the ISO date on hover; the same characters on server and browser. */
export function DateText({ value, time = false }: DateTextProps) {
  const language = useLanguage();
  const iso = typeof value === "string" ? value : value.toISOString();
  return (
    <time dateTime={iso} title={time ? iso : iso.slice(0, 10)} className="nowrap">
      {time ? formatInstant(value, language) : formatDay(value, language)}
    </time>
  );
}
