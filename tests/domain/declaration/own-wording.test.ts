import { expect, test } from "vitest";
import { withSuggestion } from "~/components/declaration/countermeasure-suggestions";
import type { Answer } from "~/domain/declaration/declaration";
import { earlierWordings } from "~/domain/declaration/own-wording";

const said = (origin: string, answer: Answer) => ({ origin, content: { answers: { "CR 1.1": answer } } });
const words = (origin: string, note: string) => said(origin, { value: "met-with-countermeasure", note });

test("a text is named once, with the first that has it, and no more than asked for", () => {
  const all = [
    words("a", "Jump host."),
    words("b", " Jump host. "),
    words("c", "Locked room."),
    words("d", "x"),
  ];
  expect(earlierWordings(all, "CR 1.1", 2)).toEqual([
    { text: "Jump host.", origin: "a" },
    { text: "Locked room.", origin: "c" },
  ]);
  expect(earlierWordings(all, "CR 1.2", 2)).toEqual([]);
});

test("other answers and empty words are none", () => {
  const all = [said("a", { value: "not-met", note: "Not built." }), words("b", " ")];
  expect(earlierWordings(all, "CR 1.1", 3)).toEqual([]);
  expect(earlierWordings([said("c", { value: "met-with-countermeasure" })], "CR 1.1", 3)).toEqual([]);
});

test("what was written stays, and a suggestion is not added twice", () => {
  expect(withSuggestion("", "Jump host.")).toBe("Jump host.");
  expect(withSuggestion("Own words. ", "Jump host.")).toBe("Own words.\nJump host.");
  expect(withSuggestion("Own words.\nJump host.", "Jump host.")).toBe("Own words.\nJump host.");
});
