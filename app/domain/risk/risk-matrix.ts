import { z } from "zod";
import { lineOfText, textBlock } from "../shared/text";
import { RATINGS, type Rating, RiskSchema } from "./risk-assessment";

const five = <Schema extends z.ZodType>(schema: Schema) => z.tuple([schema, schema, schema, schema, schema]);

const RiskRowsSchema = five(five(RiskSchema));
export type RiskRows = z.output<typeof RiskRowsSchema>;

/** A cell by its ratings, as people name it: consequence (row), then likelihood (column). */
export type RiskCell = { consequence: Rating; likelihood: Rating };

/** What the ratings mean in a hospital, and how consequence and likelihood make a risk (IEC 62443-3-2 ZCR 5.4, 5.5). */
export const RiskMatrixSchema = z.strictObject({
  /** From 1 to 5. */
  likelihood: five(z.strictObject({ name: lineOfText(60), description: textBlock(300) })),
  consequence: five(
    z.strictObject({
      name: lineOfText(60),
      patientSafety: textBlock(300),
      careContinuity: textBlock(300),
      data: textBlock(300),
    }),
  ),
  /** By consequence (row), then likelihood (column); never falls to the right or downwards. */
  risk: RiskRowsSchema.superRefine((risk, { addIssue }) => {
    for (const { consequence, likelihood } of fallingCells(risk))
      addIssue({ code: "custom", message: "risk-falls", path: [consequence - 1, likelihood - 1] });
  }),
  /** The highest risk that the hospital lives with (ZCR 5.7). */
  tolerableRisk: RiskSchema,
});
export type RiskMatrix = z.output<typeof RiskMatrixSchema>;
/** The part of a matrix that numbers come from: without its words. */
export type RiskScale = Pick<RiskMatrix, "risk" | "tolerableRisk">;

/** Cells with less risk than the one to their left or above them: more harm or more likely can never be less risk. */
export function fallingCells(risk: RiskRows): ReadonlyArray<RiskCell> {
  return CELLS.filter(({ consequence, likelihood }) => {
    const own = riskOf({ risk }, consequence, likelihood);
    const left = risk[consequence - 1]?.[likelihood - 2] ?? own;
    const above = risk[consequence - 2]?.[likelihood - 1] ?? own;
    return own < left || own < above;
  });
}

/** Every cell, the mildest consequence first. */
export const CELLS: ReadonlyArray<RiskCell> = RATINGS.flatMap((consequence) =>
  RATINGS.map((likelihood) => ({ consequence, likelihood })),
);

/** The risk of a cell, 1 to 25 (ZCR 5.5). */
export function riskOf(matrix: Pick<RiskMatrix, "risk">, consequence: Rating, likelihood: Rating): number {
  const [c1, c2, c3, c4, c5] = matrix.risk;
  const [l1, l2, l3, l4, l5] = { 1: c1, 2: c2, 3: c3, 4: c4, 5: c5 }[consequence];
  return { 1: l1, 2: l2, 3: l3, 4: l4, 5: l5 }[likelihood];
}
