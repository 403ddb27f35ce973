import { Form } from "@remix-run/react";
import type { StepUp } from "~/domain/access/step-up";
import type { DecisionKind } from "~/domain/procurement/decision";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { Callout } from "../callout";
import { Disclosure } from "../disclosure";
import { GapNames } from "../exception/exception-panel";
import type { ShownGap } from "../exception/gap-text";
import { FormActions } from "../form-actions";
import { FormError } from "../form-error";
import { Panel } from "../panel";
import { RadioCards } from "../radio-cards";
import { StepUpField } from "../step-up-field";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import { type PostedValues, textOf } from "./posted-values";

type Fields = Readonly<Record<string, ReadonlyArray<string>>>;

type DecisionFormProps = {
  kinds: ReadonlyArray<DecisionKind>;
  reasonNeeded: ReadonlyArray<DecisionKind>;
  /** Gaps that no exception in force accepts, where they stand in the way of approving with conditions. */
  inTheWay: ReadonlyArray<ShownGap>;
  today: string;
  /** What is on the screen; the server compares it with what holds when the form arrives. */
  seen: { fingerprint: string; asOf: string; revisionNumber: number; requestId: string | null };
  fields: Fields;
  formErrors: ReadonlyArray<string>;
  values: PostedValues;
  stepUp: StepUp;
};

const ALL_KINDS: ReadonlyArray<DecisionKind> = [
  "approve",
  "approve-with-conditions",
  "reject",
  "return-for-changes",
];
const MORE_CONDITIONS = ["1", "2", "3", "4"];

export function DecisionForm({
  kinds,
  reasonNeeded,
  inTheWay,
  today,
  seen,
  fields,
  formErrors,
  values,
  stepUp,
}: DecisionFormProps) {
  const { t } = useTranslation("decision");
  const language = useLanguage();
  const conditionLabels = ["0", ...MORE_CONDITIONS].flatMap((place) =>
    (["text", "owner", "dueOn"] as const).map((name) => [
      `conditions.${place}.${name}`,
      t("form.conditionField", { number: Number(place) + 1, field: t(`form.condition.${name}`) }),
    ]),
  );
  const hasMore = MORE_CONDITIONS.some(
    (place) =>
      textOf(values, `conditions.${place}.text`) ||
      Object.keys(fields).some((field) => field.startsWith(`conditions.${place}.`)),
  );
  return (
    <Panel title={t("form.title")} description={t("form.description")}>
      <Form method="post" className="grid gap-4" noValidate>
        <FormError
          errors={fields}
          formErrors={formErrors}
          labels={{ kind: t("form.kind"), reason: t("form.reason"), ...Object.fromEntries(conditionLabels) }}
        />
        {inTheWay.length > 0 ? (
          <Callout
            tone="warning"
            title={t("exception:inTheWay.title", { count: inTheWay.length })}
            action={<a href="#exceptions">{t("exception:title")}</a>}
          >
            <p>{t("exception:inTheWay.text")}</p>
            <GapNames gaps={inTheWay} />
          </Callout>
        ) : null}
        <input type="hidden" name="fingerprint" value={seen.fingerprint} />
        <input type="hidden" name="asOf" value={seen.asOf} />
        <input type="hidden" name="revisionNumber" value={seen.revisionNumber} />
        <input type="hidden" name="requestId" value={seen.requestId ?? ""} />
        <RadioCards
          name="kind"
          legend={t("form.kind")}
          columns={2}
          defaultValue={textOf(values, "kind") ?? null}
          errors={fields.kind}
          options={ALL_KINDS.map((kind) => ({
            value: kind,
            label: t(`kind.${kind}`),
            description: kinds.includes(kind)
              ? t(`kindText.${kind}`)
              : t(kind === "approve" ? "form.notAllowed" : "form.gapsInTheWay"),
            disabled: !kinds.includes(kind),
          }))}
        />
        <TextArea
          name="reason"
          label={t("form.reason")}
          hint={t("form.reasonHint", {
            kinds: formatList(
              reasonNeeded.map((kind) => t(`kind.${kind}`)),
              language,
            ),
          })}
          defaultValue={textOf(values, "reason")}
          errors={fields.reason}
          maxLength={4000}
        />
        <fieldset className="grid gap-3">
          <legend className="field-label">{t("form.conditions")}</legend>
          <p className="field-hint">{t("form.conditionsHint")}</p>
          <ConditionRow place="0" today={today} fields={fields} values={values} />
          <Disclosure summary={t("form.moreConditions")} defaultOpen={hasMore}>
            <div className="grid gap-3">
              {MORE_CONDITIONS.map((place) => (
                <ConditionRow key={place} place={place} today={today} fields={fields} values={values} />
              ))}
            </div>
          </Disclosure>
        </fieldset>
        <StepUpField stepUp={stepUp} />
        <FormActions>
          <SubmitButton icon="gavel">{t("form.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Panel>
  );
}

type ConditionRowProps = { place: string; today: string; fields: Fields; values: PostedValues };

function ConditionRow({ place, today, fields, values }: ConditionRowProps) {
  const { t } = useTranslation("decision");
  const names = {
    text: `conditions.${place}.text`,
    owner: `conditions.${place}.owner`,
    dueOn: `conditions.${place}.dueOn`,
  };
  return (
    <fieldset className="grid gap-3 sm:grid-cols-[2fr_1fr_auto]">
      <legend className="sr-only">{t("form.conditionNumber", { number: Number(place) + 1 })}</legend>
      <TextField
        name={names.text}
        label={t("form.condition.text")}
        defaultValue={textOf(values, names.text)}
        errors={fields[names.text]}
        maxLength={1000}
      />
      <TextField
        name={names.owner}
        label={t("form.condition.owner")}
        defaultValue={textOf(values, names.owner)}
        errors={fields[names.owner]}
        maxLength={200}
      />
      <TextField
        name={names.dueOn}
        type="date"
        label={t("form.condition.dueOn")}
        min={today}
        defaultValue={textOf(values, names.dueOn)}
        errors={fields[names.dueOn]}
      />
    </fieldset>
  );
}
