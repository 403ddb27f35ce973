import { useTranslation } from "~/i18n/use-translation";

type Reach = { assetCount: number; zoneCount: number; conduitsAtRisk: ReadonlyArray<unknown> };

/** How far it goes in one model, in one sentence. */
export function useReachWords(): (reach: Reach) => string {
  const { t } = useTranslation("notice");
  return ({ assetCount, zoneCount, conduitsAtRisk }) =>
    t("received.summary", {
      assets: t("received.summaryAssets", { count: assetCount }),
      zones: t("received.summaryZones", { count: zoneCount }),
      conduits: t("received.summaryConduits", { count: conduitsAtRisk.length }),
    });
}
