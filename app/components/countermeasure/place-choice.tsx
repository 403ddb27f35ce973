import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { FormActions } from "../form-actions";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";

type Place = { id: string; name: string; isDrawnOnly: boolean };
type PlaceChoiceProps = {
  models: ReadonlyArray<{
    modelId: string;
    modelName: string;
    zones: ReadonlyArray<Place>;
    conduits: ReadonlyArray<Place>;
  }>;
};

/** The first step: on which zone or conduit the countermeasure stands. */
export function PlaceChoice({ models }: PlaceChoiceProps) {
  const { t } = useTranslation("countermeasure");
  const toOptions = (modelId: string, kind: "zone" | "conduit", places: ReadonlyArray<Place>) =>
    places.map(({ id, name, isDrawnOnly }) => ({
      value: `${modelId}/${kind}/${id}`,
      label: isDrawnOnly ? t("form.drawnOnly", { name }) : name,
    }));
  const groups = models.flatMap(({ modelId, modelName, zones, conduits }) => [
    { label: t("form.zonesOf", { model: modelName }), options: toOptions(modelId, "zone", zones) },
    { label: t("form.conduitsOf", { model: modelName }), options: toOptions(modelId, "conduit", conduits) },
  ]);
  return (
    <Form method="get" className="grid gap-4">
      <SelectField
        name="place"
        label={t("field.place")}
        hint={t("form.placeHint")}
        placeholder={t("components:field.choose")}
        required
        options={groups.filter(({ options }) => options.length > 0)}
      />
      <FormActions>
        <SubmitButton icon="arrow-right">{t("form.choose")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
