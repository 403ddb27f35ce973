import { Form, Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { Disclosure } from "~/components/disclosure";
import { EmptyState } from "~/components/empty-state";
import { SubmitButton } from "~/components/submit-button";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { SeverityBadge } from "./finding-count";

export type FindingRow = Omit<ModelFinding, "fix"> & { hasFix: boolean };

type FindingTableProps = {
  modelId: string;
  version: number;
  findings: ReadonlyArray<FindingRow>;
  mayEdit: boolean;
};

/** What the model rules say, where, why it matters, and the one step that closes it where there is one. */
export function FindingTable({ modelId, version, findings, mayEdit }: FindingTableProps) {
  const { t } = useTranslation("model");
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
            <Link to={`${paths.modelTable(modelId, { element: element.id })}#element`}>
              {t(`common:${element.kind}`)}
            </Link>
          ),
        },
        {
          id: "fix",
          header: t("finding.fix"),
          cell: ({ id, hasFix }) =>
            hasFix && mayEdit ? (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="form" value="finding" />
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="findingId" value={id} />
                <SubmitButton size="small" variant="regular">
                  {t("finding.apply")}
                </SubmitButton>
              </Form>
            ) : null,
        },
      ]}
    />
  );
}

function FindingText({ finding: { ruleId, params } }: { finding: FindingRow }) {
  const { t } = useTranslation("rules");
  // A test keeps rules and messages the same: every rule id is a key of the file.
  const rule = ruleId as "zone-has-sl-target";
  // Parameters depend on the rule; the types only know those of the one named above.
  const sentence = t(`${rule}.finding`, params as { zone: string });
  return (
    <Disclosure summary={sentence}>
      <p>{t(`${rule}.why`)}</p>
      <p>{t(`${rule}.fix`)}</p>
    </Disclosure>
  );
}
