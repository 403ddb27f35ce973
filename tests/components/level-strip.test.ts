import fc from "fast-check";
import { expect, test } from "vitest";
import { levelStripColumns, outlinePaths, stripShapes } from "~/components/level-strip-geometry";
import { fromLevels, SECURITY_LEVELS, type SlVector } from "~/domain/security-level/security-level";

const aVector = fc
  .array(fc.constantFrom(...SECURITY_LEVELS), { minLength: 7, maxLength: 7 })
  .map((levels) => fromLevels(levels));
const orNull = fc.option(aVector, { nil: null });
const cellsOf = (d: string) => (d.match(/M[^M]*z/g) ?? []).length;
const columnsOf = (target: SlVector | null, reached: SlVector | null, withCountermeasures: SlVector | null) =>
  levelStripColumns({ target, reached, withCountermeasures }, "small", false);

test("every cell is drawn exactly once, whatever the levels", () => {
  fc.assert(
    fc.property(orNull, orNull, orNull, (target, reached, withCountermeasures) => {
      const columns = columnsOf(target, reached, withCountermeasures);
      const cells = columns.flatMap((column) => column.cells);
      const hatched = cells.filter((cell) => cell.kind === "with-countermeasures").length;
      const drawn = stripShapes(columns, "small")
        .filter((shape) => shape.kind !== "with-countermeasures")
        .reduce((count, shape) => count + cellsOf(shape.d), 0);
      expect(drawn + hatched).toBe(28);
    }),
  );
});

test("a strip is a handful of paths, so that a table of hundreds stays small", () => {
  fc.assert(
    fc.property(aVector, aVector, aVector, (target, reached, withCountermeasures) => {
      expect(
        stripShapes(columnsOf(target, reached, withCountermeasures), "small").length,
      ).toBeLessThanOrEqual(10);
    }),
  );
});

test.each([
  ["a reached target leaves no gap", 2, 2, 2, 0],
  ["two levels short is a gap of two", 3, 1, 1, 2],
  ["countermeasures close a gap", 3, 1, 3, 0],
  ["more than asked for is no gap", 1, 4, 4, 0],
])("%s", (_name, target, reached, withCountermeasures, gap) => {
  const flat = (level: number) => fromLevels(Array(7).fill(level));
  const [column] = columnsOf(flat(target), flat(reached), flat(withCountermeasures));
  expect(column?.gap).toBe(gap);
  expect(column && outlinePaths(column).gap !== "").toBe(gap > 0);
});
