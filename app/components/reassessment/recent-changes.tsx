import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DateText } from "../date-text";
import { Link } from "../link";
import { Panel } from "../panel";
import { type ShownCause, useCauseText } from "./cause-text";

type RecentChangesProps = {
  recent: {
    /** Events, and all their results together. */
    count: number;
    changed: number;
    entries: ReadonlyArray<ShownCause & { id: string; at: string; changed: number }>;
  };
};

/** What has come out otherwise in the last seven days, and why. */
export function RecentChanges({ recent: { count, changed, entries } }: RecentChangesProps) {
  const { t } = useTranslation("reassessment");
  const causeText = useCauseText();
  return (
    <Panel
      title={
        <Link to={paths.changes({ results: "changed", since: "week" })}>
          {`${t("overview.title")} (${count})`}
        </Link>
      }
      description={count === 0 ? t("overview.none") : t("overview.text", { count: changed })}
    >
      {entries.length > 0 ? (
        <ul className="grid gap-1">
          {entries.map((entry) => (
            <li key={entry.id} className="flex flex-wrap items-baseline gap-x-3">
              <Link to={paths.change(entry.id)}>{causeText(entry)}</Link>
              <span className="text-muted text-sm">
                {t("overview.count", { count: entry.changed })} · <DateText value={entry.at} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
