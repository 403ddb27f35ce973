import { Form } from "@remix-run/react";
import { CheckboxGroup } from "~/components/checkbox-group";
import { FormError } from "~/components/form-error";
import { LevelVectorField } from "~/components/level-vector-field";
import { SubmitButton } from "~/components/submit-button";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { FOUNDATIONAL_REQUIREMENTS, toNotation } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { type Fields, type Refusal, useRefusal } from "./refusal";

type FormProps = { content: DeclarationContent; refusal: Refusal | undefined };

/** The types decide which rows apply. */
export function ComponentTypesForm({ content, refusal }: FormProps) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  return (
    <Form method="post" className="grid gap-3" key={content.componentTypes.join()}>
      <FormError errors={fields} formErrors={formErrors} labels={{ componentTypes: t("types.legend") }} />
      <input type="hidden" name="intent" value="types" />
      <input type="hidden" name="before" value={content.componentTypes.join()} />
      <CheckboxGroup
        name="componentTypes"
        legend={t("types.legend")}
        hint={t("types.hint")}
        options={COMPONENT_TYPES.map((type) => ({
          value: type,
          label: t(`components:componentType.${type}`),
        }))}
        defaultValues={content.componentTypes}
        errors={fields.componentTypes}
      />
      <div>
        <SubmitButton variant="regular">{t("types.save")}</SubmitButton>
      </div>
    </Form>
  );
}

/** What a data sheet says; never used instead of the computed level. */
export function ClaimForm({ content, refusal }: FormProps) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  const claimed = content.claimedSlCapability;
  return (
    <Form method="post" className="grid gap-3">
      <FormError errors={fields} formErrors={formErrors} labels={{ claimed: t("claim.legend") }} />
      <input type="hidden" name="intent" value="claim" />
      <input type="hidden" name="before" value={claimed ? toNotation(claimed) : ""} />
      <LevelVectorField
        name="claimed"
        legend={t("claim.legend")}
        hint={t("claim.hint")}
        defaultValue={claimed}
        allowEmpty
        errors={toVectorErrors(fields)}
      />
      <div>
        <SubmitButton variant="regular">{t("claim.save")}</SubmitButton>
      </div>
    </Form>
  );
}

function toVectorErrors(fields: Fields) {
  const errors = FOUNDATIONAL_REQUIREMENTS.map((fr) => [fr, fields[`claimed.${fr}`]] as const);
  return { ...Object.fromEntries(errors.filter(([, messages]) => messages)), form: fields.claimed };
}
