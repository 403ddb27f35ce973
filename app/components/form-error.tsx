import { type MouseEvent, useEffect, useRef } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { Icon } from "./icon";
import { useFieldError } from "./use-field-error";

type FormErrorProps = {
  /** By field name. */
  errors?: Readonly<Record<string, ReadonlyArray<string> | undefined>> | undefined;
  /** What belongs to no single field. */
  formErrors?: ReadonlyArray<string> | undefined;
  labels?: Readonly<Record<string, string>>;
  title?: string;
};

/** Says at the head of a form what is wrong, leads to each field, and takes the focus when it appears. */
export function FormError({ errors = {}, formErrors = [], labels = {}, title }: FormErrorProps) {
  const { t } = useTranslation("components");
  const write = useFieldError();
  const box = useRef<HTMLDivElement>(null);
  const fields = Object.entries(errors).filter(([, messages]) => messages && messages.length > 0);
  const count = fields.length + formErrors.length;

  // A new answer of the server is a new object: focus again although the count may be the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `errors` and `formErrors` stand for that answer
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count, errors === undefined, formErrors === undefined]);

  if (count === 0) return null;
  return (
    <div ref={box} className="callout callout-danger" role="alert" tabIndex={-1}>
      <Icon name="cross-circle" size={20} />
      <div className="callout-body">
        <p className="callout-title">{title ?? t("formError.title", { count })}</p>
        <ul className="form-error-list">
          {formErrors.map((error) => (
            <li key={error}>{write(error)}</li>
          ))}
          {fields.map(([name, messages = []]) => (
            <li key={name}>
              <a href={`#${name}`} onClick={(event) => focusField(event, name)}>
                {labels[name] ?? name}
              </a>
              {": "}
              {messages.map(write).join(" ")}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** By hand: Remix would treat the fragment as a place to scroll to, not as a field to type in. */
function focusField(event: MouseEvent, id: string) {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.scrollIntoView({ block: "center" });
}
