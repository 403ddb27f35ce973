import { type Box, overlaps } from "./geometry";

type Marked = Box & { id: string | null };

const CELL = 320;
const NONE: ReadonlySet<string | null> = new Set();

/** Boxes by the squares they reach into, so that a look-up does not go through all of them. */
export function boxMap() {
  const rows = new Map<number, Map<number, Array<Marked>>>();

  function visit(box: Box, isEnough: (cell: Array<Marked>) => boolean): boolean {
    for (let row = Math.floor(box.y / CELL); row <= (box.y + box.height) / CELL; row += 1) {
      const cells = rows.get(row) ?? new Map<number, Array<Marked>>();
      rows.set(row, cells);
      for (let column = Math.floor(box.x / CELL); column <= (box.x + box.width) / CELL; column += 1) {
        const cell = cells.get(column) ?? [];
        cells.set(column, cell);
        if (isEnough(cell)) return true;
      }
    }
    return false;
  }

  return {
    add(box: Box, id: string | null): void {
      const marked = { ...box, id };
      visit(box, (cell) => {
        cell.push(marked);
        return false;
      });
    },
    /** True where a box stands there, other than those named. */
    isTaken: (place: Box, except = NONE): boolean =>
      visit(place, (cell) => cell.some((box) => !except.has(box.id) && overlaps(place, box))),
  };
}
