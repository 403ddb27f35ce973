import { expect, test } from "vitest";
import { printable, sentence } from "~/cli/sentence";

test("words of a supplier are never taken for a message", () => {
  const params = { row: "CR 1.1", note: "$t(checks:area.IAC) {{row}} <b>&" };
  expect(sentence({ key: "checks:countermeasure-is-described.reason.described", params })).toContain(
    params.note,
  );
});

test("text on its way to a terminal shows its control characters", () => {
  expect(printable("a\u001b[2Jb\u009bc\u202ed\r")).toBe("a\\u001b[2Jb\\u009bc\\u202ed\\u000d");
  expect(printable("two\nlines, žluť")).toBe("two\nlines, žluť");
});
