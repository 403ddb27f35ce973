import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { assetsIn, conduitsOf, otherEndOf } from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import type { PanelProps } from "./element-panel";

/** The assets in a zone and the conduits at it; each opens in the panel. */
export function ZoneMembers({ zone, editor, actions }: PanelProps & { zone: Zone }) {
  const { t } = useTranslation("diagram");
  const { index, mayEdit } = editor;
  const assets = assetsIn(index, zone.id);
  const conduits = conduitsOf(index, zone.id);
  return (
    <section className="panel-section">
      <h3 className="subsection-title">{t("panel.assets")}</h3>
      {assets.length === 0 ? <p className="editor-none">{t("panel.noAssets")}</p> : null}
      <ul className="member-list">
        {assets.map(({ id, name, quantity }) => (
          <li key={id}>
            <button type="button" className="member" onClick={() => actions.select({ kind: "asset", id })}>
              <Icon name="asset" />
              <span>{name}</span>
              {quantity > 1 ? (
                <span className="member-fact">{t("zone.quantity", { count: quantity })}</span>
              ) : null}
            </button>
            {mayEdit ? (
              <Button
                icon="trash"
                iconOnly
                size="small"
                variant="quiet"
                onClick={() => actions.commit([{ type: "delete-asset", assetId: id }])}
              >
                {`${t("panel.delete")}: ${name}`}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <Button size="small" icon="plus" onClick={() => actions.addAsset(zone.id)}>
          {t("panel.addAsset")}
        </Button>
      ) : null}
      <h3 className="subsection-title">{t("panel.conduits")}</h3>
      {conduits.length === 0 ? <p className="editor-none">{t("panel.noConduits")}</p> : null}
      <ul className="member-list">
        {conduits.map((conduit) => (
          <li key={conduit.id}>
            <button
              type="button"
              className="member"
              onClick={() => actions.select({ kind: "conduit", id: conduit.id })}
            >
              <Icon name="conduit" />
              <span>{index.zoneById.get(otherEndOf(conduit, zone.id))?.name}</span>
              <span className="member-fact">
                {conduit.channels.map(({ protocol }) => protocol).join(", ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <div className="actions">
          <Button size="small" icon="conduit" onClick={() => actions.startConduit(zone.id)}>
            {t("panel.addConduitHere")}
          </Button>
          <Button size="small" icon="zone" onClick={actions.openPalette}>
            {t("panel.addZoneHere")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
