import fc from "fast-check";
import { expect, test } from "vitest";
import {
  FOUNDATIONAL_REQUIREMENTS,
  FoundationalRequirementSchema,
  flatVector,
  fromLevels,
  higherOf,
  isSameVector,
  lowerOf,
  minimumLevel,
  perFoundation,
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

test("the seven foundational requirements stand in the standard's order, the levels go from 0 to 4", () => {
  expect(FOUNDATIONAL_REQUIREMENTS).toEqual(["IAC", "UC", "SI", "DC", "RDF", "TRE", "RA"]);
  expect(SECURITY_LEVELS).toEqual([0, 1, 2, 3, 4]);
  expect(Object.entries(perFoundation((fr) => `of ${fr}`))).toEqual(
    FOUNDATIONAL_REQUIREMENTS.map((fr) => [fr, `of ${fr}`]),
  );
  expect(FoundationalRequirementSchema.safeParse("RA").success).toBe(true);
  expect(FoundationalRequirementSchema.safeParse("CR").success).toBe(false);
});

test.each(FOUNDATIONAL_REQUIREMENTS)("%s belongs to a vector, with a level of its own", (fr) => {
  const vector = { ...flatVector(2), [fr]: 3 };
  expect(SlVectorSchema.parse(vector)).toEqual(vector);
  expect(SlVectorSchema.safeParse({ ...vector, [fr]: undefined }).success).toBe(false);
  expect(reaches(flatVector(2), vector)).toBe(false);
  expect(reaches(vector, flatVector(2))).toBe(true);
  expect(isSameVector(vector, flatVector(2))).toBe(false);
  expect(isSameVector(vector, { ...vector })).toBe(true);
  expect(higherOf(vector, flatVector(2))).toEqual(vector);
  expect(higherOf(flatVector(2), vector)).toEqual(vector);
  expect(lowerOf(vector, flatVector(2))).toEqual(flatVector(2));
  expect(lowerOf(flatVector(2), vector)).toEqual(flatVector(2));
  expect(minimumLevel(vector)).toBe(2);
  expect(minimumLevel({ ...flatVector(4), [fr]: 1 })).toBe(1);
});

test("the minimum of the highest is the highest", () => {
  expect(minimumLevel(flatVector(4))).toBe(4);
  expect(minimumLevel(flatVector(0))).toBe(0);
});

test("a vector has seven levels", () => {
  expect(() => fromLevels([1, 2, 3])).toThrow(new RangeError("a vector has seven levels"));
  expect(() => fromLevels([1, 2, 3, 4, 1, 2, 3, 4])).toThrow(RangeError);
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
