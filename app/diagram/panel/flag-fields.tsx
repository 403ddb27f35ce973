import { CheckboxField } from "~/components/checkbox-field";
import { FieldSet } from "~/components/field-set";

type FlagFieldsProps<Name extends string> = {
  id: string;
  legend: string;
  flags: ReadonlyArray<{ name: Name; label: string; isOn: boolean }>;
  readOnly: boolean;
  onChange(name: Name, isOn: boolean): void;
};

/** Boxes to tick, each a command of its own. */
export function FlagFields<Name extends string>({
  id,
  legend,
  flags,
  readOnly,
  onChange,
}: FlagFieldsProps<Name>) {
  return (
    <FieldSet id={id} legend={legend}>
      {flags.map(({ name, label, isOn }) => (
        <CheckboxField
          key={name}
          name={`${id}-${name}`}
          label={label}
          checked={isOn}
          disabled={readOnly}
          onChange={({ target }) => onChange(name, target.checked)}
        />
      ))}
    </FieldSet>
  );
}
