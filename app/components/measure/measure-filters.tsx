import { Form } from "@remix-run/react";
import { MEASURE_KINDS, MEASURE_STATES } from "~/domain/measure/measure";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Button } from "../button";
import { CheckboxField } from "../checkbox-field";
import { Link } from "../link";
import { SelectField } from "../select-field";
import { TextField } from "../text-field";
import { groupName } from "./group-name";

export type MeasureFilter = {
  zone: string | null;
  kind: string | null;
  state: string | null;
  owner: string | null;
  overdue: boolean;
  group: string | null;
  find: string | null;
};
type MeasureFiltersProps = {
  filter: MeasureFilter;
  places: ReadonlyArray<{ choice: string; name: string; modelName: string; isPublished: boolean }>;
  owners: ReadonlyArray<string>;
  headings: ReadonlyArray<{ id: string; title: string | null }>;
};

/** What is shown, as a form that works without JavaScript and makes an address to send. */
export function MeasureFilters({ filter, places, owners, headings }: MeasureFiltersProps) {
  const { t } = useTranslation("measure");
  const models = [...new Set(places.map(({ modelName }) => modelName))];
  const toChoice = ({ choice, name, isPublished, modelName }: MeasureFiltersProps["places"][number]) => ({
    value: choice,
    label: modelName === "" ? t("hospital") : isPublished ? name : t("draftZone", { zone: name }),
  });
  const zones = [
    ...places.filter(({ modelName }) => modelName === "").map(toChoice),
    ...models
      .filter((modelName) => modelName !== "")
      .map((modelName) => ({
        label: modelName,
        options: places.filter((place) => place.modelName === modelName).map(toChoice),
      })),
  ];
  return (
    // Where the filter changes the fields begin anew.
    <Form
      method="get"
      key={JSON.stringify(filter)}
      className="grid gap-3 print:hidden"
      aria-label={t("filter.title")}
    >
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField
          id="show-zone"
          name="zone"
          label={t("field.zone")}
          placeholder={t("filter.allZones")}
          options={zones}
          defaultValue={filter.zone ?? ""}
        />
        <SelectField
          id="show-kind"
          name="kind"
          label={t("field.kind")}
          placeholder={t("filter.all")}
          options={MEASURE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          defaultValue={filter.kind ?? ""}
        />
        <SelectField
          id="show-state"
          name="state"
          label={t("field.state")}
          placeholder={t("filter.all")}
          options={MEASURE_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
          defaultValue={filter.state ?? ""}
        />
        <SelectField
          id="show-owner"
          name="owner"
          label={t("field.owner")}
          placeholder={t("filter.all")}
          options={[
            { value: "-", label: t("filter.nobody") },
            ...owners.map((owner) => ({ value: owner, label: owner })),
          ]}
          defaultValue={filter.owner ?? ""}
        />
        <SelectField
          id="show-group"
          name="group"
          label={t("field.group")}
          placeholder={t("filter.all")}
          options={headings.map((heading) => ({ value: heading.id, label: groupName(t, heading) }))}
          defaultValue={filter.group ?? ""}
        />
        <TextField
          id="show-find"
          name="find"
          label={t("filter.find")}
          type="search"
          maxLength={100}
          defaultValue={filter.find ?? ""}
        />
        <CheckboxField
          id="show-overdue"
          name="overdue"
          value="yes"
          label={t("filter.overdue")}
          defaultChecked={filter.overdue}
        />
      </div>
      <div className="actions">
        <Button type="submit">{t("filter.apply")}</Button>
        <Link to={paths.measures()}>{t("filter.reset")}</Link>
      </div>
      {filter.zone === null ? <p className="text-muted text-sm">{t("filter.onceNote")}</p> : null}
    </Form>
  );
}
