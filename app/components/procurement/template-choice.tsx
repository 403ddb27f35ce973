import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";

type TemplateChoiceProps = {
  templates: ReadonlyArray<{ id: string; name: string }>;
  chosen: string | null;
  places: ReadonlyArray<string>;
};

/** Fills the form in from what was kept; the zones stay. */
export function TemplateChoice({ templates, chosen, places }: TemplateChoiceProps) {
  const { t } = useTranslation("request");
  if (templates.length === 0) return null;
  return (
    <Form method="get" className="grid gap-3">
      {places.map((place) => (
        <input key={place} type="hidden" name="place" value={place} />
      ))}
      <SelectField
        name="template"
        label={t("form.template")}
        hint={t("form.templateHint")}
        placeholder={t("components:field.choose")}
        options={templates.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={chosen ?? ""}
        optional
      />
      <div className="actions">
        <SubmitButton variant="regular">{t("form.useTemplate")}</SubmitButton>
      </div>
    </Form>
  );
}
