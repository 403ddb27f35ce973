import { Form } from "@remix-run/react";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { CheckboxGroup } from "../checkbox-group";
import { Disclosure } from "../disclosure";
import { FormActions } from "../form-actions";
import { FormError } from "../form-error";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import { type PostedValues, textOf, textsOf } from "./posted-values";

type RequestFormProps = {
  /** `modelId/zoneId` */
  place: string;
  suppliers: ReadonlyArray<{ id: string; name: string }>;
  today: string;
  fields: Readonly<Record<string, ReadonlyArray<string>>>;
  formErrors: ReadonlyArray<string>;
  values: PostedValues;
};

/** What is asked, of whom, until when. The zone has been chosen before, so that its preview stands beside. */
export function RequestForm({ place, suppliers, today, fields, formErrors, values }: RequestFormProps) {
  const { t } = useTranslation("request");
  const labels = {
    supplierId: t("common:supplier"),
    newSupplierName: t("form.newSupplierName"),
    newSupplierEmail: t("form.newSupplierEmail"),
    subject: t("subject"),
    message: t("message"),
    dueOn: t("common:dueDate"),
    componentTypes: t("componentTypes"),
  };
  return (
    <Form method="post" className="grid gap-4" noValidate>
      <FormError errors={fields} formErrors={formErrors} labels={labels} />
      <input type="hidden" name="place" value={place} />
      <SelectField
        name="supplierId"
        label={labels.supplierId}
        placeholder={t("components:field.choose")}
        options={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={textOf(values, "supplierId")}
        errors={fields.supplierId}
      />
      <NewSupplier labels={labels} isNeeded={suppliers.length === 0} fields={fields} values={values} />
      <TextField
        name="subject"
        label={labels.subject}
        hint={t("form.subjectHint")}
        defaultValue={textOf(values, "subject")}
        errors={fields.subject}
        maxLength={200}
        required
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
      <FormActions>
        <SubmitButton icon="mail">{t("form.send")}</SubmitButton>
        <ButtonLink to={paths.requests()} variant="quiet">
          {t("common:cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

type NewSupplierProps = Pick<RequestFormProps, "fields" | "values"> & {
  labels: { newSupplierName: string; newSupplierEmail: string };
  isNeeded: boolean;
};

/** Somebody who is not on the portal yet is asked all the same. */
function NewSupplier({ labels, isNeeded, fields, values }: NewSupplierProps) {
  const { t } = useTranslation("request");
  const hasText = (name: string) => (textOf(values, name) ?? "") !== "";
  const isOpen = isNeeded || hasText("newSupplierName") || hasText("newSupplierEmail");
  return (
    <Disclosure summary={t("form.newSupplier")} defaultOpen={isOpen} boxed>
      <div className="grid gap-4">
        <p className="text-muted">{t("form.newSupplierText")}</p>
        <TextField
          name="newSupplierName"
          label={labels.newSupplierName}
          defaultValue={textOf(values, "newSupplierName")}
          errors={fields.newSupplierName}
          maxLength={120}
        />
        <TextField
          name="newSupplierEmail"
          type="email"
          label={labels.newSupplierEmail}
          defaultValue={textOf(values, "newSupplierEmail")}
          errors={fields.newSupplierEmail}
          maxLength={254}
        />
      </div>
    </Disclosure>
  );
}
