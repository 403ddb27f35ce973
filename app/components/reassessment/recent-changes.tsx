import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { DateText } from "../date-text";
import { Link } from "../link";
import { Panel } from "../panel";
import { type ShownCause, useCauseText } from "./cause-text";

type RecentChangesProps = {
  recent: {
    changed: number;
    entries: ReadonlyArray<ShownCause & { id: string; at: string; changed: number }>;
  };
};

/** What has come out otherwise in the last seven days, and why. */
export function RecentChanges({ recent: { changed, entries } }: RecentChangesProps) {
  const { t } = useTranslation("reassessment");
  const causeText = useCauseText();
  return (
    <Panel
      title={`${t("overview.title")} (${changed})`}
      description={t(changed === 0 ? "overview.none" : "overview.text")}
      actions={
        <ButtonLink to={paths.changes()} size="small">
          {t("overview.all")}
        </ButtonLink>
      }
    >
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
    </Panel>
  );
}
