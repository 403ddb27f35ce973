import type { ProductFacts } from "./facts";

/**
 * Rows that may stand in the way of an essential function: a bedside device that locks its screen, counts failed
 * sign-ins or asks for a second person can keep care from a patient (IEC 62443-4-2 CCSC 1; 62443-3-3 clause 4.2).
 * Which rows these are is our own reading.
 */
export const ROWS_THAT_MAY_GIVE_WAY: ReadonlyArray<string> = [
  "CR 1.1",
  "CR 1.1 RE(1)",
  "CR 1.1 RE(2)",
  "CR 1.7",
  "CR 1.11",
  "CR 2.1 RE(3)",
  "CR 2.1 RE(4)",
  "CR 2.5",
  "CR 2.6",
  "CR 2.7",
];

/** True where the supplier has justified that the row gives way to care, and says what stands in for it. */
export function givesWayToCare(
  requirementId: string,
  { essentialFunction }: Pick<ProductFacts, "essentialFunction">,
) {
  return (
    essentialFunction !== undefined &&
    essentialFunction.reason !== "" &&
    essentialFunction.compensation !== "" &&
    essentialFunction.requirementIds.includes(requirementId) &&
    ROWS_THAT_MAY_GIVE_WAY.includes(requirementId)
  );
}
