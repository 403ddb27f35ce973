import type { InputHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { describe, Field, type FieldProps } from "./field";

type TextFieldProps = FieldProps & InputHTMLAttributes<HTMLInputElement> & { name: string };

export function TextField({ label, hint, errors, optional, className, ...input }: TextFieldProps) {
  const id = input.id ?? input.name;
  return (
    <Field id={id} label={label} hint={hint} errors={errors} optional={optional}>
      <input
        {...describe(id, { hint, errors })}
        {...input}
        id={id}
        className={classNames("input", className)}
      />
    </Field>
  );
}
