import { SelectField } from "~/components/select-field";
import { TextArea } from "~/components/text-area";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import type { Choices, Picked } from "./choices";
import { CommandForm } from "./command-form";
import { indentedName } from "./indent";
import type { FormOutcome } from "./refusal";
import { TemplateText } from "./template-text";

type InsertFormProps = {
  modelId: string;
  version: number;
  choices: Choices;
  outcome: FormOutcome | undefined;
  picked: Extract<Picked, { kind: "insert" }>;
};

/** Several elements at once: a template, or a part that was copied here or on the diagram. */
export function InsertForm({ modelId, version, choices, outcome, picked }: InsertFormProps) {
  const { t } = useTranslation("table");
  const form = { version, outcome };
  const zones = choices.zones.map((zone) => ({ value: zone.id, label: indentedName(zone) }));
  const intoField = (value: string | null) => (
    <SelectField
      name="into"
      label={t("insert.into")}
      placeholder={t("insert.top")}
      defaultValue={value ?? ""}
      options={zones}
    />
  );
  if (picked.of === "template")
    return (
      <CommandForm {...form} id="template-new" type="add-template" submit={t("insert.template")}>
        {({ typed }) => (
          <>
            <p className="field-hint">{t("overlay:template.note")}</p>
            <ul className="template-choice">
              {picked.templates.map((template, place) => (
                <li key={template.id} className="choice">
                  <input
                    type="radio"
                    id={`template-${template.id}`}
                    name="template"
                    value={template.id}
                    defaultChecked={typed("template", place === 0 ? template.id : "") === template.id}
                    required
                  />
                  <label htmlFor={`template-${template.id}`}>
                    <strong>{template.name}</strong>{" "}
                    <span className="text-muted">
                      <TemplateText template={template} />
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            {intoField(typed("into", picked.into))}
          </>
        )}
      </CommandForm>
    );
  return (
    <CommandForm {...form} id="paste-new" type="paste" submit={t("insert.paste")}>
      {({ typed }) => (
        <>
          <p className="field-hint">
            {t("insert.pasteText")} <Link to={paths.modelImport(modelId)}>{t("insert.import")}</Link>
          </p>
          <TextArea name="text" label={t("insert.text")} rows={6} defaultValue={typed("text", "")} required />
          {intoField(typed("into", picked.into))}
        </>
      )}
    </CommandForm>
  );
}
