import fc from "fast-check";
import { expect, test } from "vitest";
import { formOfUdiDi, hasGtinCheckDigit, udiDiKey } from "~/domain/declaration/udi-di";

test.each([
  ["", "none"],
  ["n/a", "none"],
  ["0", "none"],
  ["unknown", "none"],
  ["4012345678901", "gs1"],
  ["04012345678901", "gs1"],
  ["0401 2345 6789 01", "gs1"],
  ["(01)04012345678901(17)261231(10)A213", "gs1"],
  ["4012345678902", "wrong-check-digit"],
  ["(01)04012345678902", "wrong-check-digit"],
  ["036000291452", "gs1"],
  ["1234567", "unknown-form"],
  ["B066000325011", "hibcc"],
  ["+B066000325011", "hibcc"],
  ["+b066000325011k", "hibcc"],
  ["A9999XYZ100T0474", "iccbba"],
  ["=/A9999XYZ100T0474", "iccbba"],
  ["FICT-0001", "unknown-form"],
])("%j has the form %s", (text, form) => {
  expect(formOfUdiDi(text)).toBe(form);
});

test.each([
  ["4012345678901", "04012345678901"],
  ["4012345678901", "(01)04012345678901(17)261231"],
  ["036000291452", "0036000291452"],
  ["+b066000325011", "B066 0003 25011"],
  ["=/A9999XYZ100T0474", "a9999xyz100t0474"],
])("%s and %s name the same device", (one, other) => {
  expect(udiDiKey(one)).toBe(udiDiKey(other));
  expect(udiDiKey(one)).not.toBe("");
});

test("what names no device is the same as nothing, so that two devices without one are never taken for one", () => {
  expect(["", " ", "-", "n/a", "N/A", "0", "00000", "unknown", "none", "12"].map(udiDiKey)).toEqual(
    Array.from({ length: 10 }, () => ""),
  );
});

test("of ten last digits exactly one makes the check, and a wrong one is told", () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(digits, (front) => {
      const numbers = Array.from({ length: 10 }, (_, last) => [...front, last].join(""));
      expect(numbers.filter(hasGtinCheckDigit)).toHaveLength(1);
      expect(numbers.filter((number) => formOfUdiDi(number) === "wrong-check-digit")).toHaveLength(
        front.every((digit) => digit === 0) ? 8 : 9,
      );
    }),
  );
});

test("any text has a form and a key, and the key of a key is itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(formOfUdiDi(text)).toEqual(expect.any(String));
      expect(udiDiKey(udiDiKey(text))).toBe(udiDiKey(text));
    }),
  );
});
