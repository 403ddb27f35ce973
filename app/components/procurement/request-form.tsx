import { Form } from "@remix-run/react";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { CheckboxGroup } from "../checkbox-group";
import { FormActions } from "../form-actions";
import { FormError } from "../form-error";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import { AttachmentField } from "./attachment-field";
import { NewSuppliers, newSupplierLabels } from "./new-suppliers";
import { type PostedValues, textOf, textsOf } from "./posted-values";

type RequestFormProps = {
  submission: string;
  /** `modelId/zoneId` each */
  places: ReadonlyArray<string>;
  suppliers: ReadonlyArray<{ id: string; name: string }>;
  today: string;
  fields: Readonly<Record<string, ReadonlyArray<string>>>;
  formErrors: ReadonlyArray<string>;
  /** What was posted and refused, or what a device in use suggests. */
  values: PostedValues;
};

/** What is asked, of whom, until when. The zones have been chosen before, so that their preview stands beside. */
export function RequestForm(props: RequestFormProps) {
  const { submission, places, suppliers, today, fields, formErrors, values } = props;
  const { t } = useTranslation("request");
  const labels = {
    places: t("form.zone"),
    supplierIds: t("form.suppliers"),
    ...newSupplierLabels(t("form.newSupplierName"), t("form.newSupplierEmail")),
    name: t("form.name"),
    subject: t("subject"),
    message: t("message"),
    dueOn: t("common:dueDate"),
    componentTypes: t("componentTypes"),
    attachments: t("form.attachments"),
  };
  return (
    <Form method="post" className="grid gap-4" noValidate>
      <FormError errors={fields} formErrors={formErrors} labels={labels} />
      <input type="hidden" name="submission" value={textOf(values, "submission") ?? submission} />
      {places.map((place) => (
        <input key={place} type="hidden" name="places" value={place} />
      ))}
      <div className="choice-list">
        <CheckboxGroup
          name="supplierIds"
          legend={labels.supplierIds}
          hint={t("form.suppliersHint")}
          options={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValues={textsOf(values, "supplierIds")}
          errors={fields.supplierIds}
        />
      </div>
      <NewSuppliers isNeeded={suppliers.length === 0} fields={fields} values={values} />
      <TextField
        name="subject"
        label={labels.subject}
        hint={t("form.subjectHint")}
        defaultValue={textOf(values, "subject")}
        errors={fields.subject}
        maxLength={200}
        required
      />
      <TextField
        name="name"
        label={labels.name}
        hint={t("form.nameHint")}
        defaultValue={textOf(values, "name")}
        errors={fields.name}
        maxLength={200}
        optional
      />
      <TextArea
        name="message"
        label={labels.message}
        hint={t("form.messageHint")}
        defaultValue={textOf(values, "message")}
        errors={fields.message}
        maxLength={4000}
        optional
      />
      <TextField
        name="dueOn"
        type="date"
        label={labels.dueOn}
        min={today}
        defaultValue={textOf(values, "dueOn")}
        errors={fields.dueOn}
        required
      />
      <CheckboxGroup
        name="componentTypes"
        legend={labels.componentTypes}
        hint={t("form.componentTypesHint")}
        options={COMPONENT_TYPES.map((type) => ({
          value: type,
          label: t(`components:componentType.${type}`),
        }))}
        defaultValues={textsOf(values, "componentTypes")}
        errors={fields.componentTypes}
      />
      <AttachmentField
        purpose="request"
        legend={labels.attachments}
        posted={textsOf(values, "attachments")}
        errors={fields.attachments ?? fields["attachments.0"]}
      />
      <FormActions>
        <SubmitButton icon="mail">{t("form.send")}</SubmitButton>
        <ButtonLink to={paths.requests()} variant="quiet">
          {t("common:cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
