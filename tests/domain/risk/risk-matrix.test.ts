import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_RISK_MATRIX } from "~/catalogue/risk";
import { matrixChanges, mergeMatrices } from "~/domain/risk/matrix-changes";
import { CELLS, fallingCells, type RiskMatrix, RiskMatrixSchema, riskOf } from "~/domain/risk/risk-matrix";
import { anyMatrix } from "./arbitraries";

function withRisk(consequence: number, likelihood: number, risk: number): RiskMatrix {
  const matrix = structuredClone(DEFAULT_RISK_MATRIX);
  const row = matrix.risk[consequence - 1];
  if (row) row[likelihood - 1] = risk;
  return matrix;
}

test("a matrix that rises passes, whatever its numbers", () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      expect(fallingCells(matrix.risk)).toEqual([]);
      expect(RiskMatrixSchema.safeParse(matrix).success).toBe(true);
    }),
  );
});

const FALLS: ReadonlyArray<{ name: string; matrix: RiskMatrix; cells: ReadonlyArray<string> }> = [
  { name: "as much risk as to the left is no fall", matrix: withRisk(1, 2, 1), cells: [] },
  { name: "less than to the left and above", matrix: withRisk(3, 3, 5), cells: ["3.3"] },
  { name: "less than above only", matrix: withRisk(2, 1, 0), cells: ["2.1"] },
  { name: "more than to the right and below", matrix: withRisk(3, 3, 25), cells: ["3.4", "4.3"] },
  { name: "the worst cell", matrix: withRisk(5, 5, 19), cells: ["5.5"] },
];
test.each(FALLS)("$name", ({ matrix, cells }) => {
  const found = fallingCells(matrix.risk);
  expect(found.map(({ consequence, likelihood }) => `${consequence}.${likelihood}`)).toEqual(cells);
  const issues = RiskMatrixSchema.safeParse(matrix).error?.issues ?? [];
  const falls = issues.filter(({ message }) => message === "risk-falls").map(({ path }) => path.join("."));
  expect(falls).toEqual(
    found.map(({ consequence, likelihood }) => `risk.${consequence - 1}.${likelihood - 1}`),
  );
});

test("a risk outside 1 to 25 or a word that is missing is refused", () => {
  expect(RiskMatrixSchema.safeParse(withRisk(5, 5, 26)).success).toBe(false);
  expect(RiskMatrixSchema.safeParse(withRisk(1, 1, 0)).success).toBe(false);
  const nameless = structuredClone(DEFAULT_RISK_MATRIX);
  nameless.likelihood[0].name = " ";
  expect(RiskMatrixSchema.safeParse(nameless).success).toBe(false);
});

test("every cell is read by consequence, then likelihood", () => {
  expect(CELLS).toHaveLength(25);
  for (const { consequence, likelihood } of CELLS)
    expect(riskOf(DEFAULT_RISK_MATRIX, consequence, likelihood)).toBe(consequence * likelihood);
  expect(riskOf(withRisk(4, 2, 9), 4, 2)).toBe(9);
});

test("changes name the place and both values", () => {
  const after = { ...withRisk(5, 1, 6), tolerableRisk: 6 };
  expect(matrixChanges(DEFAULT_RISK_MATRIX, after)).toEqual([
    { path: "risk.4.0", before: 5, after: 6 },
    { path: "tolerableRisk", before: 5, after: 6 },
  ]);
  expect(matrixChanges(after, after)).toEqual([]);
});

test("two people's changes are put together; what both changed is named and mine stands", () => {
  const theirs = { ...withRisk(5, 1, 6), tolerableRisk: 6 };
  const mine = { ...withRisk(5, 2, 11), tolerableRisk: 7 };
  const merged = mergeMatrices(DEFAULT_RISK_MATRIX, theirs, mine);
  expect(merged.conflicts).toEqual([{ path: "tolerableRisk", theirs: 6, mine: 7 }]);
  expect(merged.matrix.tolerableRisk).toBe(7);
  expect(merged.matrix.risk[4]).toEqual([6, 11, 15, 20, 25]);
  expect(RiskMatrixSchema.parse(merged.matrix)).toEqual(merged.matrix);
});

test("merging with oneself or with nothing changes nothing", () => {
  fc.assert(
    fc.property(anyMatrix, anyMatrix, (base, other) => {
      expect(mergeMatrices(base, base, other)).toEqual({ matrix: other, conflicts: [] });
      expect(mergeMatrices(base, other, base)).toEqual({ matrix: other, conflicts: [] });
      expect(mergeMatrices(base, other, other)).toEqual({ matrix: other, conflicts: [] });
    }),
  );
});
