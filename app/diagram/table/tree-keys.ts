import { folded } from "~/domain/shared/folded";
import type { OutlineLine } from "~/domain/zone-model/outline";

/** What a key means in the outline, after the tree pattern of the ARIA authoring practices. */
export type TreeMove =
  | { kind: "go"; to: number }
  | { kind: "toggle" }
  | { kind: "open" | "tick" | "tickAll" | "rename" | "remove" | "duplicate" | "addInside" };

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };
type Lines = ReadonlyArray<Pick<OutlineLine, "level" | "isOpen"> & { name: string }>;

/**
 * `at` is the line that has the focus; `typed` what was typed shortly before, for finding a line by how its name begins.
 * Undefined for a key that means nothing here.
 */
export function treeMove(pressed: Pressed, lines: Lines, at: number, typed = ""): TreeMove | undefined {
  const { key, altKey } = pressed;
  const line = lines[at];
  if (!line || altKey) return undefined;
  if (pressed.ctrlKey || pressed.metaKey) return withModifier(key);
  switch (key) {
    case "ArrowDown":
      return go(Math.min(lines.length - 1, at + 1));
    case "ArrowUp":
      return go(Math.max(0, at - 1));
    case "Home":
      return go(0);
    case "End":
      return go(lines.length - 1);
    case "ArrowRight":
      if (line.isOpen === null) return undefined;
      return line.isOpen ? go(insideOf(lines, at)) : { kind: "toggle" };
    case "ArrowLeft":
      return line.isOpen ? { kind: "toggle" } : go(aroundOf(lines, at));
    case "Enter":
      return { kind: "open" };
    case " ":
      return { kind: "tick" };
    case "F2":
      return { kind: "rename" };
    case "Delete":
      return { kind: "remove" };
    case "+":
    case "Insert":
      return { kind: "addInside" };
    default:
      return key.length === 1 ? byName(lines, at, typed + key) : undefined;
  }
}

function withModifier(key: string): TreeMove | undefined {
  if (key.toLowerCase() === "a") return { kind: "tickAll" };
  return key.toLowerCase() === "d" ? { kind: "duplicate" } : undefined;
}

function go(to: number): TreeMove {
  return { kind: "go", to };
}

/** The first line inside, which may stand on the next page. */
function insideOf(lines: Lines, at: number): number {
  const [line, next] = [lines[at], lines[at + 1]];
  return line && next && next.level > line.level ? at + 1 : at;
}

/** The line of the zone around, which may stand on the page before. */
function aroundOf(lines: Lines, at: number): number {
  const level = lines[at]?.level ?? 1;
  for (let place = at - 1; place >= 0; place -= 1) if ((lines[place]?.level ?? 1) < level) return place;
  return at;
}

/** The next line whose name begins like this, from the top again after the end; one letter goes on to the next. */
function byName(lines: Lines, at: number, beginning: string): TreeMove | undefined {
  const wanted = folded(beginning);
  const first = beginning.length > 1 ? at : at + 1;
  for (let step = 0; step < lines.length; step += 1) {
    const place = (first + step) % lines.length;
    if (folded(lines[place]?.name ?? "").startsWith(wanted)) return go(place);
  }
  return undefined;
}
