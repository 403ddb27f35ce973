import { useSearchParams } from "@remix-run/react";
import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import { Progress } from "~/components/progress";
import { VerdictBadge } from "~/components/verdict-badge";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { type RequestProgress, withParameter } from "./sheet";

/** For every open request: how far the answers to it are, and how this product would come out today. */
export function RequestProgressList({ requests }: { requests: ReadonlyArray<RequestProgress> }) {
  const { t } = useTranslation("declaration");
  const [search] = useSearchParams();
  if (requests.length === 0) return null;
  const conforming = requests.filter(
    ({ verdict }) => verdict === "conforms" || verdict === "conforms-with-conditions",
  ).length;
  return (
    <Disclosure summary={t("standing.requests", { count: requests.length, conforming })} boxed>
      <ul className="request-progress">
        {requests.map(({ id, subject, hospitalName, dueOn, demanded, answered, verdict }) => (
          <li key={id}>
            <div>
              <Link to={paths.receivedRequest(id)}>{subject}</Link>
              <p className="field-hint">
                {hospitalName}, {t("standing.due")} <DateText value={dueOn} />
              </p>
            </div>
            <Progress value={answered} max={demanded} label={t("standing.answered")} />
            <VerdictBadge verdict={verdict} />
            <Link to={withParameter(search, "request", id)} preventScrollReset>
              {t("standing.compare")}
              <span className="sr-only">: {subject}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
