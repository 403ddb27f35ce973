import type { ReactNode } from "react";
import { ApprovalBadge } from "~/components/approval-badge";
import { Badge } from "~/components/badge";
import { DataTable } from "~/components/data-table";
import { NumberText } from "~/components/number-text";
import type { ApprovalStanding } from "~/domain/procurement/approval-standing";
import type { Asset } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { type MoreColumn, moreColumns } from "./more-column";
import { tickColumn, useTickWords } from "./tick-column";
import { ChangeLink } from "./zone-table";

/** Where its product stands in its zone, and where that was decided or can be looked into. */
type Approval = {
  standing: ApprovalStanding;
  decisionId: string | null;
  declarationId: string | null;
};

/** `approval` is left out where it is not asked for, and null where no product is linked. */
export type AssetRow = Asset & { zoneName: string | null; approval?: Approval | null };

export const ASSET_FLAGS = ["safetyRelated", "wireless", "portable", "externallyConnected"] as const;

type AssetTableProps = {
  modelId: string;
  assets: ReadonlyArray<AssetRow>;
  empty?: ReactNode;
  footer?: ReactNode;
  picked?: string;
  mayEdit?: boolean;
  more?: MoreColumn | undefined;
};

export function AssetTable({
  modelId,
  assets,
  empty,
  footer,
  picked,
  mayEdit = false,
  more,
}: AssetTableProps) {
  const { t } = useTranslation("model");
  const tickWords = useTickWords();
  const columns = [
    {
      id: "name",
      header: t("common:asset"),
      rowHeader: true,
      wrap: true,
      cell: ({ name, manufacturer, model }: AssetRow) => (
        <>
          {name}
          {manufacturer === "" && model === "" ? null : (
            <p className="font-normal text-muted">{`${manufacturer} ${model}`.trim()}</p>
          )}
        </>
      ),
    },
    {
      id: "zone",
      header: t("common:zone"),
      wrap: true,
      cell: ({ zoneName }: AssetRow) =>
        zoneName ?? (
          <Badge tone="danger" icon="cross-circle">
            {t("asset.noZone")}
          </Badge>
        ),
    },
    {
      id: "types",
      header: t("asset.componentTypes"),
      wrap: true,
      cell: ({ componentTypes }: AssetRow) =>
        componentTypes.map((type) => t(`components:componentType.${type}`)).join(", "),
    },
    {
      id: "quantity",
      header: t("asset.quantity"),
      align: "end" as const,
      cell: ({ quantity }: AssetRow) => <NumberText value={quantity} />,
    },
    { id: "location", header: t("asset.location"), wrap: true, cell: ({ location }: AssetRow) => location },
    {
      id: "software",
      header: t("asset.softwareVersion"),
      cell: ({ softwareVersion }: AssetRow) => softwareVersion,
    },
    {
      id: "flags",
      header: t("asset.flags"),
      cell: (asset: AssetRow) => (
        <span className="inline-flex flex-wrap gap-1">
          {ASSET_FLAGS.filter((flag) => asset[flag]).map((flag) => (
            <Badge key={flag}>{t(`asset.${flag}`)}</Badge>
          ))}
        </span>
      ),
    },
  ];
  const approval = {
    id: "approval",
    header: t("asset.approval"),
    wrap: true,
    cell: (asset: AssetRow) => <ApprovalLink modelId={modelId} asset={asset} />,
  };
  const isAsked = assets.some((asset) => asset.approval !== undefined);
  const shown = [...columns, ...(isAsked ? [approval] : []), ...moreColumns<AssetRow>(more, "asset")];
  const change = {
    id: "change",
    header: t("table.change"),
    headerHidden: true,
    cell: ({ id, name }: AssetRow) => <ChangeLink modelId={modelId} id={id} name={name} />,
  };
  return (
    <DataTable
      caption={t("asset.caption")}
      captionHidden
      rows={assets}
      rowKey={({ id }) => id}
      empty={empty}
      footer={footer}
      isSelected={({ id }) => id === picked}
      columns={
        mayEdit ? [tickColumn(tickWords, "asset", ({ name }: AssetRow) => name), ...shown, change] : shown
      }
    />
  );
}

function ApprovalLink({ modelId, asset }: { modelId: string; asset: AssetRow }) {
  const { t } = useTranslation("model");
  const { approval, zoneId } = asset;
  if (asset.productReleaseId === null)
    return (
      <Link to={`${paths.modelLinking(modelId, { choose: asset.id })}#choose`}>{t("asset.noProduct")}</Link>
    );
  // Where it stands in no zone there is nothing that it could be approved for.
  if (!approval || zoneId === null) return <>–</>;
  const { standing, decisionId, declarationId } = approval;
  const badge = <ApprovalBadge standing={standing} />;
  if (decisionId) return <Link to={paths.decision(decisionId)}>{badge}</Link>;
  if (declarationId) return <Link to={paths.assessment(modelId, zoneId, declarationId)}>{badge}</Link>;
  return badge;
}
