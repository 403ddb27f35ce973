import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  MAX_ENTRIES,
  MAX_ERRORS,
  MAX_NAME_LENGTH,
  MAX_VALUES,
  scanJson,
} from "~/formats/cordon-json/scan-json";

describe("the scan", () => {
  test("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, "\t"), (text, space) => {
        fc.pre(!text.includes("__proto__"));
        const spaced = JSON.stringify(JSON.parse(text), null, space);
        const scanned = scanJson(spaced);
        // A random object may repeat no name once it is written by JSON.stringify.
        expect(scanned.ok && JSON.stringify(scanned.value)).toBe(JSON.stringify(JSON.parse(spaced)));
      }),
    );
  });

  test("refuses what JSON.parse refuses", () => {
    const almost = fc
      .json()
      .chain((text) => fc.nat(text.length).map((at) => text.slice(0, at) + text.slice(at + 1)));
    fc.assert(
      fc.property(fc.oneof(almost, fc.string()), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const scanned = scanJson(text);
        const ours = ["duplicate-key", "unknown-field"];
        const isOurs = !scanned.ok && scanned.refusal.every((error) => ours.includes(error.code));
        expect(scanned.ok || isOurs).toBe(isJson);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['{"a":1,"a":2}', "/a"],
    ['{"x":[{"a~/b":1,"a~/b":1}]}', "/x/0/a~0~1b"],
    ['{"a":1,"\\u0061":2}', "/a"],
  ])("finds the member that stands twice in %s", (text, pointer) => {
    expect(scanJson(text)).toMatchObject({ ok: false, refusal: [{ code: "duplicate-key", pointer }] });
  });

  test("refuses the one name that validators skip, and more than any file of ours can hold", () => {
    expect(scanJson('{"a":{"__proto__":1}}')).toMatchObject({
      refusal: [{ code: "unknown-field", pointer: "/a" }],
    });
    const name = "x".repeat(MAX_NAME_LENGTH);
    expect(scanJson(`{"${name}":1}`).ok).toBe(true);
    expect(scanJson(`{"${name}x":1}`)).toMatchObject({ refusal: [{ code: "unknown-field", pointer: "" }] });
    const list = (length: number) => `[${Array(length).fill(0)}]`;
    expect(scanJson(list(MAX_ENTRIES)).ok).toBe(true);
    expect(scanJson(`{"a":${list(MAX_ENTRIES + 1)}}`)).toMatchObject({
      refusal: [{ code: "too-many-values", pointer: "/a" }],
    });
    const members = (length: number) => `{${Array.from({ length }, (_, n) => `"${n}":0`)}}`;
    expect(scanJson(members(MAX_ENTRIES)).ok).toBe(true);
    expect(scanJson(members(MAX_ENTRIES + 1))).toMatchObject({ refusal: [{ code: "too-many-values" }] });
    const lists = MAX_VALUES / 1000;
    const full = (surplus: string) => `[${Array(lists - 1).fill(list(999))},${list(998)}${surplus}]`;
    expect(scanJson(full("")).ok).toBe(true);
    expect(scanJson(full(",0"))).toMatchObject({ refusal: [{ code: "too-many-values" }] });
  });

  test("says where the text stops being JSON", () => {
    expect(scanJson('{\n  "a": [1, tru]\n}')).toMatchObject({
      refusal: [
        {
          pointer: "/a/1",
          code: "not-json",
          message: 'This is not JSON: expected a value in line 2, column 12, found "t".',
        },
      ],
    });
    expect(scanJson("")).toMatchObject({
      refusal: [{ message: expect.stringContaining("the end of the file") }],
    });
  });

  test.each([
    "[01]",
    "[1.]",
    "[.5]",
    "[+1]",
    "[1,]",
    "{,}",
    '["\t"]',
    '["\\x"]',
    '["\\u12"]',
    "[NaN]",
    "nul",
    "[1] 2",
    '{"a" 1}',
    "{a:1}",
  ])("%s is not JSON", (text) => {
    expect(scanJson(text)).toMatchObject({ ok: false, refusal: [{ code: "not-json" }] });
  });

  test("a file nested too deep is refused before the stack is at risk", () => {
    expect(scanJson("[".repeat(1_000_000))).toMatchObject({ refusal: [{ code: "too-deep" }] });
    expect(scanJson(`${"[".repeat(64)}1${"]".repeat(64)}`).ok).toBe(true);
    expect(scanJson(`${"[".repeat(65)}1${"]".repeat(65)}`).ok).toBe(false);
  });

  test("errors are counted, not collected without end", () => {
    const members = Array.from({ length: 1000 }, () => '"a":1').join(",");
    expect(scanJson(`{${members}}`)).toMatchObject({ refusal: { length: MAX_ERRORS } });
  });
});
