import { RATINGS } from "~/domain/risk/risk-assessment";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";

/** The fields of the form by name, e.g. `risk.4.2`, `likelihood.0.name`; places count from 0. */
export type MatrixFields = Readonly<Record<string, string>>;

const PLACES = RATINGS.map((rating) => rating - 1);
export const CONSEQUENCE_TEXTS = ["name", "patientSafety", "careContinuity", "data"] as const;
export const LIKELIHOOD_TEXTS = ["name", "description"] as const;

/** Every field name with what it holds for a matrix. */
export function fieldsOfMatrix(matrix: RiskMatrix): MatrixFields {
  return Object.fromEntries([
    ...PLACES.flatMap((place) => [
      ...LIKELIHOOD_TEXTS.map((text) => [
        `likelihood.${place}.${text}`,
        matrix.likelihood[place]?.[text] ?? "",
      ]),
      ...CONSEQUENCE_TEXTS.map((text) => [
        `consequence.${place}.${text}`,
        matrix.consequence[place]?.[text] ?? "",
      ]),
      ...PLACES.map((column) => [`risk.${place}.${column}`, String(matrix.risk[place]?.[column] ?? "")]),
    ]),
    ["tolerableRisk", String(matrix.tolerableRisk)],
  ]);
}

/** What the form says as a matrix, for the use case to check: numbers that are none stay what they are. */
export function matrixOfFields(fields: MatrixFields): object {
  const text = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? "";
  const number = (name: string) => {
    const value = text(name).trim();
    return value === "" || Number.isNaN(Number(value)) ? value : Number(value);
  };
  return {
    likelihood: PLACES.map((place) =>
      Object.fromEntries(LIKELIHOOD_TEXTS.map((part) => [part, text(`likelihood.${place}.${part}`)])),
    ),
    consequence: PLACES.map((place) =>
      Object.fromEntries(CONSEQUENCE_TEXTS.map((part) => [part, text(`consequence.${place}.${part}`)])),
    ),
    risk: PLACES.map((row) => PLACES.map((column) => number(`risk.${row}.${column}`))),
    tolerableRisk: number("tolerableRisk"),
  };
}
