import { Form } from "@remix-run/react";
import { useRef, useState } from "react";
import { Callout } from "~/components/callout";
import { DataTable } from "~/components/data-table";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { SaveState } from "~/components/save-state";
import { SubmitButton } from "~/components/submit-button";
import { type FactGroup, factsOfGroup, keysOfGroup } from "~/domain/declaration/fact-fields";
import type { FactKey, ProductFacts } from "~/domain/declaration/facts";
import { useTranslation } from "~/i18n/use-translation";
import { FactField, type FactWords } from "./fact-field";
import { FactValue } from "./fact-value";
import { type FormValues, memberOf, nestValues } from "./form-values";
import { type Refusal, useRefusal } from "./refusal";
import { UnsavedWarning } from "./unsaved-warning";
import { writeFactsForm } from "./write-facts-form";

/** What the action says where nothing was written, with what the form shows again. */
export type RefusedFacts = {
  refusal: Refusal | FactsConflict;
  values: FormValues;
  /** What the next try replaces. */
  before: ProductFacts;
};
type FactsConflict = {
  code: "facts-changed";
  stored: ProductFacts;
  yours: ProductFacts;
  fields: ReadonlyArray<FactKey>;
};

type FactsFormProps = {
  group: FactGroup;
  facts: ProductFacts;
  updatedAt: string;
  words: FactWords;
  refused: RefusedFacts | undefined;
  /** What stands in the form now, saved or not. */
  onEdit: (values: unknown) => void;
};

/** The facts of one topic as one plain form. */
export function FactsForm({ group, facts, updatedAt, words, refused, onEdit }: FactsFormProps) {
  const { t } = useTranslation("declaration");
  const [isEdited, setIsEdited] = useState(refused !== undefined);
  const { fields, formErrors } = useRefusal(refused?.refusal);
  const before = refused?.before ?? factsOfGroup(facts, group);
  const values = refused?.values ?? writeFactsForm(group, facts);
  const keys = keysOfGroup(group);
  const conflict = refused && "stored" in refused.refusal ? refused.refusal : null;
  const labels = Object.fromEntries(keys.map((key) => [`facts.${key}`, t(`facts:field.${key}`)]));
  const form = useRef<HTMLFormElement>(null);
  const edit = () => {
    setIsEdited(true);
    if (form.current) onEdit(memberOf(nestValues(new FormData(form.current)), "facts"));
  };
  return (
    <Form method="post" className="grid gap-5" onChange={edit} ref={form}>
      <FormError
        errors={fields}
        formErrors={conflict ? [] : formErrors}
        labels={{ ...labels, ...longLabels(fields, labels) }}
      />
      {conflict ? <Conflict conflict={conflict} /> : null}
      <input type="hidden" name="group" value={group} />
      <input type="hidden" name="before" value={JSON.stringify(before)} />
      {keys.map((key) => (
        <FactField
          key={key}
          factKey={key}
          values={values}
          errors={fields}
          words={words}
          // The entry has to be gone from the page before the form is read again.
          onRemoveRow={() => requestAnimationFrame(edit)}
        />
      ))}
      <FormActions>
        <SubmitButton name="next" value="stay">
          {t("facts.save")}
        </SubmitButton>
        <SubmitButton name="next" value="go" variant="regular">
          {t("facts.saveAndNext")}
        </SubmitButton>
        <SaveState state={isEdited ? "unsaved" : "saved"} at={updatedAt} />
      </FormActions>
      <UnsavedWarning isUnsaved={isEdited} />
    </Form>
  );
}

/** Both sides, fact by fact: nothing is overwritten before that has been seen. */
function Conflict({ conflict: { stored, yours, fields } }: { conflict: FactsConflict }) {
  const { t } = useTranslation("declaration");
  return (
    <Callout tone="warning" title={t("facts.conflict.title")} live>
      <p>{t("facts.conflict.text")}</p>
      <DataTable
        caption={t("facts.conflict.title")}
        captionHidden
        rows={fields.map((key) => ({ key }))}
        rowKey={({ key }) => key}
        columns={[
          {
            id: "field",
            header: t("facts.conflict.field"),
            rowHeader: true,
            wrap: true,
            cell: ({ key }) => t(`facts:field.${key}`),
          },
          {
            id: "stored",
            header: t("facts.conflict.stored"),
            wrap: true,
            cell: ({ key }) => <FactValue factKey={key} value={stored[key]} />,
          },
          {
            id: "yours",
            header: t("facts.conflict.yours"),
            wrap: true,
            cell: ({ key }) => <FactValue factKey={key} value={yours[key]} />,
          },
        ]}
      />
    </Callout>
  );
}

/** A field inside an entry is named by the fact that it belongs to. */
function longLabels(fields: Readonly<Record<string, unknown>>, labels: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.keys(fields).map((name) => {
      const [head = "", key = "", rows, place] = name.split(".");
      const label = labels[`${head}.${key}`] ?? name;
      return [name, rows === "rows" ? `${label}, ${Number(place) + 1}` : label];
    }),
  );
}
