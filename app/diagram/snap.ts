import type { Box, Point } from "./geometry";

/** A line that shows what a box was snapped to. */
export type Guide = { axis: "x" | "y"; at: number; from: number; to: number };

export type SnapOptions = {
  /** Boxes whose sides and middles attract. */
  others: ReadonlyArray<Box>;
  /** How near a side must come, in pixels of the canvas. */
  reach: number;
  grid: number;
};

export type Side = "left" | "right" | "top" | "bottom";

type Axis = "x" | "y";
const SIDE_OF = { x: "width", y: "height" } as const;

/** Where a box that is being moved comes to stand: at a side or the middle of a neighbour, else on the grid. */
export function snapMove(box: Box, options: SnapOptions): { corner: Point; guides: ReadonlyArray<Guide> } {
  const x = snapAxis(box, "x", linesOf(box, "x"), options);
  const y = snapAxis(box, "y", linesOf(box, "y"), options);
  const corner = {
    x: x === undefined ? toGrid(box.x, options.grid) : box.x + x,
    y: y === undefined ? toGrid(box.y, options.grid) : box.y + y,
  };
  const moved = { ...box, ...corner };
  return { corner, guides: guidesOf(moved, options.others, x !== undefined, y !== undefined) };
}

/** The same for a box that is being resized: only the sides named move, and never past `smallest`. */
export function snapResize(
  box: Box,
  sides: ReadonlyArray<Side>,
  smallest: { width: number; height: number },
  options: SnapOptions,
): { box: Box; guides: ReadonlyArray<Guide> } {
  let snapped = box;
  const found = { x: false, y: false };
  for (const side of sides) {
    const axis = side === "left" || side === "right" ? "x" : "y";
    const size = SIDE_OF[axis];
    const isStart = side === "left" || side === "top";
    const line = isStart ? box[axis] : box[axis] + box[size];
    const by = snapAxis(box, axis, [line], options);
    const shift = by ?? toGrid(line, options.grid) - line;
    const next = isStart
      ? { ...snapped, [axis]: snapped[axis] + shift, [size]: snapped[size] - shift }
      : { ...snapped, [size]: snapped[size] + shift };
    if (next[size] < smallest[size]) continue;
    snapped = next;
    found[axis] ||= by !== undefined;
  }
  return { box: snapped, guides: guidesOf(snapped, options.others, found.x, found.y) };
}

function toGrid(value: number, grid: number): number {
  return Math.round(value / grid) * grid;
}

function linesOf(box: Box, axis: Axis): ReadonlyArray<number> {
  const size = box[SIDE_OF[axis]];
  return [box[axis], box[axis] + size / 2, box[axis] + size];
}

/** How far to shift so that one of the lines meets one of a neighbour; the shortest way. */
function snapAxis(
  box: Box,
  axis: Axis,
  lines: ReadonlyArray<number>,
  { others, reach }: SnapOptions,
): number | undefined {
  let best: number | undefined;
  for (const other of others) {
    if (!isBeside(box, other, axis)) continue;
    for (const target of linesOf(other, axis)) {
      for (const line of lines) {
        const shift = target - line;
        if (Math.abs(shift) <= reach && (best === undefined || Math.abs(shift) < Math.abs(best)))
          best = shift;
      }
    }
  }
  return best;
}

/** Boxes far away attract nothing: a person aligns with what stands near. */
const NEAR = 900;

function isBeside(box: Box, other: Box, axis: Axis): boolean {
  const across = axis === "x" ? "y" : "x";
  const size = SIDE_OF[across];
  const gap = Math.max(
    other[across] - (box[across] + box[size]),
    box[across] - (other[across] + other[size]),
  );
  return gap <= NEAR;
}

function guidesOf(
  box: Box,
  others: ReadonlyArray<Box>,
  isOnX: boolean,
  isOnY: boolean,
): ReadonlyArray<Guide> {
  return [...(isOnX ? guidesAlong(box, others, "x") : []), ...(isOnY ? guidesAlong(box, others, "y") : [])];
}

function guidesAlong(box: Box, others: ReadonlyArray<Box>, axis: Axis): ReadonlyArray<Guide> {
  const across = axis === "x" ? "y" : "x";
  const size = SIDE_OF[across];
  return linesOf(box, axis).flatMap((at): ReadonlyArray<Guide> => {
    const met = others.filter(
      (other) => isBeside(box, other, axis) && linesOf(other, axis).some((line) => Math.abs(line - at) < 0.5),
    );
    if (met.length === 0) return [];
    const all = [box, ...met];
    return [
      {
        axis,
        at,
        from: Math.min(...all.map((one) => one[across])),
        to: Math.max(...all.map((one) => one[across] + one[size])),
      },
    ];
  });
}
