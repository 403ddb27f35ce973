import { Form } from "@remix-run/react";
import { MATURITY_LEVELS, MEASURE_STATES } from "~/domain/measure/measure";
import { useTranslation } from "~/i18n/use-translation";
import { FormActions } from "../form-actions";
import { CHOSEN_FORM, useTicked } from "../model/ticked";
import { Panel } from "../panel";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import { OwnerField } from "./owner-field";
import { type MeasureRefusal, RefusalOfMeasures } from "./refusal-of-measures";

type BulkFormProps = {
  members: ReadonlyArray<{ name: string; email: string }>;
  refusal: MeasureRefusal | undefined;
  typed: Readonly<Record<string, string>>;
};

/** Changes what is ticked, all of it or nothing. Empty fields stay as they are, measure by measure. */
export function BulkForm({ members, refusal, typed }: BulkFormProps) {
  const { t } = useTranslation("measure");
  const { keys } = useTicked();
  return (
    <div className="print:hidden">
      <Panel id="chosen" title={t("bulk.title")} description={t("bulk.text")}>
        <Form method="post" id={CHOSEN_FORM} className="grid gap-4" noValidate preventScrollReset>
          {refusal ? <RefusalOfMeasures refusal={refusal} /> : null}
          <p aria-live="polite">
            <strong>{t("bulk.chosen", { count: keys.size })}</strong>
          </p>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            <SelectField
              name="state"
              label={t("field.state")}
              placeholder={t("bulk.keep")}
              options={MEASURE_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
              defaultValue={typed.state}
            />
            <OwnerField members={members} defaultValue={typed.owner} />
            <TextField name="dueOn" type="date" label={t("field.dueOn")} defaultValue={typed.dueOn} />
            <SelectField
              name="maturity"
              label={t("field.maturity")}
              placeholder={t("bulk.keep")}
              options={MATURITY_LEVELS.map((level) => ({
                value: String(level),
                label: t(`maturity.${level}`),
              }))}
              defaultValue={typed.maturity}
            />
          </div>
          <div className="grid gap-3 lg:grid-cols-3">
            <TextArea
              name="evidence"
              rows={2}
              label={t("field.evidence")}
              maxLength={2000}
              defaultValue={typed.evidence}
            />
            <TextArea
              name="reason"
              rows={2}
              label={t("field.reason")}
              hint={t("field.reasonHint")}
              maxLength={1000}
              defaultValue={typed.reason}
            />
            <TextArea
              name="note"
              rows={2}
              label={t("field.note")}
              maxLength={2000}
              defaultValue={typed.note}
            />
          </div>
          <FormActions>
            <SubmitButton name="intent" value="change">
              {t("bulk.save")}
            </SubmitButton>
            <SubmitButton name="intent" value="take-back" variant="quiet" title={t("bulk.takeBackHint")}>
              {t("bulk.takeBack")}
            </SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </div>
  );
}
