import { Form } from "@remix-run/react";
import type { IncidentStep } from "~/domain/incident/incident";
import type { ReportingEventKind } from "~/domain/notice/reporting-clock";
import { useTranslation } from "~/i18n/use-translation";
import { FormActions } from "../form-actions";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";

type RecordFormProps = {
  /** Of the select: what is sent as `kind`. */
  steps: ReadonlyArray<ReportingEventKind | IncidentStep>;
  mayNote?: boolean;
  /** Sent along, so that a record that has changed meanwhile is told. */
  lastEntry?: number;
  errors: Readonly<Record<string, ReadonlyArray<string>>>;
};

/** What was done and when; it is only written down. */
export function RecordForm({ steps, mayNote = false, lastEntry, errors }: RecordFormProps) {
  const { t } = useTranslation("notice");
  return (
    <Form method="post" className="grid gap-4" noValidate>
      <input type="hidden" name="intent" value="record" />
      {lastEntry === undefined ? null : <input type="hidden" name="lastEntry" value={lastEntry} />}
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField
          id="record-kind"
          name="kind"
          label={t("field.step")}
          errors={errors.kind ?? errors.step}
          options={steps.map((step) => ({ value: step, label: t(`clock.event.${step}`) }))}
          {...(mayNote ? { placeholder: t("incident.note") } : {})}
        />
        <TextField
          id="record-happened-at"
          name="happenedAt"
          type="datetime-local"
          label={t("field.happenedAt")}
          errors={errors.happenedAt}
        />
      </div>
      <TextArea
        id="record-note"
        name="note"
        label={t("field.note")}
        errors={errors.note}
        maxLength={2000}
        rows={2}
        optional
      />
      <FormActions>
        <SubmitButton variant="regular">{t("clock.record")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
