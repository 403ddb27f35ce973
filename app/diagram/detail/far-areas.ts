import { classNames } from "~/components/class-names";
import type { Box } from "../geometry";
import { TILE } from "../measures";
import type { ZoneNode, ZoneNodeContent } from "../to-flow";

/** A zone at the top with all inside it, drawn together from afar. */
export type FarArea = { id: string; zones: ReadonlyArray<FarZone> };
export type FarZone = { content: ZoneNodeContent; box: Box; depth: number; className: string | undefined };

/** Path data by the class that draws it, in the order of drawing. */
export type FarShapes = ReadonlyArray<{ className: string; path: string }>;

const BAND_HEIGHT = 54;
const MARK = 30;

/** The nodes (outer ones first) by the zone at the top that they stand in. `boxes` as they stand just now. */
export function farAreas(
  nodes: ReadonlyArray<ZoneNode>,
  boxes: ReadonlyMap<string, Box>,
): ReadonlyArray<FarArea> {
  const areas = new Map<string, { id: string; zones: Array<FarZone> }>();
  const homes = new Map<string, { area: string; depth: number }>();
  for (const { id, parentId, data, className } of nodes) {
    const box = boxes.get(id);
    if (!box) continue;
    const parent = parentId === undefined ? undefined : homes.get(parentId);
    const home = parent ? { area: parent.area, depth: parent.depth + 1 } : { area: id, depth: 0 };
    homes.set(id, home);
    const area = areas.get(home.area) ?? { id: home.area, zones: [] };
    areas.set(home.area, area);
    area.zones.push({ content: data, box, depth: home.depth, className });
  }
  return [...areas.values()];
}

/** True where both look the same. */
export function isSameArea(before: FarArea, after: FarArea): boolean {
  return (
    before.zones.length === after.zones.length &&
    before.zones.every(({ content, box, className, depth }, place) => {
      const other = after.zones[place];
      return (
        other !== undefined &&
        other.content === content &&
        other.className === className &&
        other.depth === depth &&
        other.box.x === box.x &&
        other.box.y === box.y &&
        other.box.width === box.width &&
        other.box.height === box.height
      );
    })
  );
}

/** A few paths for everything in an area: boxes from the outside in, then assets and marks by their state. */
export function farShapes({ zones }: FarArea): FarShapes {
  const byClass = new Map<string, Array<string>>();
  const add = (className: string, path: string) => {
    const paths = byClass.get(className);
    if (paths) paths.push(path);
    else byClass.set(className, [path]);
  };
  const deepest = Math.max(0, ...zones.map(({ depth }) => depth));
  for (let depth = 0; depth <= deepest; depth += 1)
    for (const { content, box, className, depth: own } of zones) {
      if (own !== depth) continue;
      const marked = className?.includes("is-cause") ? "is-cause" : undefined;
      add(`${looksOf(content)} ${marked ?? ""} depth-${depth}`, rectangle(box));
      if (content.zone.trustClass !== "untrusted")
        add(
          classNames("far-band", marked, `depth-${depth}`),
          rectangle({ ...box, height: Math.min(box.height, BAND_HEIGHT) }),
        );
    }
  for (const { content, box, className } of zones) {
    const marked = className?.includes("is-cause") ? " is-cause" : "";
    for (const { x, y, worst } of content.tiles)
      add(`far-${worst ?? "none"}${marked}`, rectangle({ x: box.x + x, y: box.y + y, ...TILE }));
    const worst = content.totals ? content.totals.worst : content.worst;
    if (worst) {
      const gap = (BAND_HEIGHT - MARK) / 2;
      const x = box.x + box.width - gap - MARK;
      add(`far-mark-${worst}${marked}`, rectangle({ x, y: box.y + gap, width: MARK, height: MARK }));
    }
  }
  // Joined at once: what is added bit by bit keeps every bit in memory.
  return [...byClass].map(([className, paths]) => ({ className, path: paths.join("") }));
}

function looksOf({ zone, totals, view }: ZoneNodeContent): string {
  return classNames(
    "far-zone",
    totals && "is-collapsed",
    zone.trustClass === "untrusted" && "is-outside",
    view && `view-${view.tone}`,
  );
}

function rectangle({ x, y, width, height }: Box): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}
