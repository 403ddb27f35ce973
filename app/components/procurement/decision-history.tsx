import type { DecisionKind } from "~/domain/procurement/decision";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DateText } from "../date-text";
import { Link } from "../link";
import { Panel } from "../panel";
import { NextPage } from "./next-page";

type DecisionHistoryProps = {
  history: ReadonlyArray<{ id: string; kind: DecisionKind; decidedAt: string; decidedByName: string }>;
  /** With which of them the next page begins after; null on the last. */
  olderAfter: string | null;
};

/** The other decisions on the same product in the same zone: nothing is overwritten. */
export function DecisionHistory({ history, olderAfter }: DecisionHistoryProps) {
  const { t } = useTranslation("decision");
  if (history.length === 0 && olderAfter === null) return null;
  return (
    <Panel title={t("page.history")}>
      <ul className="grid gap-1">
        {history.map(({ id, kind, decidedAt, decidedByName }) => (
          <li key={id}>
            <Link to={paths.decision(id)}>
              {t("page.historyEntry", { kind: t(`kind.${kind}`), name: decidedByName })}
            </Link>{" "}
            <DateText value={decidedAt} />
          </li>
        ))}
      </ul>
      <NextPage after={olderAfter}>{t("page.historyOlder")}</NextPage>
    </Panel>
  );
}
