import type { CommandOf } from "~/domain/zone-model/commands";
import { newZone, unusedName } from "~/domain/zone-model/new-elements";
import { childrenOf } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { ZoneTypeChoice } from "./choices";
import type { Point } from "./geometry";
import { freeSpot } from "./layout-zone";
import { SMALLEST_ZONE } from "./measures";
import type { Drawing } from "./use-drawing";

type Wish = { id: string; wished: string; parentId: string | null; type?: ZoneTypeChoice; centre: Point };

/** A new zone under a free name: in the middle of what is in view, beside what stands there, or inside another zone. */
export function newZoneAt(
  { index, flow }: Drawing,
  { id, wished, parentId, type, centre }: Wish,
): { element: ElementRef; command: CommandOf<"add-zone"> } {
  const names = index.model.zones.map(({ name }) => name);
  const atTop = childrenOf(index, null).flatMap((zone) => flow.boxes.get(zone.id) ?? []);
  const slot = {
    x: centre.x - SMALLEST_ZONE.width / 2,
    y: centre.y - SMALLEST_ZONE.height / 2,
    ...SMALLEST_ZONE,
  };
  const { x, y } = freeSpot(slot, atTop);
  return {
    element: { kind: "zone", id },
    command: {
      type: "add-zone",
      zone: newZone(id, unusedName(wished, names), parentId, type),
      place: parentId === null ? { x: Math.round(x), y: Math.round(y) } : null,
    },
  };
}
