import fc from "fast-check";
import { expect, test } from "vitest";
import {
  flatVector,
  fromLevels,
  higherOf,
  isSameVector,
  lowerOf,
  minimumLevel,
  reaches,
  SECURITY_LEVELS,
  SlVectorSchema,
  toLevels,
  toNotation,
} from "~/domain/security-level/security-level";

const vector = fc.array(fc.constantFrom(...SECURITY_LEVELS), { minLength: 7, maxLength: 7 }).map(fromLevels);

test("levels keep the standard's order both ways", () => {
  const levels = [1, 2, 3, 4, 0, 2, 1] as const;
  expect(fromLevels(levels)).toEqual({ IAC: 1, UC: 2, SI: 3, DC: 4, RDF: 0, TRE: 2, RA: 1 });
  expect(toLevels(fromLevels(levels))).toEqual(levels);
  expect(toNotation(fromLevels(levels))).toBe("{1 2 3 4 0 2 1}");
});

test("a vector has seven levels", () => {
  expect(() => fromLevels([1, 2, 3])).toThrow(RangeError);
  expect(SlVectorSchema.safeParse({ ...flatVector(1), RA: 5 }).success).toBe(false);
  expect(SlVectorSchema.safeParse({ ...flatVector(1), XX: 1 }).success).toBe(false);
  expect(SlVectorSchema.safeParse({ ...flatVector(1), RA: 1.5 }).success).toBe(false);
});

test("higher and lower are the least and the greatest bound, component by component", () => {
  fc.assert(
    fc.property(vector, vector, (a, b) => {
      expect(reaches(higherOf(a, b), a) && reaches(higherOf(a, b), b)).toBe(true);
      expect(reaches(a, lowerOf(a, b)) && reaches(b, lowerOf(a, b))).toBe(true);
      expect(higherOf(a, b)).toEqual(higherOf(b, a));
      expect(reaches(a, b) && reaches(b, a)).toBe(isSameVector(a, b));
      expect(toLevels(a)).toContain(minimumLevel(a));
      expect(reaches(a, flatVector(minimumLevel(a)))).toBe(true);
    }),
  );
});

test("one weak component is not made up for by strong ones", () => {
  expect(reaches({ ...flatVector(4), TRE: 1 }, flatVector(2))).toBe(false);
});
