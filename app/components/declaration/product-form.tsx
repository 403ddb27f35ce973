import { Form } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { FormActions } from "~/components/form-actions";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ProductFields } from "./product-fields";
import { type Refusal, useRefusal } from "./refusal";

export function ProductForm({ refusal }: { refusal: Refusal | undefined }) {
  const { t } = useTranslation("declaration");
  const { fields } = useRefusal(refusal);
  return (
    <Form method="post" className="grid gap-4">
      <ProductFields refusal={refusal} />
      <TextField
        name="version"
        label={t("product.firstRelease")}
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
