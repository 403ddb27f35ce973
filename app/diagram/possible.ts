import { assetsIn, childrenOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import { leastFor } from "./arrange";
import { isCollapsed } from "./collapse";
import { idsOf, outermostOf, type Selection, soleOf } from "./selection";
import { type ActionId, isArrangement } from "./shortcuts";

type Situation = { selection: Selection; index: ZoneModelIndex; mayEdit: boolean };

/** True where an action would do something with what is chosen: what menus and buttons offer. */
export function isPossible(action: ActionId, { selection, index, mayEdit }: Situation): boolean {
  const sole = soleOf(selection);
  const zoneIds = idsOf(selection, "zone");
  const canBeCopied = zoneIds.length + idsOf(selection, "asset").length > 0;
  if (isArrangement(action)) return mayEdit && outermostOf(selection, index).length >= leastFor(action);
  switch (action) {
    case "rename":
      return mayEdit && sole !== null;
    case "copy":
      return canBeCopied;
    case "cut":
    case "duplicate":
      return mayEdit && canBeCopied;
    case "remove":
      return mayEdit && selection.size > 0;
    case "collapse":
      return mayEdit && zoneIds.some((id) => canCollapse(index, id));
    case "connect":
      return mayEdit && sole?.kind === "zone";
    case "nudge":
    case "grow":
      return mayEdit && zoneIds.length > 0;
    case "paste":
    case "addZone":
    case "undo":
    case "redo":
      return mayEdit;
    case "zoomToSelection":
      return selection.size > 0;
    case "selectAssets":
      return sole?.kind === "zone" && assetsIn(index, sole.id).length > 0;
    case "selectAll":
    case "boxSelect":
    case "walk":
    case "walkAdding":
    case "walkOnly":
    case "open":
    case "toggle":
    case "leave":
    case "menu":
    case "help":
    case "fit":
    case "actualSize":
    case "minimap":
    case "snap":
      return true;
  }
}

/** An empty zone has nothing to hide; one that was emptied while collapsed can still be opened. */
export function canCollapse(index: ZoneModelIndex, zoneId: string): boolean {
  const isEmpty = childrenOf(index, zoneId).length + assetsIn(index, zoneId).length === 0;
  return !isEmpty || isCollapsed(index.model, zoneId);
}
