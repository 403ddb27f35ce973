import type { SelectHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { describe, Field, type FieldProps } from "./field";

export type SelectOption = { value: string; label: string; disabled?: boolean };
type OptionGroup = { label: string; options: ReadonlyArray<SelectOption> };

type SelectFieldProps = FieldProps &
  SelectHTMLAttributes<HTMLSelectElement> & {
    name: string;
    options: ReadonlyArray<SelectOption | OptionGroup>;
    /** First choice with an empty value. */
    placeholder?: string;
  };

export function SelectField(props: SelectFieldProps) {
  const { label, hint, errors, optional, options, placeholder, className, ...select } = props;
  const id = select.id ?? select.name;
  return (
    <Field id={id} label={label} hint={hint} errors={errors} optional={optional}>
      <select
        {...describe(id, { hint, errors })}
        {...select}
        id={id}
        className={classNames("input select", className)}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((entry) =>
          "options" in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(toOption)}
            </optgroup>
          ) : (
            toOption(entry)
          ),
        )}
      </select>
    </Field>
  );
}

function toOption({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
