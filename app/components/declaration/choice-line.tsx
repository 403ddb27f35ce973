type ChoiceLineProps = {
  name: string;
  id: string;
  options: ReadonlyArray<{ value: string; label: string }>;
  defaultValue: string;
};

/** A few short choices in one line. The legend stands around it. */
export function ChoiceLine({ name, id, options, defaultValue }: ChoiceLineProps) {
  return (
    <div className="choice-line">
      {options.map(({ value, label }) => (
        <label key={value} className="choice" htmlFor={`${id}-${value || "unstated"}`}>
          <input
            type="radio"
            id={`${id}-${value || "unstated"}`}
            name={name}
            value={value}
            defaultChecked={defaultValue === value}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
