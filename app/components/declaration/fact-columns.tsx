import { FieldSet } from "~/components/field-set";
import { SelectField } from "~/components/select-field";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { Column, Columns } from "~/domain/declaration/fact-fields";
import type { FactKey } from "~/domain/declaration/facts";
import { useTranslation } from "~/i18n/use-translation";
import type { FactWords } from "./fact-field";
import { listOf, textOf } from "./form-values";
import type { Fields } from "./refusal";
import { useWord } from "./use-word";

type FactColumnsProps = {
  factKey: FactKey;
  columns: Columns;
  /** Of this entry: `facts.platforms.rows.0`. */
  name: string;
  values: unknown;
  errors: Fields;
  words: FactWords;
};

/** The fields of one entry of a list, or of one record. */
export function FactColumns({ factKey, columns, name, values, errors, words }: FactColumnsProps) {
  return (
    <div className="fact-columns">
      {Object.entries(columns).map(([column, kind]) => (
        <ColumnField
          key={column}
          {...{ column, values, words, factKey }}
          kind={kind}
          name={`${name}.${column}`}
          errors={errors[`${name}.${column}`]}
        />
      ))}
    </div>
  );
}

type ColumnFieldProps = {
  factKey: FactKey;
  column: string;
  kind: Column;
  name: string;
  values: unknown;
  errors: ReadonlyArray<string> | undefined;
  words: FactWords;
};

function ColumnField({ factKey, column, kind, name, values, errors, words }: ColumnFieldProps) {
  const { t } = useTranslation("declaration");
  const word = useWord();
  // Columns of the table of facts each have their words; tests/i18n/facts.test.ts holds the two together.
  const label = t(`facts:column.${factKey}.${column}` as "facts:column.platforms.name");
  const common = { name, label, errors };
  const value = textOf(values, column);
  switch (kind.kind) {
    case "line":
      return (
        <TextField
          {...common}
          defaultValue={value}
          autoComplete="off"
          list={column === "protocol" && words.protocols.length > 0 ? "protocols" : undefined}
        />
      );
    case "text":
      return <TextArea {...common} defaultValue={value} rows={1} className="input-low" />;
    case "date":
      return <TextField {...common} defaultValue={value} type="date" />;
    case "number":
      return <TextField {...common} defaultValue={value} inputMode="numeric" autoComplete="off" />;
    case "one-of":
      return (
        <SelectField
          {...common}
          placeholder={factKey === "sbom" ? t("facts.notStated") : undefined}
          defaultValue={value}
          options={kind.values.map((one) => ({ value: one, label: word(one) }))}
        />
      );
    case "yes":
      return (
        <label className="choice">
          <input type="checkbox" name={name} value="on" defaultChecked={value !== ""} />
          <span>{label}</span>
        </label>
      );
    case "some-of":
      return (
        <SomeOf
          {...common}
          values={withOthers(kind.values, listOf(values, column))}
          ticked={listOf(values, column)}
          words={words}
        />
      );
  }
}

type SomeOfProps = {
  name: string;
  label: string;
  values: ReadonlyArray<string>;
  ticked: ReadonlyArray<string>;
  errors: ReadonlyArray<string> | undefined;
  words: FactWords;
};

function SomeOf({ name, label, values, ticked, errors, words }: SomeOfProps) {
  const word = useWord();
  const rowOf = (value: string) => words.rows.find(({ id }) => id === value);
  return (
    <div className="fact-columns-wide">
      <FieldSet id={name} legend={label} errors={errors}>
        <div className="tick-list">
          {values.map((value) => (
            <label key={value} className="choice">
              <input type="checkbox" name={name} value={value} defaultChecked={ticked.includes(value)} />
              <span>
                {/^[A-Z]{2,3} \d/.test(value) ? `${value} ${rowOf(value)?.title ?? ""}` : word(value)}
              </span>
            </label>
          ))}
        </div>
      </FieldSet>
    </div>
  );
}

/** What is stated and not on offer, e.g. from a file, must not vanish with the next save. */
function withOthers(values: ReadonlyArray<string>, ticked: ReadonlyArray<string>): ReadonlyArray<string> {
  return [...values, ...ticked.filter((value) => !values.includes(value))];
}
