import type { ReactNode } from "react";
import { describe, type FieldProps } from "./field";
import { FieldErrors } from "./field-errors";

type FieldSetProps = Omit<FieldProps, "label"> & { id: string; legend: ReactNode; children: ReactNode };

/** Legend, hint, controls, errors: the frame of every field with several controls. `FormError` can lead here. */
export function FieldSet({ id, legend, hint, errors, children }: FieldSetProps) {
  const { "aria-describedby": describedBy } = describe(id, { hint, errors });
  return (
    <fieldset id={id} className="field" aria-describedby={describedBy} tabIndex={-1}>
      <legend className="field-label">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </fieldset>
  );
}
