import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Disclosure } from "../disclosure";
import { Link } from "../link";
import type { ShownAssets } from "./shown";

/** How many, and the first of them by name, each leading to where it can be decided on alone. */
export function AssetsCell({ modelId, assets }: { modelId: string; assets: ShownAssets }) {
  const { t } = useTranslation("linking");
  const { count, devices, names } = assets;
  return (
    <>
      <Disclosure summary={t("table.assets", { count })}>
        <ul>
          {names.map(({ id, name }) => (
            <li key={id}>
              <Link to={paths.modelTable(modelId, { element: id })}>{name}</Link>
            </li>
          ))}
          {count > names.length ? (
            <li className="text-muted">{t("table.moreAssets", { count: count - names.length })}</li>
          ) : null}
        </ul>
      </Disclosure>
      {devices === count ? null : (
        <span className="text-muted">{t("table.devices", { count: devices })}</span>
      )}
    </>
  );
}

export function ZonesCell({ assets: { zones, moreZones } }: { assets: ShownAssets }) {
  const { t } = useTranslation("linking");
  const named = zones.map((zone) => zone ?? t("table.noZone")).join(", ");
  return <>{moreZones > 0 ? `${named} ${t("table.moreZones", { count: moreZones })}` : named}</>;
}
