import { CountText } from "~/components/count-text";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";

type OverviewCountsProps = {
  counts: { open: number; overdue: number; dueSoon: number; drafts: number; expiring: number };
  questions: { count: number; isCut: boolean };
  dueSoonDays: number;
};

/** How much waits, each number a way to its list. */
export function OverviewCounts({ counts, questions, dueSoonDays }: OverviewCountsProps) {
  const { t } = useTranslation("declaration");
  const entries = [
    { key: "open", count: counts.open, to: paths.receivedRequests({ show: "open" }) },
    { key: "overdue", count: counts.overdue, to: paths.receivedRequests({ show: "overdue" }) },
    { key: "dueSoon", count: counts.dueSoon, to: paths.receivedRequests({ show: "due-soon" }) },
    { key: "questions", count: questions.count, to: paths.receivedQuestions() },
    { key: "drafts", count: counts.drafts, to: "#drafts" },
    { key: "expiring", count: counts.expiring, to: paths.expiring() },
  ] as const;
  return (
    <nav aria-label={t("overview.counts.label")} className="chips">
      <ul>
        {entries.map(({ key, count, to }) => (
          <li key={key}>
            <Link to={to} className="chip">
              {t(`overview.counts.${key}`, { days: dueSoonDays })}
              <span className="tab-count">
                <CountText
                  count={key === "questions" && questions.isCut ? count + 1 : count}
                  bound={key === "questions" && questions.isCut ? count : undefined}
                />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
