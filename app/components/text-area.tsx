import type { TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { describe, Field, type FieldProps } from "./field";

type TextAreaProps = FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement> & { name: string };

export function TextArea({ label, hint, errors, optional, className, rows = 4, ...area }: TextAreaProps) {
  const id = area.id ?? area.name;
  return (
    <Field id={id} label={label} hint={hint} errors={errors} optional={optional}>
      <textarea
        {...describe(id, { hint, errors })}
        {...area}
        id={id}
        rows={rows}
        className={classNames("input", className)}
      />
    </Field>
  );
}
