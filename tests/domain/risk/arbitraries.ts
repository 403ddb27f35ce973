import fc from "fast-check";
import { RATINGS, type Rating, type RiskAssessment, type ThreatRating } from "~/domain/risk/risk-assessment";
import type { RiskMatrix, RiskRows } from "~/domain/risk/risk-matrix";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";

export const rating = fc.constantFrom(...RATINGS);
const maybe = fc.option(rating, { freq: 4 });

const threatOf = (id: string): fc.Arbitrary<ThreatRating> =>
  fc.record({
    id: fc.constant(id),
    threatId: fc.constant(null),
    name: fc.constant(id),
    foundationalRequirements: fc.uniqueArray(fc.constantFrom(...FOUNDATIONAL_REQUIREMENTS), {
      minLength: 1,
      maxLength: 4,
    }),
    consequence: maybe,
    likelihood: maybe,
    residualLikelihood: maybe,
    residualConsequence: fc.option(rating, { nil: undefined }),
    reason: fc.constant(""),
  });

export const anAssessment: fc.Arbitrary<RiskAssessment> = fc.record({
  matrixVersion: fc.constant(0),
  consequence: fc.record({ patientSafety: maybe, careContinuity: maybe, data: maybe }),
  consequenceReason: fc.constant(""),
  vulnerabilities: fc.constant(""),
  threats: fc
    .integer({ min: 0, max: 6 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => threatOf(`t${place}`)))),
  tolerableRisk: fc.option(fc.integer({ min: 1, max: 25 }), { freq: 2 }),
});

/** Any rows that never fall: each cell is at least the one above and the one to the left. */
const risingRows: fc.Arbitrary<RiskRows> = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 25, maxLength: 25 })
  .map((steps) => {
    const rows: Array<Array<number>> = [];
    for (let row = 0; row < 5; row += 1) {
      const cells: Array<number> = [];
      for (let column = 0; column < 5; column += 1) {
        const least = Math.max(1, cells[column - 1] ?? 1, rows[row - 1]?.[column] ?? 1);
        cells.push(Math.min(25, least + (steps[row * 5 + column] ?? 0)));
      }
      rows.push(cells);
    }
    // Five rows of five, made just above.
    return rows as unknown as RiskRows;
  });

const word = (place: number) => ({ name: `L${place}`, description: "" });
const words = (place: number) => ({ name: `C${place}`, patientSafety: "", careContinuity: "", data: "" });

export function aMatrix(risk: RiskRows, tolerableRisk = 5): RiskMatrix {
  return {
    likelihood: [word(1), word(2), word(3), word(4), word(5)],
    consequence: [words(1), words(2), words(3), words(4), words(5)],
    risk,
    tolerableRisk,
  };
}

export const anyMatrix: fc.Arbitrary<RiskMatrix> = fc
  .tuple(risingRows, fc.integer({ min: 1, max: 25 }))
  .map(([risk, tolerableRisk]) => aMatrix(risk, tolerableRisk));

/** One step more; the highest stays. */
export function raised(value: Rating): Rating {
  return RATINGS.find((rating) => rating > value) ?? 5;
}
