import { Form } from "@remix-run/react";
import { CheckboxField } from "~/components/checkbox-field";
import { FormError } from "~/components/form-error";
import { RadioCards } from "~/components/radio-cards";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";
import { type Refusal, useRefusal } from "./refusal";

type SignFormProps = {
  saveVersion: number;
  visibility: string;
  statement: { product: string; release: string; version: number };
  refusal: Refusal | undefined;
};

/** The save version binds the signature to what was just read. */
export function SignForm({ saveVersion, visibility, statement, refusal }: SignFormProps) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  return (
    <Form method="post" className="grid gap-4">
      <FormError
        errors={fields}
        formErrors={formErrors}
        labels={{ visibility: t("visibility.legend"), confirmed: t("signing.confirm") }}
      />
      <input type="hidden" name="saveVersion" value={saveVersion} />
      <RadioCards
        name="visibility"
        legend={t("visibility.legend")}
        defaultValue={visibility === "all-hospitals" ? visibility : "requesting-hospitals"}
        columns={2}
        options={(["requesting-hospitals", "all-hospitals"] as const).map((value) => ({
          value,
          label: t(`visibility.${value}.label`),
          description: t(`visibility.${value}.description`),
        }))}
        errors={fields.visibility}
      />
      <p>{t("signing.statement", statement)}</p>
      <CheckboxField name="confirmed" label={t("signing.confirm")} errors={fields.confirmed} required />
      <div>
        <SubmitButton icon="evidence">{t("signing.submit")}</SubmitButton>
      </div>
    </Form>
  );
}
