import type { Box } from "./geometry";

export const ALIGNMENTS = ["left", "centre", "right", "top", "middle", "bottom"] as const;
export const ARRANGEMENTS = [
  ...ALIGNMENTS,
  "distributeAcross",
  "distributeDown",
  "sameWidth",
  "sameHeight",
] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

const NO_BOX: Box = { x: 0, y: 0, width: 0, height: 0 };

/** A zone and where it is drawn, from the origin of the canvas. */
type Named = { id: string; box: Box };

/** How many zones an arrangement needs to mean anything. */
export function leastFor(arrangement: Arrangement): number {
  return arrangement === "distributeAcross" || arrangement === "distributeDown" ? 3 : 2;
}

/**
 * Where boxes stand after an arrangement; only those that differ. Aligned to the box around all, spread out between
 * the outermost two, made as large as the last one.
 */
export function arranged(arrangement: Arrangement, named: ReadonlyArray<Named>): ReadonlyMap<string, Box> {
  if (named.length < leastFor(arrangement)) return new Map();
  const left = Math.min(...named.map(({ box }) => box.x));
  const top = Math.min(...named.map(({ box }) => box.y));
  const right = Math.max(...named.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...named.map(({ box }) => box.y + box.height));
  const last = named.at(-1)?.box;
  const across = middleLine(named, "x", "width", (left + right) / 2);
  const down = middleLine(named, "y", "height", (top + bottom) / 2);

  function after({ box }: Named): Box {
    switch (arrangement) {
      case "left":
        return { ...box, x: left };
      case "centre":
        return { ...box, x: onPixel(across - box.width / 2, box.x) };
      case "right":
        return { ...box, x: right - box.width };
      case "top":
        return { ...box, y: top };
      case "middle":
        return { ...box, y: onPixel(down - box.height / 2, box.y) };
      case "bottom":
        return { ...box, y: bottom - box.height };
      case "sameWidth":
        return { ...box, width: last?.width ?? box.width };
      case "sameHeight":
        return { ...box, height: last?.height ?? box.height };
      case "distributeAcross":
      case "distributeDown":
        return box;
    }
  }

  const next =
    arrangement === "distributeAcross"
      ? spread(named, "x", "width")
      : arrangement === "distributeDown"
        ? spread(named, "y", "height")
        : named.map((one) => ({ id: one.id, box: after(one) }));
  const before = new Map(named.map(({ id, box }) => [id, box]));
  return new Map(next.filter(({ id, box }) => !isAlike(box, before.get(id))).map(({ id, box }) => [id, box]));
}

/** Equal gaps between neighbours; the outermost two stay. Boxes that have no room overlap evenly. */
function spread(
  named: ReadonlyArray<Named>,
  axis: "x" | "y",
  side: "width" | "height",
): ReadonlyArray<Named> {
  const inOrder = named.toSorted((a, b) => a.box[axis] + a.box[side] / 2 - (b.box[axis] + b.box[side] / 2));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return [];
  const taken = inOrder.reduce((sum, { box }) => sum + box[side], 0);
  const gap = (last.box[axis] + last.box[side] - first.box[axis] - taken) / (inOrder.length - 1);
  let at = first.box[axis];
  return inOrder.map(({ id, box }) => {
    const placed = { id, box: { ...box, [axis]: id === last.id ? box[axis] : Math.round(at) } };
    at += box[side] + gap;
    return placed;
  });
}

/**
 * The line that the middles of boxes go to: where the longest box, put as near to `wished` as whole pixels let it,
 * has its own. It then spans all others, so that arranging them again finds the same line.
 */
function middleLine(
  named: ReadonlyArray<Named>,
  axis: "x" | "y",
  side: "width" | "height",
  wished: number,
): number {
  const longest = named.reduce((so, { box }) => (box[side] > so[side] ? box : so), named[0]?.box ?? NO_BOX);
  return onPixel(wished - longest[side] / 2, longest[axis]) + longest[side] / 2;
}

/** Half a pixel beside is there: boxes must not creep when arranged again. */
function onPixel(wished: number, now: number): number {
  return Math.abs(wished - now) <= 0.5 ? now : Math.round(wished);
}

function isAlike(a: Box, b: Box | undefined): boolean {
  return a.x === b?.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
