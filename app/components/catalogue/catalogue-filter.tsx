import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { ButtonLink } from "~/components/button-link";
import { CheckboxField } from "~/components/checkbox-field";
import { SelectField } from "~/components/select-field";
import { TextField } from "~/components/text-field";
import { COMPONENT_TYPES, type ComponentType } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";

type Props = {
  standardId: string;
  filter: { level?: number; componentType?: ComponentType; words: string; onlyToVerify: boolean };
  hasLevels: boolean;
  hasComponentTypes: boolean;
};

/** A GET form: the filter is the address, so it can be sent to a colleague. */
export function CatalogueFilter({ standardId, filter, hasLevels, hasComponentTypes }: Props) {
  const { t } = useTranslation("catalogue");
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3" aria-label={t("filter")}>
      <TextField
        name="q"
        type="search"
        label={t("words")}
        defaultValue={filter.words}
        placeholder={t("wordsHint")}
      />
      {hasLevels ? (
        <SelectField
          name="level"
          label={t("level")}
          defaultValue={filter.level ?? ""}
          options={[
            { value: "", label: t("levelAny") },
            ...[1, 2, 3, 4].map((level) => ({ value: String(level), label: t("levelUpTo", { level }) })),
          ]}
        />
      ) : null}
      {hasComponentTypes ? (
        <SelectField
          name="type"
          label={t("componentType")}
          defaultValue={filter.componentType ?? ""}
          options={[
            { value: "", label: t("componentTypeAny") },
            ...COMPONENT_TYPES.map((type) => ({ value: type, label: t(`components:componentType.${type}`) })),
          ]}
        />
      ) : null}
      <CheckboxField
        name="verify"
        value="yes"
        label={t("onlyToVerify")}
        defaultChecked={filter.onlyToVerify}
      />
      <Button type="submit">{t("apply")}</Button>
      <ButtonLink variant="quiet" to={paths.standard(standardId)}>
        {t("clear")}
      </ButtonLink>
    </Form>
  );
}
