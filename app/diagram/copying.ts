import {
  commandsOfFragment,
  type Fragment,
  fragmentOf,
  freeZoneNames,
  isEmptyFragment,
} from "~/domain/zone-model/fragment";
import { assetsIn, childrenOf, grouped, indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { isCollapsed } from "./collapse";
import type { Commands } from "./editing/edit-state";
import type { Box, Point } from "./geometry";
import { absoluteBoxes, freeSpot, INNER_CORNER, layOutModel } from "./layout-zone";
import { GAP_INSIDE } from "./measures";
import { heightOfTiles } from "./pack-tiles";
import { boxAround, idsOf, outermostOf, type Selection, soleOf } from "./selection";

type Drawn = { index: ZoneModelIndex; boxes: ReadonlyMap<string, Box> };

/** What is added by pasting, and which elements then are chosen. */
export type Pasted = { commands: Commands; refs: ReadonlyArray<ElementRef> };

/** The chosen elements as a part that can be pasted; undefined where it would be empty. Places are seen from the canvas. */
export function copyOf({ index, boxes }: Drawn, selection: Selection): Fragment | undefined {
  const fragment = fragmentOf(index, selection.values(), boxes);
  return isEmptyFragment(fragment) ? undefined : fragment;
}

/** Which zone takes in what is pasted: the chosen one, but never itself into itself; null = the top. */
export function targetOf(index: ZoneModelIndex, selection: Selection, fragment: Fragment): string | null {
  const sole = soleOf(selection);
  if (sole?.kind === "asset") return index.assetById.get(sole.id)?.zoneId ?? null;
  if (sole?.kind !== "zone") return null;
  const isItself = fragment.zones.some(({ id }) => id === sole.id);
  return isItself ? (index.zoneById.get(sole.id)?.parentId ?? null) : sole.id;
}

/** Puts a fragment into a zone, below what is there, or at the top near `centre`, beside what stands there. */
export function pasteInto(
  { index, boxes }: Drawn,
  fragment: Fragment,
  { into, centre, newId }: { into: string | null; centre: Point; newId(): string },
): Pasted {
  const { width, height } = boxAround(outerBoxes(fragment)) ?? { width: 0, height: 0 };
  const slot = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  const at = into === null ? freeSpot(slot, topBoxes(index, boxes)) : belowContents(index, boxes, into);
  const nameOf = freeZoneNames(index.model.zones.map(({ name }) => name));
  return pasted(commandsOfFragment(fragment, { newId, into, at: at && rounded(at), nameOf }));
}

/** A second one of everything chosen, each in its own zone and beside the first. */
export function duplicateOf({ index, boxes }: Drawn, selection: Selection, newId: () => string): Pasted {
  const zoneIds = outermostOf(selection, index);
  const fragment = fragmentOf(index, selection.values());
  const inside = new Set(fragment.zones.map(({ id }) => id));
  const members: ReadonlyArray<ElementRef & { parentId: string | null }> = [
    ...zoneIds.map((id) => ({
      kind: "zone" as const,
      id,
      parentId: index.zoneById.get(id)?.parentId ?? null,
    })),
    ...idsOf(selection, "asset")
      .map((id) => ({ kind: "asset" as const, id, parentId: index.assetById.get(id)?.zoneId ?? null }))
      .filter(({ parentId }) => parentId === null || !inside.has(parentId)),
  ];
  const nameOf = freeZoneNames(index.model.zones.map(({ name }) => name));
  const commands = [...grouped(members, ({ parentId }) => [parentId])].flatMap(([into, refs]) => {
    const origin = (into === null ? undefined : boxes.get(into)) ?? { x: 0, y: 0 };
    const relative = (box: Box) => ({ ...box, x: box.x - origin.x, y: box.y - origin.y });
    const own = refs.flatMap(({ kind, id }) => (kind === "zone" ? (boxes.get(id) ?? []) : [])).map(relative);
    const siblings = childrenOf(index, into)
      .flatMap(({ id }) => boxes.get(id) ?? [])
      .map(relative);
    const around = boxAround(own);
    const at = around ? rounded(freeSpot(around, siblings)) : null;
    return commandsOfFragment(fragmentOf(index, refs, boxes), { newId, into, at, nameOf });
  });
  return pasted(commands);
}

function pasted(commands: Commands): Pasted {
  const added = new Set(
    commands.flatMap((command) => (command.type === "add-zone" ? [command.zone.id] : [])),
  );
  const isOutermost = (zoneId: string | null) => zoneId === null || !added.has(zoneId);
  const refs = commands.flatMap((command): ReadonlyArray<ElementRef> => {
    if (command.type === "add-zone" && isOutermost(command.zone.parentId))
      return [{ kind: "zone", id: command.zone.id }];
    if (command.type === "add-asset" && isOutermost(command.asset.zoneId))
      return [{ kind: "asset", id: command.asset.id }];
    return [];
  });
  return { commands, refs };
}

/** The boxes of the outermost zones, as they will be drawn. */
function outerBoxes(fragment: Fragment): ReadonlyArray<Box> {
  const index = indexModel(fragment);
  return topBoxes(index, absoluteBoxes(index, layOutModel(index).boxes));
}

function topBoxes(index: ZoneModelIndex, boxes: ReadonlyMap<string, Box>): ReadonlyArray<Box> {
  return childrenOf(index, null).flatMap(({ id }) => boxes.get(id) ?? []);
}

/** Null for a zone that is not drawn open: its contents find places when it is. */
function belowContents(index: ZoneModelIndex, boxes: ReadonlyMap<string, Box>, zoneId: string): Point | null {
  const zone = boxes.get(zoneId);
  if (!zone || isCollapsed(index.model, zoneId)) return null;
  const children = childrenOf(index, zoneId).flatMap(({ id }) => boxes.get(id) ?? []);
  const lowest = Math.max(...children.map(({ y, height }) => y + height - zone.y));
  if (children.length > 0) return { x: INNER_CORNER.x, y: lowest + GAP_INSIDE.y };
  return { x: INNER_CORNER.x, y: INNER_CORNER.y + heightOfTiles(assetsIn(index, zoneId).length, zone.width) };
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
