import { expect, test } from "vitest";
import { folded } from "~/domain/shared/folded";

test.each([
  ["Žluťoučký KŮŇ", "zlutoucky kun"],
  ["Pflegeunterstützung 2+3", "pflegeunterstutzung 2+3"],
  ["  a  B ", "  a  b "],
  ["", ""],
])("“%s” is compared as “%s”", (text, expected) => {
  expect(folded(text)).toBe(expected);
});
