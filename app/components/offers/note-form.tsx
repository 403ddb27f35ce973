import { Form } from "@remix-run/react";
import { COST_PERIODS, CURRENCIES } from "~/domain/procurement/offer-note";
import { useTranslation } from "~/i18n/use-translation";
import { ButtonLink } from "../button-link";
import { FormActions } from "../form-actions";
import { FormError } from "../form-error";
import { type PostedValues, textOf } from "../procurement/posted-values";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import type { NeededCountermeasure } from "./note-list";

export type NoteRefusal =
  | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
  | { code: "unknown-countermeasure" | "changed-meanwhile" | "limit-reached" };
type NoteFormProps = {
  declarationId: string;
  needed: NeededCountermeasure;
  refusal: NoteRefusal | undefined;
  /** What was posted and refused. */
  values: PostedValues;
  /** Back to the comparison without the form. */
  cancel: string;
};

/** What one countermeasure is expected to take; every field may stay empty. */
export function NoteForm({ declarationId, needed, refusal, values, cancel }: NoteFormProps) {
  const { t } = useTranslation("offers");
  const { note } = needed;
  const fields = refusal?.code === "invalid-input" ? refusal.fields : {};
  const shownOf = (name: string, stored: string) => textOf(values, name) ?? stored;
  return (
    <Form method="post" className="grid gap-3" preventScrollReset noValidate>
      <FormError
        errors={fields}
        labels={{ effortDays: t("notes.effort"), amount: t("notes.amount"), text: t("notes.text") }}
      />
      <input type="hidden" name="declarationId" value={declarationId} />
      <input type="hidden" name="countermeasure" value={needed.key} />
      <input type="hidden" name="version" value={needed.version} />
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <TextField
          name="effortDays"
          label={t("notes.effort")}
          hint={t("notes.effortHint")}
          inputMode="decimal"
          defaultValue={shownOf("effortDays", note?.effortDays?.toString() ?? "")}
          errors={fields.effortDays}
          maxLength={10}
          optional
        />
        <TextField
          name="amount"
          label={t("notes.amount")}
          hint={t("notes.amountHint")}
          inputMode="numeric"
          defaultValue={shownOf("amount", note?.cost?.amount.toString() ?? "")}
          errors={fields.amount}
          maxLength={16}
          optional
        />
        <SelectField
          name="currency"
          label={t("notes.currency")}
          defaultValue={shownOf("currency", note?.cost?.currency ?? CURRENCIES[0])}
          options={CURRENCIES.map((currency) => ({ value: currency, label: currency }))}
          errors={fields.currency}
        />
        <SelectField
          name="period"
          label={t("notes.period")}
          defaultValue={shownOf("period", note?.cost?.period ?? COST_PERIODS[0])}
          options={COST_PERIODS.map((period) => ({ value: period, label: t(`notes.periods.${period}`) }))}
          errors={fields.period}
        />
      </div>
      <TextArea
        name="text"
        label={t("notes.text")}
        defaultValue={shownOf("text", note?.text ?? "")}
        errors={fields.text}
        maxLength={2000}
        rows={3}
        optional
      />
      <FormActions>
        <SubmitButton>{t("notes.save")}</SubmitButton>
        <ButtonLink to={cancel} preventScrollReset>
          {t("notes.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
