import type { CalendarEntry, CalendarStage } from "~/domain/procurement/calendar";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { Link } from "../link";
import { ownerWords } from "./calendar-words";
import { StageBadge } from "./stage-badge";
import { subjectHref } from "./subject-href";

export type CalendarRow = CalendarEntry & { stage: CalendarStage | null; daysLeft: number };

/** What ends, soonest first: what it is, what its end means, who sees to it. */
export function CalendarTable({
  caption,
  entries,
}: {
  caption: string;
  entries: ReadonlyArray<CalendarRow>;
}) {
  const { t } = useTranslation("calendar");
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={entries}
      rowKey={({ key }) => key}
      columns={[
        {
          id: "endsOn",
          header: t("column.endsOn"),
          cell: ({ endsOn, ...near }) => (
            <span className="flex flex-col items-start gap-1">
              <DateText value={endsOn} />
              <StageBadge {...near} />
            </span>
          ),
        },
        {
          id: "name",
          header: t("column.name"),
          rowHeader: true,
          wrap: true,
          cell: (entry) => <EntryName entry={entry} />,
        },
        {
          id: "about",
          header: t("column.about"),
          wrap: true,
          cell: ({ product, places, isReliedOn }) => (
            <>
              <span className="block">{product || "–"}</span>
              <span className="block text-sm text-muted">
                {isReliedOn ? places.join(", ") : t("sharedOnly")}
              </span>
            </>
          ),
        },
        { id: "meaning", header: t("column.meaning"), wrap: true, cell: ({ kind }) => t(`meaning.${kind}`) },
        {
          id: "owner",
          header: t("column.owner"),
          wrap: true,
          cell: (entry) => ownerWords(t, entry, language),
        },
      ]}
    />
  );
}

function EntryName({ entry: { kind, name, subject } }: { entry: CalendarRow }) {
  const { t } = useTranslation("calendar");
  const href = subjectHref(subject);
  if (name === "") return <Link to={href}>{t(`kind.${kind}`)}</Link>;
  return (
    <>
      <Link to={href}>{name}</Link>
      <span className="block text-sm font-normal text-muted">{t(`kind.${kind}`)}</span>
    </>
  );
}
