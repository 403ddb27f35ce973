import type { ReactNode } from "react";
import type { Errors } from "./field-errors";
import { FieldSet } from "./field-set";

type CheckboxGroupProps = {
  name: string;
  id?: string;
  legend: ReactNode;
  options: ReadonlyArray<{ value: string; label: ReactNode; hint?: ReactNode }>;
  defaultValues?: ReadonlyArray<string>;
  hint?: ReactNode;
  errors?: Errors;
};

/** Several of several: posts `name` once per ticked box. */
export function CheckboxGroup({
  name,
  id = name,
  legend,
  options,
  defaultValues,
  hint,
  errors,
}: CheckboxGroupProps) {
  return (
    <FieldSet id={id} legend={legend} hint={hint} errors={errors}>
      {options.map((option) => (
        <div key={option.value} className="choice">
          <input
            type="checkbox"
            name={name}
            value={option.value}
            id={`${id}-${option.value}`}
            defaultChecked={defaultValues?.includes(option.value)}
            aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
          />
          <div>
            <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
            {option.hint ? (
              <p id={`${id}-${option.value}-hint`} className="field-hint">
                {option.hint}
              </p>
            ) : null}
          </div>
        </div>
      ))}
    </FieldSet>
  );
}
