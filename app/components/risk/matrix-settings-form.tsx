import { Form } from "@remix-run/react";
import { useState } from "react";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { FieldErrors } from "~/components/field-errors";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import { useTranslation } from "~/i18n/use-translation";
import { fieldsOfMatrix, type MatrixFields } from "./matrix-form";
import { MatrixGrid } from "./matrix-grid";
import type { MatrixOutcome } from "./matrix-outcome";
import { MatrixPreview } from "./matrix-preview";
import { MatrixWords } from "./matrix-words";
import { useMatrixLabels } from "./use-matrix-labels";

type MatrixSettingsFormProps = {
  version: number;
  matrix: RiskMatrix;
  outcome: MatrixOutcome | undefined;
};

/** The whole matrix as one form. It names the version it was made on; a refusal keeps what had been typed. */
export function MatrixSettingsForm({ version, matrix, outcome }: MatrixSettingsFormProps) {
  const { t } = useTranslation("risk");
  const labels = useMatrixLabels();
  const refusal = outcome?.refusal;
  const stale = refusal?.code === "stale-matrix" ? refusal : undefined;
  const { "": formErrors, ...errors } = refusal?.code === "invalid-input" ? refusal.fields : {};
  const fields = stale ? fieldsOfMatrix(stale.merged) : (outcome?.typed.fields ?? fieldsOfMatrix(matrix));
  // Uncontrolled fields must begin anew with every answer.
  const [answers, setAnswers] = useState({ outcome, count: 0 });
  if (answers.outcome !== outcome) setAnswers({ outcome, count: answers.count + 1 });
  return (
    <Form
      method="post"
      key={`${version} ${answers.count}`}
      className="grid grid-cols-1 gap-6"
      noValidate
      preventScrollReset
    >
      {/* Whoever has seen the version in between saves on top of it. */}
      <input
        type="hidden"
        name="version"
        value={stale?.current.version ?? outcome?.typed.version ?? version}
      />
      <FormError errors={errors} formErrors={formErrors} labels={labels} />
      {refusal ? <Refused refusal={refusal} labels={labels} /> : null}
      {outcome?.preview ? <MatrixPreview preview={outcome.preview} /> : null}
      <Panel title={t("settings.numbers")} description={t("settings.numbersText")}>
        <NumberTable fields={fields} errors={errors} matrix={matrix} />
        <div className="risk-number">
          <TextField
            name="tolerableRisk"
            type="number"
            inputMode="numeric"
            min={1}
            max={25}
            label={t("settings.tolerable")}
            hint={t("settings.tolerableHint")}
            defaultValue={fields.tolerableRisk}
            errors={errors.tolerableRisk}
          />
        </div>
      </Panel>
      <MatrixWords fields={fields} errors={errors} />
      <Panel title={t("settings.save")}>
        <TextArea
          name="reason"
          label={t("settings.reason")}
          hint={t("settings.reasonHint")}
          defaultValue={outcome?.typed.reason}
          errors={errors.reason}
          maxLength={1000}
          rows={2}
        />
        <FormActions>
          <SubmitButton name="intent" value="save">
            {t("settings.save")}
          </SubmitButton>
          <SubmitButton variant="regular" name="intent" value="preview">
            {t("settings.previewButton")}
          </SubmitButton>
          <SubmitButton variant="quiet" name="intent" value="reset">
            {t("settings.reset")}
          </SubmitButton>
          <span className="field-hint">{t("settings.resetHint")}</span>
        </FormActions>
      </Panel>
    </Form>
  );
}

type NumberTableProps = {
  fields: MatrixFields;
  errors: Readonly<Record<string, ReadonlyArray<string> | undefined>>;
  matrix: RiskMatrix;
};

function NumberTable({ fields, errors, matrix }: NumberTableProps) {
  const { t } = useTranslation("risk");
  return (
    <MatrixGrid matrix={matrix} caption={t("settings.numbers")} captionHidden>
      {({ consequence, likelihood }) => {
        const name = `risk.${consequence - 1}.${likelihood - 1}`;
        return (
          <td>
            <input
              id={name}
              name={name}
              className="input"
              inputMode="numeric"
              maxLength={2}
              autoComplete="off"
              aria-label={t("settings.cell", { consequence, likelihood })}
              aria-invalid={errors[name] ? true : undefined}
              aria-describedby={errors[name] ? `${name}-error` : undefined}
              defaultValue={fields[name]}
            />
            <FieldErrors id={`${name}-error`} errors={errors[name]} />
          </td>
        );
      }}
    </MatrixGrid>
  );
}

type RefusedProps = {
  refusal: NonNullable<MatrixOutcome["refusal"]>;
  labels: Readonly<Record<string, string>>;
};

/** Why nothing was saved, where it is not the fault of a field. */
function Refused({ refusal, labels }: RefusedProps) {
  const { t } = useTranslation("risk");
  if (refusal.code === "invalid-input") return null;
  if (refusal.code !== "stale-matrix")
    return (
      <Callout tone="warning" title={t("settings.result.notSaved")} live>
        {t(`settings.result.${refusal.code}`)}
      </Callout>
    );
  const { current, conflicts } = refusal;
  return (
    <Callout tone="warning" title={t("settings.result.stale", { version: current.version })} live>
      <p>{t("settings.result.staleText")}</p>
      <p>
        {t("settings.result.staleBy", { name: current.personName })} <DateText value={current.at} time />.{" "}
        {current.reason}
      </p>
      <ul className="rule-defaults">
        {conflicts.map(({ path, mine, theirs }) => (
          <li key={path}>{t("settings.result.conflict", { field: labels[path] ?? path, mine, theirs })}</li>
        ))}
      </ul>
    </Callout>
  );
}
