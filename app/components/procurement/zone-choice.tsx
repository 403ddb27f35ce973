import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { Callout } from "../callout";
import { CheckboxGroup } from "../checkbox-group";
import { Disclosure } from "../disclosure";
import { FormActions } from "../form-actions";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";

type ZoneChoiceProps = {
  models: ReadonlyArray<{
    modelId: string;
    modelName: string;
    zones: ReadonlyArray<{ id: string; name: string }>;
  }>;
  devices: ReadonlyArray<{ value: string; name: string; modelName: string }>;
  /** Names of the zones that cannot be chosen. */
  withoutTarget: ReadonlyArray<string>;
  /** A template that was chosen before the zones. */
  template: string | null;
  /** Somebody went on without a zone. */
  isMissing: boolean;
};

/** One zone or several, of any models; or a device in use, which brings its zone along. */
export function ZoneChoice({ models, devices, withoutTarget, template, isMissing }: ZoneChoiceProps) {
  const { t } = useTranslation("request");
  return (
    <>
      <Form method="get" className="grid gap-4">
        <input type="hidden" name="step" value="zones" />
        {template ? <input type="hidden" name="template" value={template} /> : null}
        {isMissing ? (
          <Callout tone="danger" live>
            {t("components:fieldError.choose-a-zone")}
          </Callout>
        ) : null}
        {models
          .filter(({ zones }) => zones.length > 0)
          .map(({ modelId, modelName, zones }) => (
            <div key={modelId} className="choice-list">
              <CheckboxGroup
                name="place"
                id={`place-${modelId}`}
                legend={t("form.zonesOf", { model: modelName })}
                options={zones.map(({ id, name }) => ({ value: `${modelId}/${id}`, label: name }))}
              />
            </div>
          ))}
        <p className="field-hint">{t("form.zoneHint")}</p>
        {withoutTarget.length > 0 ? (
          <Callout tone="info">
            {t("form.withoutTarget", { count: withoutTarget.length, zones: withoutTarget.join(", ") })}
          </Callout>
        ) : null}
        <FormActions>
          <SubmitButton icon="arrow-right">{t("form.choose")}</SubmitButton>
        </FormActions>
      </Form>
      {devices.length > 0 ? <DeviceChoice devices={devices} /> : null}
    </>
  );
}

function DeviceChoice({ devices }: Pick<ZoneChoiceProps, "devices">) {
  const { t } = useTranslation("request");
  const models = [...new Set(devices.map(({ modelName }) => modelName))];
  return (
    <Disclosure summary={t("form.device")} boxed>
      <Form method="get" className="grid gap-4">
        <SelectField
          name="asset"
          label={t("form.deviceLabel")}
          hint={t("form.deviceHint")}
          placeholder={t("components:field.choose")}
          required
          options={models.map((model) => ({
            label: model,
            options: devices
              .filter(({ modelName }) => modelName === model)
              .map(({ value, name }) => ({ value, label: name })),
          }))}
        />
        <FormActions>
          <SubmitButton variant="regular" icon="arrow-right">
            {t("form.useDevice")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
