import type { Box } from "./geometry";

type Marked = Box & { id: string | null };

const CELL = 320;
const NONE: ReadonlySet<string | null> = new Set();

/** Boxes by the squares they reach into, so that a look-up does not go through all of them. */
export function boxMap() {
  const cells = new Map<number, Array<Marked>>();
  return {
    add(box: Box, id: string | null): void {
      const marked = { ...box, id };
      const { top, bottom, left, right } = reachOf(box);
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1) {
          const cell = cells.get(keyOf(row, column));
          if (cell) cell.push(marked);
          else cells.set(keyOf(row, column), [marked]);
        }
    },
    /** True where a box, other than those named, reaches closer to a point than so much aside and above. */
    isNear(x: number, y: number, reachX: number, reachY: number, except = NONE): boolean {
      const [left, right] = [Math.floor((x - reachX) / CELL), Math.floor((x + reachX) / CELL)];
      const [top, bottom] = [Math.floor((y - reachY) / CELL), Math.floor((y + reachY) / CELL)];
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1) {
          const cell = cells.get(keyOf(row, column));
          if (!cell) continue;
          for (const box of cell) {
            if (x + reachX <= box.x || box.x + box.width <= x - reachX) continue;
            if (y + reachY <= box.y || box.y + box.height <= y - reachY) continue;
            if (!except.has(box.id)) return true;
          }
        }
      return false;
    },
  };
}

function reachOf({ x, y, width, height }: Box) {
  return {
    top: Math.floor(y / CELL),
    bottom: Math.floor((y + height) / CELL),
    left: Math.floor(x / CELL),
    right: Math.floor((x + width) / CELL),
  };
}

/** Squares far apart may share a key: what stands in them is looked at, and does not overlap. */
function keyOf(row: number, column: number): number {
  return row * 65_536 + column;
}
