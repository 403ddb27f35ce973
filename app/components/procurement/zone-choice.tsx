import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { Callout } from "../callout";
import { FormActions } from "../form-actions";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";

type ZoneChoiceProps = {
  models: ReadonlyArray<{
    modelId: string;
    modelName: string;
    zones: ReadonlyArray<{ id: string; name: string }>;
  }>;
  /** Names of the zones that cannot be chosen. */
  withoutTarget: ReadonlyArray<string>;
};

export function ZoneChoice({ models, withoutTarget }: ZoneChoiceProps) {
  const { t } = useTranslation("request");
  return (
    <Form method="get" className="grid gap-4">
      <SelectField
        name="place"
        label={t("form.zone")}
        hint={t("form.zoneHint")}
        placeholder={t("components:field.choose")}
        required
        options={models
          .filter(({ zones }) => zones.length > 0)
          .map(({ modelId, modelName, zones }) => ({
            label: modelName,
            options: zones.map(({ id, name }) => ({ value: `${modelId}/${id}`, label: name })),
          }))}
      />
      {withoutTarget.length > 0 ? (
        <Callout tone="info">
          {t("form.withoutTarget", { count: withoutTarget.length, zones: withoutTarget.join(", ") })}
        </Callout>
      ) : null}
      <FormActions>
        <SubmitButton icon="arrow-right">{t("form.choose")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
