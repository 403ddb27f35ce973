import { useId, useRef } from "react";
import type { IsoDate } from "~/domain/shared/iso-date";
import { useTranslation } from "~/i18n/use-translation";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import { Link } from "../link";
import { useIsScrollable } from "../use-is-scrollable";
import type { CalendarRow } from "./calendar-table";
import { subjectHref } from "./subject-href";

/** So many ends of one day are named in its cell. */
const NAMED_A_DAY = 4;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

type MonthGridProps = {
  caption: string;
  weeks: ReadonlyArray<ReadonlyArray<IsoDate | null>>;
  today: IsoDate;
  entries: ReadonlyArray<CalendarRow>;
};

/** A month as days in weeks from Monday; a day names what ends on it. */
export function MonthGrid({ caption, weeks, today, entries }: MonthGridProps) {
  const { t } = useTranslation("calendar");
  const captionId = useId();
  const region = useRef<HTMLDivElement>(null);
  const isScrollable = useIsScrollable(region);
  const byDay = new Map<IsoDate, Array<CalendarRow>>();
  for (const entry of entries) byDay.set(entry.endsOn, [...(byDay.get(entry.endsOn) ?? []), entry]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <section> would be a second heading level around every table
    <div
      ref={region}
      className="table-region"
      role="region"
      aria-labelledby={captionId}
      // What scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={isScrollable ? 0 : undefined}
    >
      <table className="data-table month-grid">
        <caption id={captionId}>{caption}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col">
                {t(`weekday.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {WEEKDAYS.map((at) => {
                const day = week[at] ?? null;
                return day === null ? (
                  <td key={at} />
                ) : (
                  <td key={at} className={classNames(day === today && "is-today")}>
                    <Day day={day} entries={byDay.get(day) ?? []} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Day({ day, entries }: { day: IsoDate; entries: ReadonlyArray<CalendarRow> }) {
  const { t } = useTranslation("calendar");
  return (
    <>
      <time dateTime={day} title={day} className="month-day">
        {Number(day.slice(8))}
      </time>
      {entries.length > 0 ? (
        <ul className="month-entries">
          {entries.slice(0, NAMED_A_DAY).map(({ key, kind, name, product, stage, subject }) => (
            <li key={key}>
              <span className="flex items-start gap-1">
                {stage === "overdue" ? (
                  <span className="text-danger">
                    <Icon name="temporary" label={t("overdue.title")} />
                  </span>
                ) : null}
                <Link to={subjectHref(subject)} title={[name, product].filter(Boolean).join(" · ")}>
                  {name || t(`kind.${kind}`)}
                </Link>
              </span>
              {name && product ? <span className="block text-xs text-muted">{product}</span> : null}
            </li>
          ))}
          {entries.length > NAMED_A_DAY ? (
            <li className="text-muted">{t("grid.more", { count: entries.length - NAMED_A_DAY })}</li>
          ) : null}
        </ul>
      ) : null}
    </>
  );
}
