import { useRef } from "react";
import { LevelVectorField } from "~/components/level-vector-field";
import type { SlVector } from "~/domain/security-level/security-level";

type VectorFieldProps = {
  name: string;
  legend: string;
  value: SlVector;
  onCommit(vector: SlVector): void;
};

/** Seven levels, each change a command. The field is made anew only when the levels change from elsewhere (undo). */
export function VectorField({ name, legend, value, onCommit }: VectorFieldProps) {
  const known = useRef({ value, generation: 0 });
  if (!isSame(known.current.value, value))
    known.current = { value, generation: known.current.generation + 1 };
  return (
    <LevelVectorField
      key={known.current.generation}
      name={name}
      legend={legend}
      defaultValue={value}
      onChange={(vector) => {
        if (!vector || isSame(vector, known.current.value)) return;
        known.current = { ...known.current, value: vector };
        onCommit(vector);
      }}
    />
  );
}

function isSame(a: SlVector, b: SlVector): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
