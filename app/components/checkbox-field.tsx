import type { InputHTMLAttributes } from "react";
import { describe, type FieldProps } from "./field";
import { FieldErrors } from "./field-errors";

type CheckboxFieldProps = Omit<FieldProps, "optional"> &
  Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & { name: string };

export function CheckboxField({ label, hint, errors, ...input }: CheckboxFieldProps) {
  const id = input.id ?? input.name;
  return (
    <div className="field">
      <div className="choice">
        <input {...describe(id, { hint, errors })} {...input} id={id} type="checkbox" />
        <div>
          <label htmlFor={id}>{label}</label>
          {hint ? (
            <p id={`${id}-hint`} className="field-hint">
              {hint}
            </p>
          ) : null}
        </div>
      </div>
      <FieldErrors id={`${id}-error`} errors={errors} />
    </div>
  );
}
