import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { type Errors, FieldErrors } from "./field-errors";

/** What every field with one control has in common. */
export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  errors?: Errors;
  /** Says beside the label that it may stay empty. */
  optional?: boolean;
};

/** The attributes that tie a control to its hint and errors. */
export function describe(id: string, { hint, errors }: Pick<FieldProps, "hint" | "errors">) {
  const hasErrors = errors !== undefined && errors.length > 0;
  const describedBy = [hint ? `${id}-hint` : "", hasErrors ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-invalid": hasErrors || undefined, "aria-describedby": describedBy || undefined } as const;
}

/** Label, hint, control, errors: the frame of every single-control field. */
export function Field({
  id,
  label,
  hint,
  errors,
  optional,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  const { t } = useTranslation("components");
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label} {optional ? <span className="field-optional">{t("field.optional")}</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </div>
  );
}
