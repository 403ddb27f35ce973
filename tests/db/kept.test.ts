import { expect, test } from "vitest";
import { keptValues } from "~db/kept";

test("what was used longest ago goes first", () => {
  const kept = keptValues<{ name: string }>(2);
  kept.keep("a", { name: "a" });
  kept.keep("b", { name: "b" });
  expect(kept.find("a")).toEqual({ name: "a" });
  kept.keep("c", { name: "c" });
  expect(kept.find("b")).toBeUndefined();
  expect(kept.find("a")).toEqual({ name: "a" });
  expect(kept.find("c")).toEqual({ name: "c" });
});

test("room is counted by weight, and what is too large for all of it is given back but not kept", () => {
  const kept = keptValues<{ weight: number }>(10, ({ weight }) => weight);
  kept.keep("small", { weight: 4 });
  kept.keep("middle", { weight: 6 });
  expect(kept.find("small")).toBeDefined();
  expect(kept.keep("large", { weight: 11 })).toEqual({ weight: 11 });
  expect(kept.find("large")).toBeUndefined();
});

test("a value kept again takes its room once", () => {
  const kept = keptValues<{ weight: number }>(10, ({ weight }) => weight);
  for (let turn = 0; turn < 5; turn += 1) kept.keep("same", { weight: 6 });
  kept.keep("other", { weight: 4 });
  expect(kept.find("same")).toEqual({ weight: 6 });
  expect(kept.find("other")).toEqual({ weight: 4 });
});
