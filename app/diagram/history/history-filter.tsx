import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { SelectField } from "~/components/select-field";
import { useTranslation } from "~/i18n/use-translation";

type HistoryFilterProps = {
  people: ReadonlyArray<{ id: string; name: string }>;
  elements: ReadonlyArray<{ value: string; label: string }>;
  filter: { person: string; element: string };
};

/** Whose changes, and to what. */
export function HistoryFilter({ people, elements, filter }: HistoryFilterProps) {
  const { t } = useTranslation("editing");
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3">
      <SelectField
        name="person"
        label={t("history.person")}
        defaultValue={filter.person}
        options={[
          { value: "", label: t("history.everybody") },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        name="element"
        label={t("history.element")}
        defaultValue={filter.element}
        options={[{ value: "", label: t("history.everything") }, ...elements]}
      />
      <Button type="submit">{t("history.filter")}</Button>
    </Form>
  );
}
