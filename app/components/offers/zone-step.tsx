import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { EmptyState } from "../empty-state";
import { FormActions } from "../form-actions";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";

export type ZoneToChoose = { modelId: string; modelName: string; zoneId: string; name: string };

/** Zones that products can be held to, under their models, as options of a select. */
export function zoneOptions(zones: ReadonlyArray<ZoneToChoose>) {
  const models = [...new Map(zones.map(({ modelId, modelName }) => [modelId, modelName]))];
  return models.map(([id, label]) => ({
    label,
    options: zones
      .filter(({ modelId }) => modelId === id)
      .map(({ zoneId, name }) => ({ value: `${id}/${zoneId}`, label: name })),
  }));
}

/** The first step: for which zone. */
export function ZoneStep({ zones }: { zones: ReadonlyArray<ZoneToChoose> }) {
  const { t } = useTranslation("offers");
  if (zones.length === 0)
    return (
      <EmptyState
        title={t("chooseZone.none")}
        icon="zone"
        action={<ButtonLink to={paths.models()}>{t("chooseZone.toModels")}</ButtonLink>}
      >
        {t("chooseZone.noneText")}
      </EmptyState>
    );
  return (
    <Form method="get" className="grid gap-4">
      <SelectField
        name="place"
        label={t("chooseZone.zone")}
        placeholder={t("components:field.choose")}
        required
        options={zoneOptions(zones)}
      />
      <FormActions>
        <SubmitButton icon="arrow-right">{t("chooseZone.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
