import { Form } from "@remix-run/react";
import { CheckboxField } from "~/components/checkbox-field";
import { FormError } from "~/components/form-error";
import { RadioCards } from "~/components/radio-cards";
import { StepUpField } from "~/components/step-up-field";
import { SubmitButton } from "~/components/submit-button";
import type { StepUp } from "~/domain/access/step-up";
import { useTranslation } from "~/i18n/use-translation";
import { type PostedValues, textOf } from "../procurement/posted-values";
import { type Refusal, useRefusal } from "./refusal";

type SignFormProps = {
  saveVersion: number;
  visibility: string;
  statement: { product: string; release: string; version: number };
  refusal: Refusal | undefined;
  /** What the form held when it came back. */
  values: PostedValues;
  stepUp: StepUp;
};

/** The save version binds the signature to what was just read. */
export function SignForm({ saveVersion, statement, refusal, values, stepUp, ...kept }: SignFormProps) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  const visibility = textOf(values, "visibility") ?? kept.visibility;
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
      <CheckboxField
        name="confirmed"
        label={t("signing.confirm")}
        errors={fields.confirmed}
        defaultChecked={textOf(values, "confirmed") === "on"}
        required
      />
      <StepUpField stepUp={stepUp} />
      <div>
        <SubmitButton icon="evidence">{t("signing.submit")}</SubmitButton>
      </div>
    </Form>
  );
}
