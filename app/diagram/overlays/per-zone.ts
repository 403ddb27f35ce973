import { descendantsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import { isCollapsed } from "../collapse";
import type { Views, ZoneView } from "./overlay";

/** The view of every zone; one that is collapsed speaks for all inside. */
export function perZone(
  index: ZoneModelIndex,
  viewOf: (zoneIds: ReadonlyArray<string>) => ZoneView | null,
): Views["zones"] {
  return new Map(
    index.model.zones.flatMap(({ id }) => {
      const inside = isCollapsed(index.model, id) ? descendantsOf(index, id).map((zone) => zone.id) : [];
      const view = viewOf([id, ...inside]);
      return view ? [[id, view] as const] : [];
    }),
  );
}
