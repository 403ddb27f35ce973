import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { Disclosure } from "../disclosure";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";

type TemplateFormProps = {
  name: string;
  days: number;
  fields: Readonly<Record<string, ReadonlyArray<string>>>;
};

/** Keeps what this tender asked, to ask it again. */
export function TemplateForm({ name, days, fields }: TemplateFormProps) {
  const { t } = useTranslation("tender");
  const isRefused = fields.name !== undefined || fields.dueInDays !== undefined;
  return (
    <Disclosure summary={t("template.summary")} defaultOpen={isRefused} boxed>
      <Form method="post" className="grid gap-3" noValidate>
        <input type="hidden" name="intent" value="save-template" />
        <p>{t("template.text")}</p>
        <TextField
          name="name"
          label={t("template.name")}
          defaultValue={name}
          errors={fields.name}
          maxLength={120}
          required
        />
        <TextField
          name="dueInDays"
          type="number"
          label={t("template.dueInDays")}
          hint={t("template.dueInDaysHint")}
          defaultValue={String(days)}
          errors={fields.dueInDays}
          min={1}
          max={730}
          required
        />
        <div className="actions">
          <SubmitButton variant="regular">{t("template.submit")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
