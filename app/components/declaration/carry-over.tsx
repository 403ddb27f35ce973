import { KeyValue } from "~/components/key-value";
import { NumberText } from "~/components/number-text";
import { Panel } from "~/components/panel";
import type { LookAgain } from "~/domain/declaration/carry-over";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { Validity } from "./validity";

type CarryOverFactsProps = {
  source: { id: string; productName: string; releaseVersion: string; version: number };
  taken: { answers: number; facts: number; evidence: number };
};

/** Where a declaration comes from and how much of it is still as it was. */
export function CarryOverFacts({ source, taken }: CarryOverFactsProps) {
  const { t } = useTranslation("declaration");
  const { id, productName: product, releaseVersion: release, version } = source;
  return (
    <Panel title={t("carryOver.title")} description={t("carryOver.text", { product, release, version })}>
      <KeyValue
        columns={2}
        entries={[
          {
            term: t("carryOver.source"),
            value: (
              <Link to={paths.declaration(id)}>{t("selfCheck.name", { product, release, version })}</Link>
            ),
          },
          ...(["answers", "facts", "evidence"] as const).map((part) => ({
            term: t(`carryOver.${part}`),
            value: <NumberText value={taken[part]} />,
          })),
        ]}
      />
    </Panel>
  );
}

/** What was true of the other release and may not be of this one, each with the way to it. */
export function LookAgainPanel({ declarationId, again }: { declarationId: string; again: LookAgain }) {
  const { t } = useTranslation("declaration");
  const { outOfScope, dates, topics } = again;
  const isNothing = outOfScope.length + dates.length + topics.length === 0;
  const evidence = paths.declarationEvidence(declarationId);
  return (
    <Panel title={t("carryOver.again")} description={t("carryOver.againText")}>
      {isNothing ? <p>{t("carryOver.nothing")}</p> : null}
      {outOfScope.length > 0 ? (
        <section className="grid gap-2">
          <h3 className="subsection-title">{t("carryOver.scope")}</h3>
          <ul className="grid gap-2">
            {outOfScope.map(({ evidenceId, title, releases, rows }) => (
              <li key={evidenceId}>
                <Link to={`${evidence}#evidence-${evidenceId}`}>
                  {releases.length > 0
                    ? t("carryOver.scopeOf", { title, releases: releases.join(", ") })
                    : t("carryOver.scopeNone", { title })}
                </Link>
                {rows.length > 0 ? (
                  <p className="text-muted text-sm">{t("carryOver.rows", { rows: rows.join(", ") })}</p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {dates.length > 0 ? (
        <section className="grid gap-2">
          <h3 className="subsection-title">{t("carryOver.dates")}</h3>
          <ul className="grid gap-2">
            {dates.map(({ kind, evidenceId, name, until, validity }) => (
              <li key={`${kind} ${evidenceId ?? name}`} className="flex flex-wrap items-center gap-2">
                <span>{name || t(`files:expiring.kind.${kind}`)}</span>
                <Validity validUntil={until} validity={validity} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {topics.length > 0 ? (
        <section className="grid gap-2">
          <h3 className="subsection-title">{t("carryOver.topics")}</h3>
          <p className="apart-links">
            {topics.map((topic) => (
              <Link key={topic} to={paths.declarationFacts(declarationId, { group: topic })}>
                {t(`facts:group.${topic}`)}
              </Link>
            ))}
          </p>
        </section>
      ) : null}
    </Panel>
  );
}
