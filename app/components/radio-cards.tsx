import type { ReactNode } from "react";
import type { Errors } from "./field-errors";
import { FieldSet } from "./field-set";
import { Icon, type IconName } from "./icon";

export type RadioCard = {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  icon?: IconName;
  disabled?: boolean;
};

type RadioCardsProps = {
  name: string;
  id?: string;
  legend: ReactNode;
  options: ReadonlyArray<RadioCard>;
  defaultValue?: string | null;
  /** Controlled, together with `onChange`. */
  value?: string | null;
  onChange?: (value: string) => void;
  hint?: ReactNode;
  errors?: Errors;
  columns?: 1 | 2 | 3;
  required?: boolean;
};

/** One of a few, each with room for what it means. */
export function RadioCards(props: RadioCardsProps) {
  const {
    name,
    id = name,
    legend,
    options,
    defaultValue,
    value,
    onChange,
    hint,
    errors,
    columns = 1,
    required,
  } = props;
  return (
    <FieldSet id={id} legend={legend} hint={hint} errors={errors}>
      <div className={`cards cards-${columns}`}>
        {options.map((option) => (
          <label key={option.value} className="card">
            <input
              type="radio"
              name={name}
              value={option.value}
              required={required}
              disabled={option.disabled}
              aria-describedby={option.description ? `${id}-${option.value}-description` : undefined}
              {...(value === undefined
                ? { defaultChecked: defaultValue === option.value }
                : { checked: value === option.value })}
              onChange={onChange ? () => onChange(option.value) : undefined}
            />
            {option.icon ? <Icon name={option.icon} size={20} /> : null}
            <span className="card-text">
              <span className="card-label">{option.label}</span>
              {option.description ? (
                <span id={`${id}-${option.value}-description`} className="field-hint">
                  {option.description}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}
