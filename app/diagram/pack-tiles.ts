import { type Box, overlaps, type Point, type Size } from "./geometry";
import { HEADER, PADDING, TILE, TILE_GAP } from "./measures";

const PITCH = { x: TILE.width + TILE_GAP, y: TILE.height + TILE_GAP };

/** Where the assets of a zone are drawn: in rows below its title, around its sub-zones. Fewer where room is short. */
export function packTiles(size: Size, children: ReadonlyArray<Box>, count: number): ReadonlyArray<Point> {
  const columns = columnsIn(size.width);
  const points: Array<Point> = [];
  for (let cell = 0; points.length < count; cell += 1) {
    const x = PADDING + (cell % columns) * PITCH.x;
    const y = HEADER + TILE_GAP + Math.floor(cell / columns) * PITCH.y;
    if (y + TILE.height > size.height - TILE_GAP) break;
    if (!children.some((child) => overlaps({ x, y, ...TILE }, child))) points.push({ x, y });
  }
  return points;
}

/** The room that tiles need when nothing is in their way. */
export function sizeOfTiles(count: number): Size {
  if (count === 0) return { width: 0, height: 0 };
  const columns = Math.max(2, Math.ceil(Math.sqrt(count / 2.2)));
  const rows = Math.ceil(count / columns);
  return {
    width: 2 * PADDING + Math.min(count, columns) * PITCH.x - TILE_GAP,
    height: TILE_GAP + rows * PITCH.y,
  };
}

/** Height of the rows of tiles in a zone of this width. */
export function heightOfTiles(count: number, width: number): number {
  if (count === 0) return 0;
  return TILE_GAP + Math.ceil(count / columnsIn(width)) * PITCH.y;
}

function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width - 2 * PADDING + TILE_GAP) / PITCH.x));
}
