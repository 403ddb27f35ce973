import { expect, test } from "vitest";
import { treeMove } from "~/diagram/table/tree-keys";

const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const LINES = [
  { name: "Imaging", level: 1, isOpen: true },
  { name: "CT", level: 2, isOpen: false },
  { name: "Žilina ward", level: 2, isOpen: null },
  { name: "Imaging archive", level: 1, isOpen: true },
  { name: "2 conduits", level: 1, isOpen: true },
];
const move = (key: string, at: number, more: Partial<typeof held> = {}, typed = "") =>
  treeMove({ ...held, ...more, key }, LINES, at, typed);
const go = (to: number) => ({ kind: "go", to });

test.each([
  ["ArrowDown", 0, go(1)],
  ["ArrowDown", 4, go(4)],
  ["ArrowUp", 0, go(0)],
  ["ArrowUp", 3, go(2)],
  ["Home", 3, go(0)],
  ["End", 0, go(4)],
])("%s on line %i goes to the next visible line", (key, at, expected) => {
  expect(move(key, at)).toEqual(expected);
});

test("right opens, then goes in; left closes, then goes out", () => {
  expect(move("ArrowRight", 1)).toEqual({ kind: "toggle" });
  expect(move("ArrowRight", 0)).toEqual(go(1));
  expect(move("ArrowRight", 2)).toBeUndefined();
  expect(move("ArrowLeft", 0)).toEqual({ kind: "toggle" });
  expect(move("ArrowLeft", 1)).toEqual(go(0));
  // What is inside, or around, may stand on another page.
  expect(move("ArrowRight", 4)).toEqual(go(4));
  expect(treeMove({ ...held, key: "ArrowLeft" }, LINES.slice(1), 0)).toEqual(go(0));
});

test("letters find the next name that begins so, whatever its accents, and begin again at the top", () => {
  expect(move("i", 0)).toEqual(go(3));
  expect(move("i", 3)).toEqual(go(0));
  expect(move("z", 0)).toEqual(go(2));
  expect(move("m", 0, {}, "i")).toEqual(go(0));
  expect(move("x", 3, {}, "ima")).toBeUndefined();
  expect(move("q", 0)).toBeUndefined();
});

test.each([
  ["Enter", {}, "open"],
  [" ", {}, "tick"],
  ["F2", {}, "rename"],
  ["Delete", {}, "remove"],
  ["+", { shiftKey: true }, "addInside"],
  ["a", { ctrlKey: true }, "tickAll"],
  ["A", { metaKey: true }, "tickAll"],
  ["d", { ctrlKey: true }, "duplicate"],
])("%o changes what is there", (key, more, kind) => {
  expect(move(key, 0, more)).toEqual({ kind });
});

test("what the browser or the page means by a key stays theirs", () => {
  expect(move("z", 0, { ctrlKey: true })).toBeUndefined();
  expect(move("ArrowDown", 0, { altKey: true })).toBeUndefined();
  expect(move("Tab", 0)).toBeUndefined();
  expect(move("ArrowDown", 9)).toBeUndefined();
});
