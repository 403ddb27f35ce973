import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { CountText } from "../count-text";
import { DateText } from "../date-text";
import { Link } from "../link";
import { Panel } from "../panel";

export type OverviewKey =
  | "decisions-to-review"
  | "answered-requests"
  | "submitted-revisions"
  | "returned-submissions"
  | "open-comments"
  | "questions"
  | "proposed-countermeasures"
  | "requested-exceptions"
  | "exceptions-to-review"
  | "overdue-requests"
  | "conditions-due"
  | "incident-clocks"
  | "notices"
  | "measures-overdue"
  | "members-without-role"
  | "pending-invitations"
  | "failed-letters"
  | "failed-request-letters"
  | "recent-decisions"
  | "recent-exceptions";

type OverviewSectionProps = {
  section: {
    key: OverviewKey;
    count: number;
    /** There may be more: counting stopped. */
    isCut: boolean;
    entries: ReadonlyArray<{ id: string; title: string; about: string; date: string }>;
  };
};

const LISTS: Readonly<Record<OverviewKey, string>> = {
  "decisions-to-review": `${paths.decisions()}?review=needed`,
  "answered-requests": `${paths.requests()}?state=declared`,
  "submitted-revisions": paths.models(),
  "returned-submissions": paths.models(),
  "open-comments": paths.models(),
  questions: paths.questions(),
  "proposed-countermeasures": `${paths.countermeasures()}?state=proposed`,
  "requested-exceptions": paths.exceptions({ state: "requested" }),
  "exceptions-to-review": paths.exceptions(),
  "overdue-requests": `${paths.requests()}?state=overdue`,
  "conditions-due": `${paths.decisions()}?conditions=open`,
  "incident-clocks": paths.incidents(),
  notices: paths.receivedNotices(),
  "measures-overdue": paths.measures({ overdue: "yes" }),
  "members-without-role": paths.members(),
  "pending-invitations": paths.members(),
  "failed-letters": paths.members(),
  "failed-request-letters": paths.requests(),
  "recent-decisions": `${paths.decisions()}?since=week`,
  "recent-exceptions": paths.exceptions({ age: "to-30" }),
};

const ENTRY: Readonly<Record<OverviewKey, (id: string) => string>> = {
  "decisions-to-review": paths.decision,
  "answered-requests": paths.request,
  "submitted-revisions": paths.review,
  "returned-submissions": paths.review,
  "open-comments": (modelId) => `${paths.review(modelId)}#comments`,
  questions: (requestId) => paths.requestQuestions(requestId),
  "proposed-countermeasures": paths.countermeasure,
  "requested-exceptions": paths.exception,
  "exceptions-to-review": paths.exception,
  "overdue-requests": paths.request,
  "conditions-due": paths.decision,
  "incident-clocks": paths.incident,
  notices: paths.receivedNotice,
  "measures-overdue": (measureId) => paths.measures({ overdue: "yes", find: measureId }),
  "members-without-role": paths.members,
  "pending-invitations": paths.members,
  "failed-letters": paths.members,
  "failed-request-letters": paths.request,
  "recent-decisions": paths.decision,
  "recent-exceptions": paths.exception,
};

/** One kind of work that waits, with the first of it and the way to all of it. */
export function OverviewSection({ section }: OverviewSectionProps) {
  const { t } = useTranslation("decision");
  const { key, count, isCut, entries } = section;
  return (
    <Panel
      level={3}
      title={
        <>
          {t(`overview.${key}.title`)} (
          <CountText count={isCut ? count + 1 : count} bound={isCut ? count : undefined} />)
        </>
      }
      description={t(`overview.${key}.text`)}
      actions={
        <ButtonLink to={LISTS[key]} size="small">
          {t("overview.all")}
        </ButtonLink>
      }
    >
      <ul className="grid gap-1">
        {entries.map((entry) => (
          <li
            key={`${entry.id} ${entry.title} ${entry.date}`}
            className="flex flex-wrap items-baseline gap-x-3"
          >
            <Link to={ENTRY[key](entry.id)}>{entry.title}</Link>
            <span className="text-muted text-sm">
              {entry.about ? `${entry.about} · ` : null}
              <DateText value={entry.date} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
