import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("app/styles/tokens.css", "utf8");
const PAIR = /--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g;
const tokens = [...css.matchAll(PAIR)].map(([, name = "", light = "", dark = ""]) => ({ name, light, dark }));

const GROUNDS = ["page", "surface", "sunken"];
const WORDS = ["ink", "muted", "accent-text", "danger", "warning", "success", "info"];
const MARKS = [
  "line-strong",
  "focus",
  "level-1",
  "level-2",
  "level-3",
  "level-4",
  "strip-gap",
  "strip-target",
];
const TONES = ["danger", "warning", "success", "info"];

const pairs: ReadonlyArray<[front: string, ground: string, atLeast: number]> = [
  ...GROUNDS.flatMap((ground) => WORDS.map((word) => [word, ground, 4.5] as [string, string, number])),
  ...GROUNDS.flatMap((ground) => MARKS.map((mark) => [mark, ground, 3] as [string, string, number])),
  ...TONES.flatMap((tone) => [
    [tone, `${tone}-soft`, 4.5] as [string, string, number],
    ["ink", `${tone}-soft`, 4.5] as [string, string, number],
    [`${tone}-line`, "surface", 3] as [string, string, number],
  ]),
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["on-danger", "danger-fill", 4.5],
  ["accent-text", "accent-soft", 4.5],
  ["muted", "accent-soft", 4.5],
  ["ink", "neutral-soft", 4.5],
  ["bar-muted", "bar-hover", 4.5],
  ["on-demo", "demo", 4.5],
];

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test("words reach 4.5:1 and marks 3:1 in both themes", () => {
  for (const theme of ["light", "dark"] as const)
    for (const [front, ground, atLeast] of pairs) {
      const colour = (name: string) => tokens.find((token) => token.name === name)?.[theme] ?? "missing";
      expect(
        contrast(colour(front), colour(ground)),
        `${theme}: ${front} on ${ground}`,
      ).toBeGreaterThanOrEqual(atLeast);
    }
});

test("the levels form one ramp that keeps its order without colour vision", () => {
  for (const theme of ["light", "dark"] as const) {
    const ramp = [1, 2, 3, 4].map((level) =>
      luminance(tokens.find((t) => t.name === `level-${level}`)?.[theme] ?? ""),
    );
    const ordered = [...ramp].sort((a, b) => (theme === "light" ? b - a : a - b));
    expect(ramp, theme).toEqual(ordered);
  }
});
