import { expect, test } from "vitest";
import { AVATAR_TONES, initialsOf, toneOf } from "~/diagram/presence/initials";

test.each([
  ["Tomáš Příklad", "TP"],
  ["Hana", "H"],
  ["  žofie  von der Heide ", "ŽH"],
  ["😀 Smile", "😀S"],
  ["", "?"],
])("%s is shown as %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("a name always has the same tone, and not all have the same", () => {
  const names = Array.from({ length: 40 }, (_, number) => `Person ${number}`);
  expect(names.map(toneOf)).toEqual(names.map(toneOf));
  expect(new Set(names.map(toneOf)).size).toBe(AVATAR_TONES);
});
