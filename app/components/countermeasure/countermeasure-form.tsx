import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";
import { FormActions } from "../form-actions";
import { FormError } from "../form-error";
import { KeyValue } from "../key-value";
import { Panel } from "../panel";
import { type PostedValues, textOf, textsOf } from "../procurement/posted-values";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import { type ChoosableRow, RowChoice } from "./row-choice";

type CountermeasureFormProps = {
  place: {
    modelId: string;
    elementKind: "zone" | "conduit";
    elementId: string;
    name: string;
    modelName: string;
    isDrawnOnly: boolean;
    missed: ReadonlyArray<{ id: string; products: ReadonlyArray<string> }>;
    rows: ReadonlyArray<ChoosableRow>;
  };
  today: string;
  fields: Readonly<Record<string, ReadonlyArray<string>>>;
  values: PostedValues;
};

/** The second step: what is done, what it makes up for, what shows it, until when. */
export function CountermeasureForm({ place, today, fields, values }: CountermeasureFormProps) {
  const { t } = useTranslation("countermeasure");
  const labels = {
    title: t("field.title"),
    description: t("field.description"),
    requirementIds: t("field.rows"),
    evidence: t("field.evidence"),
    expiresOn: t("field.expiresOn"),
  };
  return (
    <Form method="post" className="grid gap-4" noValidate>
      <FormError errors={fields} labels={labels} />
      <Panel
        actions={
          <ButtonLink to={paths.newCountermeasure()} size="small">
            {t("form.otherPlace")}
          </ButtonLink>
        }
        title={t("form.standsOn")}
      >
        <KeyValue
          entries={[
            {
              term: t(`kind.${place.elementKind}`),
              value: t("form.standsOnValue", { name: place.name, model: place.modelName }),
            },
          ]}
        />
        {place.isDrawnOnly ? <Callout tone="warning">{t("form.drawnOnlyText")}</Callout> : null}
      </Panel>
      <TextField
        name="title"
        label={labels.title}
        hint={t("field.titleHint")}
        defaultValue={textOf(values, "title")}
        errors={fields.title}
        maxLength={120}
        required
      />
      <TextArea
        name="description"
        label={labels.description}
        hint={t("field.descriptionHint")}
        defaultValue={textOf(values, "description")}
        errors={fields.description}
        maxLength={4000}
        required
      />
      <RowChoice
        rows={place.rows}
        missed={place.missed}
        defaultValues={textsOf(values, "requirementIds")}
        errors={fields.requirementIds}
      />
      <TextArea
        name="evidence"
        label={labels.evidence}
        hint={t("field.evidenceHint")}
        defaultValue={textOf(values, "evidence")}
        errors={fields.evidence}
        maxLength={2000}
        required
      />
      <TextField
        name="expiresOn"
        type="date"
        label={labels.expiresOn}
        hint={t("field.expiresOnHint")}
        min={today}
        defaultValue={textOf(values, "expiresOn")}
        errors={fields.expiresOn}
        optional
      />
      <p className="text-muted">{t("form.fourEyes")}</p>
      <FormActions>
        <SubmitButton icon="check">{t("form.submit")}</SubmitButton>
        <ButtonLink to={paths.countermeasures()} variant="quiet">
          {t("common:cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
