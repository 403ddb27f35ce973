import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { CheckboxField } from "../checkbox-field";
import { Disclosure } from "../disclosure";
import { FormError } from "../form-error";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";

type TenderActionsProps = {
  tender: {
    dueOn: string;
    today: string;
    waiting: number;
    mayReschedule: boolean;
    mayRemind: boolean;
    canRemindNow: boolean;
    mayClose: boolean;
  };
  fields: Readonly<Record<string, ReadonlyArray<string>>>;
};

/** Reminding all who wait, another due date, and the end. */
export function TenderActions({ tender, fields }: TenderActionsProps) {
  const { t } = useTranslation("tender");
  const { dueOn, today, waiting, mayReschedule, mayRemind, canRemindNow, mayClose } = tender;
  return (
    <>
      <FormError
        errors={fields}
        labels={{
          name: t("template.name"),
          dueInDays: t("template.dueInDays"),
          dueOn: t("reschedule.label"),
          isFinal: t("close.box"),
        }}
      />
      {mayRemind ? (
        <Form method="post" className="grid gap-2">
          <input type="hidden" name="intent" value="remind" />
          <div className="actions">
            <SubmitButton variant="regular" icon="mail" disabled={!canRemindNow}>
              {t("remind.submit", { count: waiting })}
            </SubmitButton>
          </div>
          <p className="field-hint">{canRemindNow ? t("remind.text") : t("remind.today")}</p>
        </Form>
      ) : null}
      {mayReschedule ? (
        <Disclosure summary={t("reschedule.summary")} defaultOpen={fields.dueOn !== undefined} boxed>
          <Form method="post" className="grid gap-3" noValidate>
            <input type="hidden" name="intent" value="reschedule" />
            <p>{t("reschedule.text")}</p>
            <TextField
              name="dueOn"
              type="date"
              label={t("reschedule.label")}
              min={today}
              defaultValue={dueOn}
              errors={fields.dueOn}
              required
            />
            <div className="actions">
              <SubmitButton>{t("reschedule.submit")}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
      {mayClose ? (
        <Disclosure summary={t("close.summary")} defaultOpen={fields.isFinal !== undefined} boxed>
          <Form method="post" className="grid gap-3" noValidate>
            <input type="hidden" name="intent" value="close" />
            <p>{t("close.text")}</p>
            <CheckboxField
              name="isFinal"
              value="yes"
              label={t("close.box")}
              errors={fields.isFinal}
              required
            />
            <div className="actions">
              <SubmitButton variant="danger">{t("close.submit")}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}
