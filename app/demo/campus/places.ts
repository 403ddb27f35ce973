import type { Place, Zone } from "~/domain/zone-model/zone-model";

export type Box = { x: number; y: number; width: number; height: number };

/** Of a zone around its sub-zones, and the room for its title above them. */
const PADDING = 20;
const TITLE = 52;

/** Two tiles of assets side by side fit into a zone of this width. */
const WIDE = 264;

/**
 * Where the innermost zones stand on the canvas. From left to right the outside, the boundary, the hospital, and
 * identity as its spine; zones that share a conduit face each other, so that it is drawn as one straight line.
 */
const BOXES: Readonly<Record<string, Box>> = {
  "home-monitoring": { x: 0, y: 720, width: WIDE, height: 124 },
  internet: { x: 0, y: 900, width: WIDE, height: 344 },
  "guest-wifi": { x: 0, y: 1390, width: WIDE, height: 124 },

  administration: { x: 400, y: 446, width: 316, height: 124 },
  dmz: { x: 420, y: 772, width: 276, height: 298 },
  "vendor-access": { x: 420, y: 1212, width: 276, height: 546 },

  biomed: { x: 886, y: 52, width: 1456, height: 84 },
  "nurse-call": { x: 906, y: 262, width: WIDE, height: 124 },
  "operating-theatres": { x: 906, y: 446, width: WIDE, height: 124 },
  "critical-care": { x: 1370, y: 262, width: WIDE, height: 308 },
  pharmacy: { x: 1734, y: 262, width: WIDE, height: 308 },
  "wireless-medical": { x: 2058, y: 262, width: WIDE, height: 124 },
  workstations: { x: 2058, y: 446, width: WIDE, height: 124 },

  "clinical-services": { x: 886, y: 772, width: 1456, height: 84 },
  "imaging-archive": { x: 886, y: 946, width: 548, height: 124 },
  "research-ai": { x: 1694, y: 946, width: WIDE, height: 124 },

  imaging: { x: 906, y: 1232, width: WIDE, height: 164 },
  radiotherapy: { x: 1290, y: 1232, width: WIDE, height: 164 },
  laboratory: { x: 1874, y: 1232, width: 448, height: 164 },

  "air-handling": { x: 1340, y: 1614, width: WIDE, height: 84 },
  "medical-gas": { x: 1814, y: 1558, width: 376, height: 200 },
  "physical-security": { x: 2512, y: 1558, width: 276, height: 200 },

  identity: { x: 2512, y: 0, width: 276, height: 1090 },
};

/** Boxes around others that are not just as large as what is inside. */
const AROUND: Readonly<Record<string, Box>> = {
  "building-automation": { x: 886, y: 1558, width: 778, height: 200 },
};

type Placed = Pick<Zone, "id" | "parentId">;

/** The box of every zone from the origin of the canvas, by zone id. */
export function boxesOf(zones: ReadonlyArray<Placed>): ReadonlyMap<string, Box> {
  const boxOf = ({ id }: Placed): Box => {
    const own = BOXES[id] ?? AROUND[id];
    if (own) return own;
    return around(zones.filter(({ parentId }) => parentId === id).map(boxOf));
  };
  return new Map(zones.map((zone) => [zone.id, boxOf(zone)]));
}

/** As the model keeps it: relative to the zone around it. */
export function placesOf(zones: ReadonlyArray<Placed>): ReadonlyMap<string, Place> {
  const boxes = boxesOf(zones);
  return new Map(
    zones.flatMap(({ id, parentId }) => {
      const box = boxes.get(id);
      const outer = parentId === null ? { x: 0, y: 0 } : boxes.get(parentId);
      return box && outer ? [[id, { ...box, x: box.x - outer.x, y: box.y - outer.y }]] : [];
    }),
  );
}

function around(boxes: ReadonlyArray<Box>): Box {
  const x = Math.min(...boxes.map((box) => box.x)) - PADDING;
  const y = Math.min(...boxes.map((box) => box.y)) - TITLE;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + PADDING;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + PADDING;
  return { x, y, width: right - x, height: bottom - y };
}
