import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { Section } from "~/components/section";
import { VerdictBadge } from "~/components/verdict-badge";
import type { Verdict } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { usePlaceColumns } from "./place-columns";

type Device = {
  zoneId: string;
  zoneName: string;
  releaseId: string;
  productName: string;
  releaseVersion: string;
  declarationId: string;
  assets: ReadonlyArray<string>;
  verdictBefore: Verdict | null;
  verdictAfter: Verdict | null;
};

type DeviceSectionProps = {
  devices: ReadonlyArray<Device>;
  deviceCount: number;
  notJudged: number;
};

const MOST_NAMES = 3;

/** Devices that come out otherwise, by zone and product, what gets worse first. */
export function DeviceSection({ devices, deviceCount, notJudged }: DeviceSectionProps) {
  const { t } = useTranslation("review");
  const place = usePlaceColumns<Device>(({ declarationId }) => paths.placement(declarationId));
  return (
    <Section id="devices" title={t("devices.title", { count: deviceCount })} description={t("devices.text")}>
      <DataTable
        caption={t("devices.caption")}
        captionHidden
        rows={devices}
        rowKey={({ zoneId, releaseId }) => `${zoneId} ${releaseId}`}
        empty={
          <EmptyState title={t("devices.none")} icon="check">
            {t("devices.noneText")}
          </EmptyState>
        }
        columns={[
          ...place,
          {
            id: "assets",
            header: t("devices.assets"),
            wrap: true,
            cell: ({ assets }) => <AssetNames assets={assets} />,
          },
          {
            id: "before",
            header: t("devices.before"),
            cell: ({ verdictBefore }) => <VerdictOrNone verdict={verdictBefore} />,
          },
          {
            id: "after",
            header: t("devices.after"),
            cell: ({ verdictAfter }) => <VerdictOrNone verdict={verdictAfter} />,
          },
        ]}
      />
      {deviceCount > devices.length ? (
        <p className="text-muted">{t("devices.bounded", { shown: devices.length, count: deviceCount })}</p>
      ) : null}
      {notJudged > 0 ? <p className="text-muted">{t("devices.notJudged", { count: notJudged })}</p> : null}
    </Section>
  );
}

function AssetNames({ assets }: { assets: ReadonlyArray<string> }) {
  const { t } = useTranslation("review");
  const rest = assets.length - MOST_NAMES;
  return (
    <>
      {assets.slice(0, MOST_NAMES).join(", ")}
      {rest > 0 ? ` ${t("devices.more", { count: rest })}` : null}
    </>
  );
}

function VerdictOrNone({ verdict }: { verdict: Verdict | null }) {
  const { t } = useTranslation("review");
  if (verdict) return <VerdictBadge verdict={verdict} />;
  return <span className="text-muted">{t("devices.notThere")}</span>;
}
