import { CheckboxField } from "~/components/checkbox-field";
import { CheckboxGroup } from "~/components/checkbox-group";
import { Disclosure } from "~/components/disclosure";
import { SelectField } from "~/components/select-field";
import { TextField } from "~/components/text-field";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import type { Asset } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { ASSET_FLAGS } from "./asset-table";
import type { Choices } from "./choices";
import { CommandForm, type FieldState } from "./command-form";
import type { EditorProps } from "./element-editor";
import { indentedName } from "./indent";
import { useUdiHint } from "./use-udi-hint";

/** Describe, move, delete: one form each. */
export function AssetEditor({ version, choices, outcome, asset }: EditorProps & { asset: Asset }) {
  const { t } = useTranslation("model");
  const form = { version, outcome, hidden: { assetId: asset.id } };
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <CommandForm
        {...form}
        id="asset-facts"
        type="update-asset"
        labels={useAssetLabels("changes")}
        submit={t("table.save")}
      >
        {(state) => <AssetFields prefix="changes" state={state} choices={choices} asset={asset} />}
      </CommandForm>
      <div className="grid content-start gap-6">
        <CommandForm {...form} id="asset-move" type="move-asset" variant="regular" submit={t("asset.move")}>
          {({ errors, typed }) => (
            <ZoneField
              name="zoneId"
              choices={choices}
              value={typed("zoneId", asset.zoneId)}
              errors={errors.zoneId}
            />
          )}
        </CommandForm>
        <Disclosure summary={t("asset.delete")} boxed defaultOpen={outcome?.form === "asset-delete"}>
          <CommandForm
            {...form}
            id="asset-delete"
            type="delete-asset"
            variant="danger"
            submit={t("asset.deleteConfirm")}
          />
        </Disclosure>
      </div>
    </div>
  );
}

type NewAssetProps = EditorProps & { into: string | null };

export function NewAssetForm({ version, choices, outcome, into }: NewAssetProps) {
  const { t } = useTranslation("model");
  return (
    <CommandForm
      id="asset-new"
      type="add-asset"
      version={version}
      outcome={outcome}
      labels={useAssetLabels("asset")}
      submit={t("table.add.asset")}
    >
      {(state) => (
        <>
          <AssetFields prefix="asset" state={state} choices={choices} asset={null} />
          <ZoneField
            name="asset.zoneId"
            choices={choices}
            value={state.typed("asset.zoneId", into)}
            errors={state.errors["asset.zoneId"]}
          />
        </>
      )}
    </CommandForm>
  );
}

type AssetFieldsProps = {
  prefix: "asset" | "changes";
  state: FieldState;
  choices: Choices;
  asset: Asset | null;
};

function AssetFields({ prefix, state: { errors, typed }, choices, asset }: AssetFieldsProps) {
  const { t } = useTranslation("model");
  const udiHint = useUdiHint();
  const field = (name: string, stored: string) => ({
    name: `${prefix}.${name}`,
    defaultValue: typed(`${prefix}.${name}`, stored),
    errors: errors[`${prefix}.${name}`],
  });
  return (
    <>
      <TextField {...field("name", asset?.name ?? "")} label={t("common:name")} required maxLength={120} />
      <CheckboxGroup
        name={`${prefix}.componentTypes`}
        legend={t("asset.componentTypes")}
        options={COMPONENT_TYPES.map((value) => ({ value, label: t(`components:componentType.${value}`) }))}
        defaultValues={asset?.componentTypes ?? []}
        errors={errors[`${prefix}.componentTypes`]}
      />
      <SelectField
        {...field("productReleaseId", asset?.productReleaseId ?? "")}
        label={t("asset.release")}
        hint={t("asset.releaseHint")}
        placeholder={t("common:unknown")}
        options={releaseOptions(choices, asset)}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField
          {...field("quantity", String(asset?.quantity ?? 1))}
          label={t("asset.quantity")}
          type="number"
          min={1}
          max={100_000}
          required
        />
        <TextField
          {...field("location", asset?.location ?? "")}
          label={t("asset.location")}
          optional
          maxLength={200}
        />
        <TextField
          {...field("softwareVersion", asset?.softwareVersion ?? "")}
          label={t("asset.softwareVersion")}
          optional
          maxLength={80}
        />
        <TextField
          {...field("manufacturer", asset?.manufacturer ?? "")}
          label={t("asset.manufacturer")}
          optional
          maxLength={120}
        />
        <TextField
          {...field("model", asset?.model ?? "")}
          label={t("asset.model")}
          optional
          maxLength={120}
        />
        <TextField
          {...field("udiDi", asset?.udiDi ?? "")}
          label={t("asset.udiDi")}
          hint={udiHint(asset?.udiDi ?? "")}
          optional
          maxLength={80}
        />
      </div>
      <div className="grid gap-2 sm:grid-cols-2">
        {ASSET_FLAGS.map((flag) => (
          <CheckboxField
            key={flag}
            name={`${prefix}.${flag}`}
            label={t(`asset.${flag}`)}
            defaultChecked={asset?.[flag] ?? false}
          />
        ))}
      </div>
    </>
  );
}

/** A release that is no longer shown to the hospital stays what it is until somebody changes it. */
function releaseOptions({ releases }: Choices, asset: Asset | null) {
  const known = releases.map(({ id, name }) => ({ value: id, label: name }));
  const own = asset?.productReleaseId;
  if (!own || releases.some(({ id }) => id === own)) return known;
  return [...known, { value: own, label: own }];
}

type ZoneFieldProps = {
  name: string;
  choices: Choices;
  value: string | null;
  errors: ReadonlyArray<string> | undefined;
};

function ZoneField({ name, choices, value, errors }: ZoneFieldProps) {
  const { t } = useTranslation("model");
  return (
    <SelectField
      name={name}
      label={t("common:zone")}
      placeholder={t("asset.noZone")}
      defaultValue={value ?? ""}
      options={choices.zones.map((zone) => ({ value: zone.id, label: indentedName(zone) }))}
      errors={errors}
    />
  );
}

/** Names of the fields for the list of errors above a form. */
function useAssetLabels(prefix: "asset" | "changes"): Readonly<Record<string, string>> {
  const { t } = useTranslation("model");
  return {
    [`${prefix}.name`]: t("common:name"),
    [`${prefix}.quantity`]: t("asset.quantity"),
    [`${prefix}.location`]: t("asset.location"),
    [`${prefix}.softwareVersion`]: t("asset.softwareVersion"),
    [`${prefix}.manufacturer`]: t("asset.manufacturer"),
    [`${prefix}.model`]: t("asset.model"),
    [`${prefix}.udiDi`]: t("asset.udiDi"),
    [`${prefix}.componentTypes`]: t("asset.componentTypes"),
  };
}
