import { VULNERABILITY_SEVERITIES } from "~/domain/declaration/fact-values";
import { componentLine } from "~/domain/notice/form-values";
import { NOTICE_KINDS, type NoticeContent } from "~/domain/notice/notice";
import { useTranslation } from "~/i18n/use-translation";
import { CheckboxGroup } from "../checkbox-group";
import { type PostedValues, textOf, textsOf } from "../procurement/posted-values";
import { RadioCards } from "../radio-cards";
import { SelectField } from "../select-field";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";

type NoticeFieldsProps = {
  content: NoticeContent;
  releases: ReadonlyArray<{ id: string; name: string }>;
  /** By path inside the content. */
  errors: Readonly<Record<string, ReadonlyArray<string>>>;
  values: PostedValues;
  /** Where it is published already, what it is stays. */
  isKindFixed?: boolean;
};

/** Every field of a notice; the form around it says what becomes of them. */
export function NoticeFields({ content, releases, errors, values, isKindFixed = false }: NoticeFieldsProps) {
  const { t } = useTranslation("notice");
  const errorsOf = (name: string) => {
    const found = Object.entries(errors)
      .filter(([path]) => path === `content.${name}` || path.startsWith(`content.${name}.`))
      .flatMap(([, keys]) => keys);
    return found.length > 0 ? [...new Set(found)] : undefined;
  };
  const stated = (name: string, otherwise: string) => textOf(values, name) ?? otherwise;
  return (
    <>
      {isKindFixed ? (
        <input type="hidden" name="kind" value={content.kind} />
      ) : (
        <RadioCards
          name="kind"
          legend={t("field.kind")}
          columns={3}
          defaultValue={stated("kind", content.kind)}
          errors={errorsOf("kind")}
          options={NOTICE_KINDS.map((kind) => ({
            ...{ value: kind, label: t(`kind.${kind}`), description: t(`kindText.${kind}`) },
          }))}
        />
      )}
      <TextField
        name="title"
        label={t("field.title")}
        defaultValue={stated("title", content.title)}
        errors={errorsOf("title")}
        maxLength={200}
        required
      />
      <TextArea
        name="text"
        label={t("field.text")}
        defaultValue={stated("text", content.text)}
        errors={errorsOf("text")}
        maxLength={8000}
      />
      <CheckboxGroup
        name="releaseIds"
        legend={t("field.releases")}
        hint={releases.length === 0 ? t("form.noReleases") : undefined}
        defaultValues={values ? textsOf(values, "releaseIds") : content.releaseIds}
        errors={errorsOf("releaseIds")}
        options={releases.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <TextArea
          name="vulnerabilities"
          label={t("field.vulnerabilities")}
          hint={t("field.vulnerabilitiesHint")}
          defaultValue={stated("vulnerabilities", content.vulnerabilities.join("\n"))}
          errors={errorsOf("vulnerabilities")}
          optional
        />
        <TextArea
          name="components"
          label={t("field.components")}
          hint={t("field.componentsHint")}
          defaultValue={stated("components", content.components.map(componentLine).join("\n"))}
          errors={errorsOf("components")}
          optional
        />
      </div>
      <SelectField
        name="severity"
        label={t("field.severity")}
        placeholder={t("severity.unknown")}
        defaultValue={stated("severity", content.severity ?? "")}
        errors={errorsOf("severity")}
        options={VULNERABILITY_SEVERITIES.map((severity) => ({
          ...{ value: severity, label: t(`severity.${severity}`) },
        }))}
      />
      <TextArea
        name="remedies"
        label={t("field.remedies")}
        hint={t("field.remediesHint")}
        defaultValue={stated("remedies", content.remedies)}
        errors={errorsOf("remedies")}
        maxLength={8000}
      />
    </>
  );
}
