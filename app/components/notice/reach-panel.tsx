import type { Step } from "~/domain/notice/blast-radius";
import { useTranslation } from "~/i18n/use-translation";
import { DataTable } from "../data-table";
import { Panel } from "../panel";
import { ReachLinks } from "./reach-links";
import { useReachWords } from "./use-reach-words";

type ShownAsset = { id: string; name: string; quantity: number };
type ReachPanelProps = {
  noticeId: string;
  modelId: string;
  modelName: string;
  /** null = drawn and not published. */
  revision: number | null;
  assetCount: number;
  zoneCount: number;
  conduitsAtRisk: ReadonlyArray<{ id: string; name: string }>;
  loose: ReadonlyArray<ShownAsset>;
  zones: ReadonlyArray<{
    id: string;
    name: string;
    hops: number;
    assets: ReadonlyArray<ShownAsset>;
    via: { from: string; how: Step["how"]; conduit: string } | null;
  }>;
};

/** Where a fault stands in one model and what conduits lead to from there, nearest first and each with its reason. */
export function ReachPanel(props: ReachPanelProps) {
  const { noticeId, modelId, modelName, revision, zoneCount, conduitsAtRisk, loose, zones } = props;
  const { t } = useTranslation("notice");
  const wordsOf = useReachWords();
  const source = revision === null ? t("received.draft") : t("received.revision", { number: revision });
  const names = (assets: ReadonlyArray<ShownAsset>) =>
    assets.map(({ name, quantity }) => (quantity > 1 ? `${name} × ${quantity}` : name)).join(", ");
  return (
    <Panel
      title={t("received.model", { model: modelName, source })}
      description={wordsOf(props)}
      actions={<ReachLinks noticeId={noticeId} modelId={modelId} />}
      level={3}
    >
      <DataTable
        caption={t("received.zoneCaption", { model: modelName })}
        captionHidden
        rows={zones}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "zone",
            header: t("received.zoneHead.zone"),
            rowHeader: true,
            wrap: true,
            cell: ({ name }) => name,
          },
          {
            id: "distance",
            header: t("received.zoneHead.distance"),
            cell: ({ hops }) => (hops === 0 ? t("received.here") : t("received.hops", { count: hops })),
          },
          {
            id: "assets",
            header: t("received.zoneHead.assets"),
            wrap: true,
            cell: ({ assets }) => names(assets) || "–",
          },
          {
            id: "why",
            header: t("received.zoneHead.why"),
            wrap: true,
            cell: ({ via }) =>
              via
                ? t(`received.how.${via.how}`, {
                    from: via.from,
                    conduit: via.conduit || t("received.unnamedConduit"),
                  })
                : t("received.holds"),
          },
        ]}
      />
      {zoneCount > zones.length ? <p>{t("received.more", { count: zoneCount - zones.length })}</p> : null}
      {loose.length > 0 ? (
        <p>
          {t("received.noZone")}: {names(loose)}
        </p>
      ) : null}
      {conduitsAtRisk.length > 0 ? (
        <p>{t("received.atRisk", { names: conduitsAtRisk.map(({ name }) => name).join(", ") })}</p>
      ) : null}
    </Panel>
  );
}
