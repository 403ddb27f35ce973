import { Button } from "~/components/button";
import { useUdiHint } from "~/components/model/use-udi-hint";
import { SelectField } from "~/components/select-field";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import type { AssetChanges } from "~/domain/zone-model/commands";
import { type Asset, AssetSchema } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { AssetApproval } from "./asset-approval";
import { CommittedField } from "./committed-field";
import type { PanelProps } from "./element-panel";
import { FlagFields } from "./flag-fields";
import { PanelHeader } from "./panel-header";
import { zoneOptions } from "./zone-options";

const FLAGS = ["safetyRelated", "wireless", "portable", "externallyConnected"] as const;

export function AssetPanel({ asset, modelId, placed, ...panel }: PanelProps & { asset: Asset }) {
  const { editor, choices, actions } = panel;
  const { t } = useTranslation("diagram");
  const { index, mayEdit } = editor;
  const readOnly = !mayEdit;
  const { shape } = AssetSchema;
  const update = (changes: AssetChanges) =>
    actions.commit([{ type: "update-asset", assetId: asset.id, changes }]);
  const udiHint = useUdiHint();
  const zone = index.zoneById.get(asset.zoneId ?? "");

  /** What the supplier declared the product to be, unless somebody has said so here. */
  function link(releaseId: string): void {
    const release = choices.releases.find((choice) => choice.releaseId === releaseId);
    const isUnset = asset.componentTypes.length === 0;
    update({
      productReleaseId: releaseId || null,
      ...(release && isUnset && { componentTypes: [...release.componentTypes] }),
    });
  }

  return (
    <>
      <PanelHeader
        icon="asset"
        kind={t("common:asset")}
        title={asset.name}
        onClose={() => actions.select(null)}
        onDelete={mayEdit ? () => actions.remove({ kind: "asset", id: asset.id }) : undefined}
      />
      {zone ? (
        <Button size="small" icon="arrow-left" onClick={() => actions.select({ kind: "zone", id: zone.id })}>
          {zone.name}
        </Button>
      ) : null}
      <CommittedField
        name="asset-name"
        label={t("common:name")}
        value={asset.name}
        schema={shape.name}
        readOnly={readOnly}
        onCommit={(name) => update({ name })}
      />
      <SelectField
        name="asset-zone"
        label={t("panel.zone")}
        value={asset.zoneId ?? ""}
        disabled={readOnly}
        placeholder={t("model:asset.noZone")}
        options={zoneOptions(index)}
        onChange={({ target }) =>
          actions.commit([{ type: "move-asset", assetId: asset.id, zoneId: target.value || null }])
        }
      />
      <SelectField
        name="asset-release"
        label={t("model:asset.release")}
        hint={t("model:asset.releaseHint")}
        value={asset.productReleaseId ?? ""}
        disabled={readOnly}
        placeholder={t("panel.noRelease")}
        options={choices.releases.map(({ releaseId, productName, releaseVersion, supplierName }) => ({
          value: releaseId,
          label: `${productName} ${releaseVersion} (${supplierName})`,
        }))}
        onChange={({ target }) => link(target.value)}
      />
      <AssetApproval {...{ asset, modelId, choices, placed }} />
      <FlagFields
        id="asset-types"
        legend={t("model:asset.componentTypes")}
        readOnly={readOnly}
        flags={COMPONENT_TYPES.map((name) => ({
          name,
          label: t(`components:componentType.${name}`),
          isOn: asset.componentTypes.includes(name),
        }))}
        onChange={(name, isOn) =>
          update({
            componentTypes: COMPONENT_TYPES.filter((type) =>
              type === name ? isOn : asset.componentTypes.includes(type),
            ),
          })
        }
      />
      <FlagFields
        id="asset-flags"
        legend={t("panel.flags")}
        readOnly={readOnly}
        flags={FLAGS.map((name) => ({ name, label: t(`model:asset.${name}`), isOn: asset[name] }))}
        onChange={(name, isOn) => update({ [name]: isOn })}
      />
      <div className="field-pair">
        <CommittedField
          name="asset-quantity"
          label={t("model:asset.quantity")}
          type="number"
          value={asset.quantity}
          schema={shape.quantity}
          readOnly={readOnly}
          onCommit={(quantity) => update({ quantity })}
        />
        <CommittedField
          name="asset-version"
          label={t("model:asset.softwareVersion")}
          value={asset.softwareVersion}
          schema={shape.softwareVersion}
          readOnly={readOnly}
          onCommit={(softwareVersion) => update({ softwareVersion })}
        />
      </div>
      <div className="field-pair">
        <CommittedField
          name="asset-manufacturer"
          label={t("model:asset.manufacturer")}
          value={asset.manufacturer}
          schema={shape.manufacturer}
          readOnly={readOnly}
          onCommit={(manufacturer) => update({ manufacturer })}
        />
        <CommittedField
          name="asset-model"
          label={t("model:asset.model")}
          value={asset.model}
          schema={shape.model}
          readOnly={readOnly}
          onCommit={(model) => update({ model })}
        />
      </div>
      <CommittedField
        name="asset-udi-di"
        label={t("model:asset.udiDi")}
        hint={udiHint(asset.udiDi)}
        value={asset.udiDi}
        schema={shape.udiDi}
        readOnly={readOnly}
        onCommit={(udiDi) => update({ udiDi })}
      />
      <CommittedField
        name="asset-location"
        label={t("model:asset.location")}
        value={asset.location}
        schema={shape.location}
        readOnly={readOnly}
        onCommit={(location) => update({ location })}
      />
    </>
  );
}
