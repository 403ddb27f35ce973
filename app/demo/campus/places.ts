import type { Place, Zone } from "~/domain/zone-model/zone-model";

export type Box = { x: number; y: number; width: number; height: number };

/** Of a zone around its sub-zones, and the room for its title above them. */
const PADDING = 20;
const TITLE = 62;

/** Two tiles of assets side by side fit into a zone of this width. */
const WIDE = 296;

/**
 * Where the innermost zones stand on the canvas. From left to right the outside, the boundary, the hospital, and
 * identity as its spine; zones that share a conduit face each other, so that it is drawn as one straight line.
 */
const BOXES: Readonly<Record<string, Box>> = {
  "home-monitoring": { x: 0, y: 835, width: WIDE, height: 144 },
  internet: { x: 0, y: 1044, width: WIDE, height: 399 },
  "guest-wifi": { x: 0, y: 1612, width: WIDE, height: 144 },

  administration: { x: 448, y: 517, width: 354, height: 144 },
  dmz: { x: 470, y: 896, width: 309, height: 346 },
  "vendor-access": { x: 470, y: 1406, width: 309, height: 633 },

  biomed: { x: 992, y: 60, width: 1631, height: 108 },
  "nurse-call": { x: 1015, y: 304, width: WIDE, height: 144 },
  "operating-theatres": { x: 1015, y: 517, width: WIDE, height: 144 },
  "critical-care": { x: 1534, y: 304, width: WIDE, height: 357 },
  pharmacy: { x: 1942, y: 304, width: WIDE, height: 357 },
  "wireless-medical": { x: 2305, y: 304, width: WIDE, height: 144 },
  workstations: { x: 2305, y: 517, width: WIDE, height: 144 },

  "clinical-services": { x: 992, y: 896, width: 1631, height: 108 },
  "imaging-archive": { x: 992, y: 1097, width: 614, height: 144 },
  "research-ai": { x: 1897, y: 1097, width: WIDE, height: 144 },

  imaging: { x: 1015, y: 1429, width: WIDE, height: 190 },
  radiotherapy: { x: 1445, y: 1429, width: WIDE, height: 190 },
  laboratory: { x: 2099, y: 1429, width: 502, height: 190 },

  "air-handling": { x: 1501, y: 1872, width: WIDE, height: 108 },
  "medical-gas": { x: 2032, y: 1807, width: 421, height: 232 },
  "physical-security": { x: 2813, y: 1807, width: 309, height: 232 },

  identity: { x: 2813, y: 0, width: 309, height: 1264 },
};

/** Boxes around others that are not just as large as what is inside. */
const AROUND: Readonly<Record<string, Box>> = {
  "building-automation": { x: 992, y: 1807, width: 871, height: 232 },
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
