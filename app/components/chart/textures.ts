import { hatchPath } from "../level-strip-geometry";

/** What tells one part of a chart from another besides its colour: no pattern, no id, prints everywhere. */
export const TEXTURES = ["plain", "diagonal", "upright", "dotted", "outline", "level"] as const;
export type Texture = (typeof TEXTURES)[number];

type Box = { x: number; y: number; width: number; height: number };

/** Pixels between two lines of a texture. */
const STEP = 6;

/** Lines over a box, all within it; empty where it has none. */
export function texturePath(texture: Texture, box: Box): string {
  switch (texture) {
    case "plain":
    case "outline":
      return "";
    case "diagonal":
      return hatchPath(box, STEP);
    case "upright":
      return linesOver(box.width, (at) => `M${round(box.x + at)} ${round(box.y)}v${round(box.height)}`);
    case "level":
      return linesOver(box.height, (at) => `M${round(box.x)} ${round(box.y + at)}h${round(box.width)}`);
    case "dotted":
      return linesOver(box.height, (down) =>
        linesOver(
          box.width - 1,
          (at) => `M${round(box.x + at)} ${round(box.y + down)}h${Math.min(1, box.width - at)}`,
        ),
      );
  }
}

function linesOver(length: number, lineAt: (at: number) => string): string {
  const lines: Array<string> = [];
  for (let at = STEP / 2; at < length; at += STEP) lines.push(lineAt(at));
  return lines.join("");
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
