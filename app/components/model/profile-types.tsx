import { Form } from "@remix-run/react";
import { CheckboxGroup } from "~/components/checkbox-group";
import { SubmitButton } from "~/components/submit-button";
import { COMPONENT_TYPES, type ComponentType } from "~/domain/requirement/component-requirement";
import { useTranslation } from "~/i18n/use-translation";

/** A product may be of several types: the requirements are the union. */
export function ProfileTypes({ types }: { types: ReadonlyArray<ComponentType> }) {
  const { t } = useTranslation("model");
  return (
    <Form method="get" className="grid gap-3 print:hidden" preventScrollReset>
      <CheckboxGroup
        key={types.join()}
        name="types"
        legend={t("profile.types")}
        hint={t("profile.typesHint")}
        options={COMPONENT_TYPES.map((value) => ({ value, label: t(`components:componentType.${value}`) }))}
        defaultValues={types}
      />
      <div>
        <SubmitButton variant="regular">{t("common:show")}</SubmitButton>
      </div>
    </Form>
  );
}
