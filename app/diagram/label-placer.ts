import { ancestorsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Conduit } from "~/domain/zone-model/zone-model";
import { type Box, lineBetween, overlaps, pointOn } from "./geometry";
import { LABEL } from "./measures";

const MIDDLE = 0.5;
const SPOTS = [MIDDLE, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/** Finds for one conduit after the other the spot on its line where its label covers no zone and no other label. */
export function labelPlacer(index: ZoneModelIndex, boxes: ReadonlyMap<string, Box>) {
  const map = boxMap();
  for (const [id, box] of boxes) map.add(box, id);
  return ({ fromZoneId, toZoneId }: Conduit, lane: number): number => {
    const from = boxes.get(fromZoneId);
    const to = boxes.get(toZoneId);
    if (!from || !to) return MIDDLE;
    const line = lineBetween(from, to, lane);
    const around = new Set<string | null>();
    for (const { id } of [...ancestorsOf(index, fromZoneId), ...ancestorsOf(index, toZoneId)]) around.add(id);
    const labelOn = (spot: number): Box => {
      const { x, y } = pointOn(line, spot);
      return { x: x - LABEL.width / 2, y: y - LABEL.height / 2, ...LABEL };
    };
    const spot = SPOTS.find((candidate) => !map.isTaken(labelOn(candidate), around)) ?? MIDDLE;
    map.add(labelOn(spot), null);
    return spot;
  };
}

type Marked = Box & { zoneId: string | null };

const CELL = 320;

/** Boxes by the squares they reach into, so that a look-up does not go through all of them. */
function boxMap() {
  const rows = new Map<number, Map<number, Array<Marked>>>();
  const visit = (box: Box, seen: (cell: Array<Marked>) => boolean): boolean => {
    for (let row = Math.floor(box.y / CELL); row <= (box.y + box.height) / CELL; row += 1) {
      const cells = rows.get(row) ?? new Map<number, Array<Marked>>();
      rows.set(row, cells);
      for (let column = Math.floor(box.x / CELL); column <= (box.x + box.width) / CELL; column += 1) {
        const cell = cells.get(column) ?? [];
        cells.set(column, cell);
        if (seen(cell)) return true;
      }
    }
    return false;
  };
  return {
    add: (box: Box, zoneId: string | null) => {
      const marked = { ...box, zoneId };
      visit(box, (cell) => cell.push(marked) < 0);
    },
    isTaken: (label: Box, except: ReadonlySet<string | null>) =>
      visit(label, (cell) => cell.some((other) => !except.has(other.zoneId) && overlaps(label, other))),
  };
}
