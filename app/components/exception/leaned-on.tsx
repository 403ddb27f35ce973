import type { CountermeasureStanding } from "~/domain/countermeasure/countermeasure";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Callout } from "../callout";
import { StandingBadge } from "../countermeasure/standing-badge";
import { Link } from "../link";
import { Panel } from "../panel";

type LeanedOnProps = {
  countermeasures: ReadonlyArray<{
    id: string;
    title: string;
    standing: CountermeasureStanding;
    requirementIds: ReadonlyArray<string>;
  }>;
};

/** Entries of the ledger that the exception names, and whether they still count. */
export function LeanedOn({ countermeasures }: LeanedOnProps) {
  const { t } = useTranslation("exception");
  const hasEnded = countermeasures.some(({ standing }) => standing !== "in-force" && standing !== "expiring");
  return (
    <Panel title={t("page.countermeasures")}>
      {hasEnded ? <Callout tone="warning">{t("page.countermeasureEnded")}</Callout> : null}
      {countermeasures.length === 0 ? <p className="text-muted">{t("page.noCountermeasures")}</p> : null}
      <ul className="grid gap-1">
        {countermeasures.map(({ id, title, standing, requirementIds }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <Link to={paths.countermeasure(id)}>{title}</Link>
            <StandingBadge standing={standing} />
            <span className="text-muted text-sm">{requirementIds.join(", ")}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
