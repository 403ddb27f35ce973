import { Form } from "@remix-run/react";
import { RESIDUAL_RISKS, type ResidualRisk } from "~/domain/procurement/exception";
import { REVIEW_INTERVALS } from "~/domain/procurement/exception-review";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { CheckboxGroup } from "../checkbox-group";
import { FormActions } from "../form-actions";
import { FormError } from "../form-error";
import { type PostedValues, textOf, textsOf } from "../procurement/posted-values";
import { RadioCards } from "../radio-cards";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import { GapName, GapReason, type ShownGap } from "./gap-text";

type ExceptionFormProps = {
  ids: { modelId: string; zoneId: string; declarationId: string };
  gaps: ReadonlyArray<ShownGap & { isCovered: boolean; isAsked: boolean }>;
  countermeasures: ReadonlyArray<{
    id: string;
    title: string;
    requirementIds: ReadonlyArray<string>;
  }>;
  today: string;
  latest: string;
  /** Of the exception that this one would go on from. */
  earlier: { reason: string; residualRisk: ResidualRisk } | null;
  fields: Readonly<Record<string, ReadonlyArray<string>>>;
  formErrors: ReadonlyArray<string>;
  values: PostedValues;
};

/** What is to be accepted, why, with what beside it, what remains, and until when. No gap is ticked beforehand. */
export function ExceptionForm(props: ExceptionFormProps) {
  const { ids, gaps, countermeasures, today, latest, earlier, fields, formErrors, values } = props;
  const { t } = useTranslation("exception");
  const labels = {
    gaps: t("field.gaps"),
    reason: t("field.reason"),
    countermeasureIds: t("field.countermeasures"),
    residualRisk: t("field.residualRisk"),
    residualText: t("field.residualText"),
    expiresOn: t("field.expiresOn"),
    reviewEveryDays: t("field.reviewEveryDays"),
  };
  return (
    <Form method="post" className="grid gap-4" noValidate>
      <FormError errors={fields} formErrors={formErrors} labels={labels} />
      <CheckboxGroup
        name="gaps"
        legend={labels.gaps}
        hint={t("field.gapsHint")}
        defaultValues={textsOf(values, "gaps")}
        errors={fields.gaps}
        options={gaps.map((gap) => ({
          value: gap.key,
          label: <GapName gap={gap} />,
          hint: <GapHint gap={gap} />,
        }))}
      />
      <TextArea
        name="reason"
        label={labels.reason}
        hint={t("field.reasonHint")}
        defaultValue={textOf(values, "reason") ?? earlier?.reason}
        errors={fields.reason}
        maxLength={4000}
        required
      />
      {countermeasures.length > 0 ? (
        <CheckboxGroup
          name="countermeasureIds"
          legend={labels.countermeasureIds}
          hint={t("field.countermeasuresHint")}
          defaultValues={textsOf(values, "countermeasureIds")}
          errors={fields.countermeasureIds}
          options={countermeasures.map(({ id, title, requirementIds }) => ({
            value: id,
            label: title,
            hint: requirementIds.join(", "),
          }))}
        />
      ) : (
        <p className="text-muted">{t("form.noCountermeasures")}</p>
      )}
      <RadioCards
        name="residualRisk"
        legend={labels.residualRisk}
        columns={3}
        defaultValue={textOf(values, "residualRisk") ?? null}
        errors={fields.residualRisk}
        options={RESIDUAL_RISKS.map((risk) => ({ value: risk, label: t(`risk.${risk}`) }))}
      />
      <TextArea
        name="residualText"
        label={labels.residualText}
        hint={t("field.residualTextHint")}
        defaultValue={textOf(values, "residualText")}
        errors={fields.residualText}
        maxLength={2000}
        required
      />
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          name="expiresOn"
          type="date"
          label={labels.expiresOn}
          hint={t("field.expiresOnHint")}
          min={today}
          max={latest}
          defaultValue={textOf(values, "expiresOn")}
          errors={fields.expiresOn}
          required
        />
        <SelectField
          name="reviewEveryDays"
          label={labels.reviewEveryDays}
          hint={t("field.reviewHint")}
          defaultValue={textOf(values, "reviewEveryDays") ?? "90"}
          errors={fields.reviewEveryDays}
          options={REVIEW_INTERVALS.map((days) => ({ value: String(days), label: t(`interval.${days}`) }))}
        />
      </div>
      <p className="text-muted">{t("form.fourEyes")}</p>
      <FormActions>
        <SubmitButton icon="check">{t("form.submit")}</SubmitButton>
        <ButtonLink to={paths.assessment(ids.modelId, ids.zoneId, ids.declarationId)} variant="quiet">
          {t("common:cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

function GapHint({ gap }: { gap: ExceptionFormProps["gaps"][number] }) {
  const { t } = useTranslation("exception");
  return (
    <>
      <GapReason gap={gap} />
      {gap.isCovered ? <span className="block">{t("gap.covered")}</span> : null}
      {gap.isAsked ? <span className="block">{t("gap.asked")}</span> : null}
    </>
  );
}
