import { useState } from "react";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
} from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { Disclosure } from "../disclosure";
import type { Errors } from "../field-errors";
import { FieldSet } from "../field-set";
import { SelectField } from "../select-field";
import { TextField } from "../text-field";

export type ChoosableRow = {
  id: string;
  title: string;
  minSl: number;
  foundationalRequirement: FoundationalRequirement;
};

type RowChoiceProps = {
  rows: ReadonlyArray<ChoosableRow>;
  /** Rows that products there miss today: offered first. */
  missed: ReadonlyArray<{ id: string; products: ReadonlyArray<string> }>;
  defaultValues: ReadonlyArray<string>;
  errors: Errors;
};

/**
 * Several of more than a hundred requirements: what is missed today first, the others by area. Searching hides what
 * does not match and never takes away what was chosen. Without JavaScript everything is there, unfiltered.
 */
export function RowChoice({ rows, missed, defaultValues, errors }: RowChoiceProps) {
  const { t } = useTranslation("countermeasure");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(defaultValues));
  const [words, setWords] = useState("");
  const [area, setArea] = useState("");
  const isFiltering = words.trim() !== "" || area !== "";
  const missedBy = new Map(missed.map(({ id, products }) => [id, products.join(", ")]));
  const matches = (row: ChoosableRow) =>
    (area === "" || row.foundationalRequirement === area) && hasWords(row, words);
  const groups = [
    {
      key: "missed",
      label: t("rows.missed", { count: missed.length }),
      of: rows.filter(({ id }) => missedBy.has(id)),
    },
    ...FOUNDATIONAL_REQUIREMENTS.map((fr) => {
      const of = rows.filter((row) => row.foundationalRequirement === fr && !missedBy.has(row.id));
      const name = t(`components:fr.${fr}.name`);
      return { key: fr, label: t("rows.area", { fr, name, count: of.length }), of };
    }),
  ].filter(({ of }) => of.length > 0);
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const inOrder = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  return (
    <FieldSet id="requirementIds" legend={t("field.rows")} errors={errors}>
      {missed.length === 0 ? <p className="field-hint">{t("rows.noneMissed")}</p> : null}
      <div className="grid gap-3 md:grid-cols-2">
        <TextField
          name=""
          id="row-search"
          type="search"
          label={t("rows.search")}
          hint={t("rows.searchHint")}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={keepFromSubmitting}
        />
        <SelectField
          name=""
          id="row-area"
          label={t("rows.filterArea")}
          value={area}
          onChange={(event) => setArea(event.currentTarget.value)}
          options={[
            { value: "", label: t("rows.allAreas") },
            ...FOUNDATIONAL_REQUIREMENTS.map((fr) => ({
              value: fr,
              label: `${fr} ${t(`components:fr.${fr}.name`)}`,
            })),
          ]}
        />
      </div>
      <p aria-live="polite" className="text-sm">
        {inOrder.length > 0 ? t("rows.chosen", { rows: inOrder.join(", ") }) : t("rows.noneChosen")}
      </p>
      {isFiltering && !rows.some(matches) ? <p className="text-muted">{t("rows.noMatch")}</p> : null}
      {groups.map(({ key, label, of }) => (
        <div key={`${key} ${isFiltering}`} hidden={isFiltering && !of.some(matches)}>
          <Disclosure summary={label} defaultOpen={key === "missed" || isFiltering} boxed>
            <div className="grid gap-2">
              {of.map((row) => (
                <div key={row.id} className="choice" hidden={isFiltering && !matches(row)}>
                  <input
                    type="checkbox"
                    name="requirementIds"
                    value={row.id}
                    id={`row-${row.id}`}
                    checked={chosen.has(row.id)}
                    onChange={(event) => toggle(row.id, event.currentTarget.checked)}
                  />
                  <label htmlFor={`row-${row.id}`}>
                    <strong>{row.id}</strong> {row.title}{" "}
                    <span className="text-muted text-sm">
                      {t("rows.level", { level: row.minSl })}
                      {missedBy.has(row.id)
                        ? ` · ${t("rows.missedBy", { products: missedBy.get(row.id) })}`
                        : null}
                    </span>
                  </label>
                </div>
              ))}
            </div>
          </Disclosure>
        </div>
      ))}
    </FieldSet>
  );
}

/** Enter in the search belongs to the search, not to the form around it. */
function keepFromSubmitting(event: { key: string; preventDefault: () => void }) {
  if (event.key === "Enter") event.preventDefault();
}

function hasWords({ id, title }: ChoosableRow, words: string): boolean {
  const text = `${id} ${title}`.toLowerCase();
  const wanted = words.toLowerCase().split(/\s+/);
  return wanted.every((word) => text.includes(word));
}
