import { assetsIn } from "~/domain/zone-model/queries";
import { type Arrangement, arranged } from "./arrange";
import { fromCollapse, isCollapsed } from "./collapse";
import type { Commands } from "./editing/edit-state";
import { fromBoxes } from "./from-flow";
import type { Box, Point } from "./geometry";
import { GRID } from "./measures";
import { canCollapse } from "./possible";
import { idsOf, outermostOf, type Selection, selectionOf, soleOf } from "./selection";
import type { Drawing } from "./use-drawing";

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -GRID, y: 0 },
  ArrowRight: { x: GRID, y: 0 },
  ArrowUp: { x: 0, y: -GRID },
  ArrowDown: { x: 0, y: GRID },
};

/** The chosen zones put in order; what is inside them moves along. */
export function commandsOfArrangement(
  { index, flow }: Drawing,
  selection: Selection,
  arrangement: Arrangement,
): Commands {
  return fromBoxes(index, flow.boxes, arranged(arrangement, boxesOfZones({ index, flow }, selection)));
}

/** The chosen zones one step of the grid further. */
export function commandsOfNudge({ index, flow }: Drawing, selection: Selection, key: string): Commands {
  const step = STEPS[key];
  if (!step) return [];
  return fromBoxes(
    index,
    flow.boxes,
    boxesOfZones({ index, flow }, selection).map(({ id, box }) => [
      id,
      { ...box, x: box.x + step.x, y: box.y + step.y },
    ]),
  );
}

/** The chosen zones one step of the grid wider, narrower, higher or lower, at their right and lower sides. */
export function commandsOfGrowth({ index, flow }: Drawing, selection: Selection, key: string): Commands {
  const step = STEPS[key];
  if (!step) return [];
  const smallest = new Map(flow.nodes.map(({ id, data }) => [id, data.smallest]));
  return fromBoxes(
    index,
    flow.boxes,
    boxesOfZones({ index, flow }, selection).map(({ id, box }) => [
      id,
      {
        ...box,
        width: Math.max(smallest.get(id)?.width ?? 0, box.width + step.x),
        height: Math.max(smallest.get(id)?.height ?? 0, box.height + step.y),
      },
    ]),
  );
}

/** Collapses the chosen zones; opens them where all are collapsed already. */
export function commandsOfCollapse({ index, flow }: Drawing, selection: Selection): Commands {
  const zoneIds = idsOf(selection, "zone").filter((id) => canCollapse(index, id));
  const isToCollapse = zoneIds.some((id) => !isCollapsed(index.model, id));
  const outermost = new Set(outermostOf(selection, index));
  const meant = isToCollapse ? zoneIds.filter((id) => outermost.has(id)) : zoneIds;
  return fromCollapse(index, flow.boxes, meant, isToCollapse);
}

/** The assets directly in the one chosen zone. */
export function assetsOfChosenZone({ index }: Drawing, selection: Selection): Selection {
  const sole = soleOf(selection);
  const assets = sole?.kind === "zone" ? assetsIn(index, sole.id) : [];
  return selectionOf(assets.map(({ id }) => ({ kind: "asset" as const, id })));
}

function boxesOfZones(
  { index, flow }: Drawing,
  selection: Selection,
): ReadonlyArray<{ id: string; box: Box }> {
  return outermostOf(selection, index).flatMap((id) => {
    const box = flow.boxes.get(id);
    return box ? [{ id, box }] : [];
  });
}
