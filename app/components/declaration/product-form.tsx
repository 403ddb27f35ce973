import { Form } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { CheckboxGroup } from "~/components/checkbox-group";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { type Refusal, useRefusal } from "./refusal";

export function ProductForm({ refusal }: { refusal: Refusal | undefined }) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  const labels = {
    name: t("product.name"),
    componentTypes: t("types.legend"),
    version: t("product.firstRelease"),
    description: t("product.descriptionLabel"),
  };
  return (
    <Form method="post" className="grid gap-4">
      <FormError errors={fields} formErrors={formErrors} labels={labels} />
      <TextField
        name="name"
        label={labels.name}
        errors={fields.name}
        required
        maxLength={200}
        autoComplete="off"
      />
      <TextArea
        name="description"
        label={labels.description}
        hint={t("product.descriptionHint")}
        errors={fields.description}
        maxLength={4000}
        optional
      />
      <CheckboxGroup
        name="componentTypes"
        legend={labels.componentTypes}
        hint={t("types.hint")}
        options={COMPONENT_TYPES.map((type) => ({
          value: type,
          label: t(`components:componentType.${type}`),
        }))}
        errors={fields.componentTypes ?? fields["componentTypes.0"]}
      />
      <TextField
        name="version"
        label={labels.version}
        hint={t("product.releaseHint")}
        errors={fields.version}
        required
        maxLength={100}
        autoComplete="off"
      />
      <FormActions>
        <SubmitButton>{t("product.create")}</SubmitButton>
        <ButtonLink to={paths.products()}>{t("common:cancel")}</ButtonLink>
      </FormActions>
    </Form>
  );
}
