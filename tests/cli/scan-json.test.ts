import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_ERRORS, scanJson } from "~/formats/cordon-json/scan-json";

describe("the scan", () => {
  test("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, "\t"), (text, space) => {
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
        const isTwice = !scanned.ok && scanned.refusal.every((error) => error.code === "duplicate-key");
        expect(scanned.ok || isTwice).toBe(isJson);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['{"a":1,"a":2}', "/a"],
    ['{"x":[{"a~/b":1,"a~/b":1}]}', "/x/0/a~0~1b"],
    ['{"a":1,"\\u0061":2}', "/a"],
    ['{"__proto__":1,"__proto__":2}', "/__proto__"],
  ])("finds the member that stands twice in %s", (text, pointer) => {
    expect(scanJson(text)).toMatchObject({ ok: false, refusal: [{ code: "duplicate-key", pointer }] });
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
