import type { ReactNode } from "react";
import { CheckboxGroup } from "~/components/checkbox-group";
import { FormError } from "~/components/form-error";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { COMPONENT_TYPES, type ComponentType } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";
import { type Refusal, useRefusal } from "./refusal";

export type DescribedProduct = {
  name: string;
  description: string;
  componentTypes: ReadonlyArray<ComponentType>;
};

type ProductFieldsProps = {
  product?: DescribedProduct;
  refusal: Refusal | undefined;
  children?: ReactNode;
};

/** What a product is called and is; `children` stand between what was refused and the fields. */
export function ProductFields({ product, refusal, children }: ProductFieldsProps) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  const labels = {
    name: t("product.name"),
    description: t("product.descriptionLabel"),
    componentTypes: t("types.legend"),
    version: t("product.firstRelease"),
  };
  return (
    <>
      <FormError errors={fields} formErrors={formErrors} labels={labels} />
      {children}
      <TextField
        name="name"
        label={labels.name}
        defaultValue={product?.name}
        errors={fields.name}
        required
        maxLength={200}
        autoComplete="off"
      />
      <TextArea
        name="description"
        label={labels.description}
        hint={t("product.descriptionHint")}
        defaultValue={product?.description}
        errors={fields.description}
        maxLength={4000}
        optional
      />
      <CheckboxGroup
        name="componentTypes"
        legend={labels.componentTypes}
        hint={t("types.hint")}
        defaultValues={product?.componentTypes}
        options={COMPONENT_TYPES.map((type) => ({
          value: type,
          label: t(`components:componentType.${type}`),
        }))}
        errors={fields.componentTypes ?? fields["componentTypes.0"]}
      />
    </>
  );
}
