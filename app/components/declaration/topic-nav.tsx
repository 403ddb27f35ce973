import { useSearchParams } from "@remix-run/react";
import { Disclosure } from "~/components/disclosure";
import type { Topic, TopicProgress } from "~/domain/declaration/topics";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";
import { withRows } from "./sheet";

type TopicNavProps = { current: Topic | null; progress: ReadonlyArray<TopicProgress> };

/** The same rows by what they are about, through all FRs: our own grouping, and said to be. */
export function TopicNav({ current, progress }: TopicNavProps) {
  const { t } = useTranslation("declaration");
  const [search] = useSearchParams();
  return (
    <nav aria-label={t("topic.navigation")} className="fr-nav-topics">
      <Disclosure
        key={current === null ? "fr" : "topic"}
        summary={t("topic.by")}
        defaultOpen={current !== null}
      >
        <ul>
          {progress.map(({ topic, answered, applicable }) => (
            <li key={topic}>
              <Link
                to={withRows(search, "topic", topic)}
                preventScrollReset
                className="fr-link fr-link-topic"
                aria-current={topic === current ? "true" : undefined}
              >
                <span>{t(`topic.name.${topic}`)}</span>
                <span className="fr-count">{t("sheet.progress", { answered, applicable })}</span>
              </Link>
            </li>
          ))}
        </ul>
        <p className="field-hint">{t("topic.ours")}</p>
      </Disclosure>
    </nav>
  );
}
