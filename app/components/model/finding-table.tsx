import { Form } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { ButtonLink } from "~/components/button-link";
import { DataTable } from "~/components/data-table";
import { Disclosure } from "~/components/disclosure";
import { EmptyState } from "~/components/empty-state";
import { SubmitButton } from "~/components/submit-button";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";
import { SeverityBadge } from "./finding-count";
import { useRuleWords } from "./use-rule-words";
import { useTableLink } from "./use-table-link";

export type FindingRow = Omit<ModelFinding, "fix"> & {
  hasFix: boolean;
  /** Last day of a waiver that no longer holds. */
  lapsedOn: string | null;
};

type FindingTableProps = {
  modelId: string;
  version: number;
  findings: ReadonlyArray<FindingRow>;
  mayEdit: boolean;
};

/** What the model rules say, where, why it matters, and the one step that closes it where there is one. */
export function FindingTable({ modelId, version, findings, mayEdit }: FindingTableProps) {
  const { t } = useTranslation("model");
  const linkTo = useTableLink(modelId);
  return (
    <DataTable
      caption={t("finding.caption")}
      captionHidden
      rows={findings}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t("finding.none")} icon="check-circle">
          {t("finding.noneText")}
        </EmptyState>
      }
      columns={[
        {
          id: "severity",
          header: t("finding.severityHeader"),
          cell: ({ severity }) => <SeverityBadge severity={severity} />,
        },
        {
          id: "finding",
          header: t("common:finding"),
          rowHeader: true,
          wrap: true,
          cell: (finding) => <FindingText finding={finding} />,
        },
        {
          id: "where",
          header: t("finding.where"),
          cell: ({ element }) => (
            <Link to={linkTo({ element: element.id }, "element")}>{t(`common:${element.kind}`)}</Link>
          ),
        },
        {
          id: "step",
          header: t("finding.step"),
          cell: ({ id, hasFix }) =>
            mayEdit ? (
              <div className="flex flex-wrap items-center gap-2">
                {hasFix ? (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="form" value="finding" />
                    <input type="hidden" name="version" value={version} />
                    <input type="hidden" name="findingId" value={id} />
                    <SubmitButton size="small" variant="regular">
                      {t("finding.apply")}
                    </SubmitButton>
                  </Form>
                ) : null}
                <ButtonLink to={linkTo({ waive: id }, "waive")} size="small" variant="quiet">
                  {t("finding.waive")}
                </ButtonLink>
              </div>
            ) : null,
        },
      ]}
    />
  );
}

function FindingText({ finding }: { finding: FindingRow }) {
  const { t } = useTranslation("model");
  const language = useLanguage();
  const { ruleId, lapsedOn } = finding;
  const words = useRuleWords();
  return (
    <>
      <Disclosure summary={words.sentence(finding)}>
        <p>{words.why(ruleId)}</p>
        <p>{words.fix(ruleId)}</p>
        <p className="text-muted">{words.clauses(ruleId).join(", ")}</p>
      </Disclosure>
      {lapsedOn ? (
        <Badge tone="warning" icon="temporary">
          {t("finding.lapsed", { date: formatDay(lapsedOn, language) })}
        </Badge>
      ) : null}
    </>
  );
}
