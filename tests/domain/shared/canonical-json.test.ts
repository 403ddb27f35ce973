import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, MAX_JSON_DEPTH } from "~/domain/shared/canonical-json";
import { fingerprintOf } from "~/domain/shared/fingerprint";

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

describe("RFC 8785", () => {
  test("the example of section 3.2.2", () => {
    const value = {
      // biome-ignore lint/correctness/noPrecisionLoss: the example of the RFC
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("members are sorted by UTF-16 code units (section 3.2.3)", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7);
    expect([...canonicalJson(value).matchAll(/:"([^"]*)"/g)].map(([, name]) => name)).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test.each([
    [0, "0"],
    [-0, "0"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [9007199254740992, "9007199254740992"],
    [295147905179352830000, "295147905179352830000"],
    [1e21, "1e+21"],
    [9.999999999999997e-7, "9.999999999999997e-7"],
    [0.000001, "0.000001"],
  ])("number %s (appendix B)", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});

test("undefined members are left out and holes are null", () => {
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  expect(canonicalJson([undefined, 1])).toBe("[null,1]");
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("%s has no notation", (value) => {
  expect(() => canonicalJson({ value })).toThrow(RangeError);
});

test.each([() => 1, Symbol("x"), 1n, undefined])("a value that is no data is a bug", (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});

test("nesting has a limit", () => {
  expect(canonicalJson(nested(MAX_JSON_DEPTH))).toHaveLength(2 * MAX_JSON_DEPTH + 1);
  expect(() => canonicalJson(nested(MAX_JSON_DEPTH + 1))).toThrow(RangeError);
});

test("the order of members never matters and a round trip changes nothing", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      if (typeof value !== "object" || value === null || Array.isArray(value)) return;
      expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
    }),
  );
});

test("the fingerprint is SHA-256 in hexadecimal", () => {
  // echo -n '{}' | sha256sum
  expect(fingerprintOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  expect(fingerprintOf({ b: 1, a: "é" })).toBe(fingerprintOf({ a: "é", b: 1 }));
  expect(fingerprintOf({ a: 1 })).not.toBe(fingerprintOf({ a: 2 }));
});
