import type { Verdict } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DataTable } from "../data-table";
import { Link } from "../link";
import { Panel } from "../panel";
import { VerdictBadge } from "../verdict-badge";

type EffectTableProps = {
  modelId: string;
  isPublished: boolean;
  isProposed: boolean;
  effects: ReadonlyArray<{
    zoneId: string;
    zoneName: string;
    assetName: string;
    declarationId: string;
    productName: string;
    before: Verdict;
    after: Verdict;
    offset: ReadonlyArray<string>;
  }>;
};

/** What the countermeasure changes for the products that stand in its zones. */
export function EffectTable({ modelId, isPublished, isProposed, effects }: EffectTableProps) {
  const { t } = useTranslation("countermeasure");
  if (effects.length === 0)
    return (
      <Panel title={t("page.effects")}>
        <p className="text-muted">{t(isPublished ? "page.effectsNone" : "page.effectsDrawn")}</p>
      </Panel>
    );
  return (
    <Panel
      title={t("page.effects")}
      description={t(isProposed ? "page.effectsProposed" : "page.effectsAccepted")}
      flush
    >
      <DataTable
        caption={t("page.effectsCaption")}
        captionHidden
        rows={effects}
        rowKey={({ zoneId, assetName }) => `${zoneId} ${assetName}`}
        columns={[
          {
            id: "product",
            header: t("common:product"),
            rowHeader: true,
            wrap: true,
            cell: ({ zoneId, declarationId, productName }) => (
              <Link to={paths.assessment(modelId, zoneId, declarationId)}>{productName}</Link>
            ),
          },
          { id: "zone", header: t("common:zone"), wrap: true, cell: ({ zoneName }) => zoneName },
          { id: "asset", header: t("page.asset"), wrap: true, cell: ({ assetName }) => assetName },
          {
            id: "before",
            header: t("page.without"),
            cell: ({ before }) => <VerdictBadge verdict={before} />,
          },
          { id: "after", header: t("page.with"), cell: ({ after }) => <VerdictBadge verdict={after} /> },
          {
            id: "offset",
            header: t("page.madeUpFor"),
            wrap: true,
            cell: ({ offset }) => offset.join(", ") || "–",
          },
        ]}
      />
    </Panel>
  );
}
