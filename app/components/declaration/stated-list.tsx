import type { FormEvent, ReactNode } from "react";
import type { Errors } from "~/components/field-errors";
import { FieldSet } from "~/components/field-set";
import { useTranslation } from "~/i18n/use-translation";
import { ChoiceLine } from "./choice-line";

type StatedListProps = {
  name: string;
  legend: string;
  hint: string;
  /** Empty = not stated, `none`, or `some`. */
  state: string;
  errors: Errors;
  children: ReactNode;
};

/** Not stated, none, or these: saying "none" is something else than saying nothing. */
export function StatedList({ name, legend, hint, state, errors, children }: StatedListProps) {
  const { t } = useTranslation("declaration");
  return (
    <div className="stated-list" onChange={keepInStep}>
      <FieldSet id={name} legend={legend} hint={hint} errors={errors}>
        <ChoiceLine
          name={`${name}.state`}
          id={`${name}.state`}
          defaultValue={state}
          options={[
            { value: "", label: t("facts.notStated") },
            { value: "none", label: t("facts.none") },
            { value: "some", label: t("facts.these") },
          ]}
        />
        {children}
      </FieldSet>
    </div>
  );
}

/** Naming one says "these"; saying anything else takes the ticks back. Without scripts the server sees to it. */
function keepInStep({ target, currentTarget }: FormEvent<HTMLDivElement>): void {
  const inputs = [...currentTarget.querySelectorAll("input")];
  const some = inputs.find(({ type, value }) => type === "radio" && value === "some");
  if (!some) return;
  if (target instanceof HTMLInputElement && target.type === "radio") {
    if (target.value === "some") return;
    for (const input of inputs) if (input.type === "checkbox" && input.dataset.tick) input.checked = false;
    return;
  }
  const isTick = target instanceof HTMLInputElement && target.type === "checkbox";
  if (!isTick || target.checked) some.checked = true;
}
