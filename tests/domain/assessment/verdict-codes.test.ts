import fc from "fast-check";
import { expect, test } from "vitest";
import { VERDICTS } from "~/domain/assessment/verdict";
import { countIn, verdictAt, writeCodes } from "~/domain/assessment/verdict-codes";
import { FOUNDATIONAL_REQUIREMENTS, SECURITY_LEVELS, vectorOf } from "~/domain/security-level/security-level";
import { parseDigits, writeDigits } from "~/domain/security-level/vector-digits";

test("seven levels come back from seven digits", () => {
  const levels = fc.array(fc.constantFrom(...SECURITY_LEVELS), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(levels, (drawn) => {
      const vector = vectorOf((fr) => drawn[FOUNDATIONAL_REQUIREMENTS.indexOf(fr)] ?? 0);
      expect(writeDigits(vector)).toBe(drawn.join(""));
      expect(parseDigits(writeDigits(vector))).toEqual(vector);
    }),
  );
  expect(writeDigits(parseDigits("9x"))).toBe("0000000");
});

test("verdicts of wanted places come back in their order, and what was not judged is no verdict", () => {
  const codes = Uint8Array.from([3, 0, 2, 1, 255]);
  const row = writeCodes(codes, [4, 1, 0, 2, 3, 9]);
  expect(row).toBe("-0321-");
  expect([...row].map((_, place) => verdictAt(row, place))).toEqual([
    ...[undefined, "conforms", "does-not-conform", "incomplete", "conforms-with-conditions", undefined],
  ]);
  expect(verdictAt(row, 6)).toBeUndefined();
  expect(VERDICTS.map((verdict) => countIn("0012-0", verdict))).toEqual([3, 1, 1, 0]);
});
