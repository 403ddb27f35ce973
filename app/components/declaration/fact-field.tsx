import { FieldSet } from "~/components/field-set";
import { SelectField } from "~/components/select-field";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { FACT_FIELDS, type FactField as Field } from "~/domain/declaration/fact-fields";
import type { FactKey } from "~/domain/declaration/facts";
import { useTranslation } from "~/i18n/use-translation";
import { ChoiceLine } from "./choice-line";
import { DataHandlingField } from "./data-handling-field";
import { FactColumns } from "./fact-columns";
import { FactRows } from "./fact-rows";
import { type FormValues, listOf, textOf } from "./form-values";
import type { Mds2Section } from "./mds2-field";
import { Mds2Field } from "./mds2-field";
import type { Fields } from "./refusal";
import { StatedList } from "./stated-list";
import { useWord } from "./use-word";

/** Words of the catalogue that the fields of a topic need. */
export type FactWords = {
  rows: ReadonlyArray<{ id: string; title: string }>;
  protocols: ReadonlyArray<{ id: string; name: string }>;
  questions: ReadonlyArray<Mds2Section>;
};

export type FactFieldProps = {
  factKey: FactKey;
  /** What the form shows first, below the name of the topic's facts. */
  values: FormValues;
  errors: Fields;
  words: FactWords;
  /** Browsers tell of what is typed, not of an entry that is gone. */
  onRemoveRow: () => void;
};

/** One fact, asked for as its kind wants. Without a value it says "not stated". */
export function FactField({ factKey, values, errors, words, onRemoveRow }: FactFieldProps) {
  const { t } = useTranslation("declaration");
  const word = useWord();
  const field: Field = FACT_FIELDS[factKey];
  const name = `facts.${factKey}`;
  const label = t(`facts:field.${factKey}`);
  const hint = t(`facts:help.${factKey}`);
  const common = { name, hint, errors: errors[name] };
  const value = textOf(values, factKey);
  switch (field.kind) {
    case "line":
      return <TextField {...common} label={label} defaultValue={value} autoComplete="off" />;
    case "text":
      return <TextArea {...common} label={label} defaultValue={value} rows={2} />;
    case "date":
      return <TextField {...common} label={label} defaultValue={value} type="date" className="input-short" />;
    case "number":
      return (
        <TextField
          {...common}
          label={`${label} (${field.unit === "days" ? t("facts.unitDays") : t("facts.unitHours")})`}
          defaultValue={value}
          inputMode="numeric"
          className="input-short"
          autoComplete="off"
        />
      );
    case "one-of":
      return (
        <SelectField
          {...common}
          label={label}
          placeholder={t("facts.notStated")}
          defaultValue={value}
          options={field.values.map((one) => ({ value: one, label: word(one) }))}
        />
      );
    case "flag":
      return (
        <FieldSet id={name} legend={label} hint={hint} errors={errors[name]}>
          <ChoiceLine
            name={name}
            id={`${name}.choice`}
            defaultValue={value}
            options={[
              { value: "", label: t("facts.notStated") },
              { value: "true", label: t("facts.yes") },
              { value: "false", label: t("facts.no") },
            ]}
          />
        </FieldSet>
      );
    case "any-of":
      return (
        <StatedList
          name={name}
          legend={label}
          hint={hint}
          state={textOf(values, `${factKey}.state`)}
          errors={errors[name]}
        >
          <div className="tick-list">
            {field.values.map((one) => (
              <label key={one} className="choice">
                <input
                  type="checkbox"
                  data-tick="true"
                  name={`${name}.values`}
                  value={one}
                  defaultChecked={listOf(values, `${factKey}.values`).includes(one)}
                />
                <span>{word(one)}</span>
              </label>
            ))}
          </div>
        </StatedList>
      );
    case "rows":
      return <FactRows {...{ factKey, values, errors, words, onRemoveRow }} columns={field.columns} />;
    case "record":
      return (
        <FieldSet id={name} legend={label} hint={hint} errors={errors[name]}>
          <FactColumns
            {...{ factKey, errors, words }}
            columns={field.columns}
            values={values[factKey]}
            name={name}
          />
        </FieldSet>
      );
    case "handling":
      return <DataHandlingField values={values[factKey]} errors={errors[name]} />;
    case "mds2":
      return <Mds2Field values={values[factKey]} errors={errors} sections={words.questions} />;
  }
}
