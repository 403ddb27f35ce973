import { Icon } from "./icon";
import { useFieldError } from "./use-field-error";

export type Errors = ReadonlyArray<string> | undefined;

/** The errors of one field, directly under it. The field names them by `aria-describedby`. */
export function FieldErrors({ id, errors }: { id: string; errors: Errors }) {
  const write = useFieldError();
  if (!errors || errors.length === 0) return null;
  return (
    <p id={id} className="field-errors">
      <Icon name="warning" />
      <span>{errors.map(write).join(" ")}</span>
    </p>
  );
}
