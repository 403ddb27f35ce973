import {
  levelStripColumns,
  outlinePaths,
  stripMeasures,
  stripShapes,
} from "~/components/level-strip-geometry";
import type { SlVector } from "~/domain/security-level/security-level";
import type { Box, Point } from "../geometry";
import { HEADER } from "../measures";
import type { Drawing, DrawnConduit, DrawnZone, ElementMark } from "./drawing";

/** How something is painted: a class on the screen, colours on paper. Shape and words say the same without colour. */
export type Paint =
  | "zone"
  | "zone-outside"
  | "zone-added"
  | "zone-removed"
  | "zone-changed"
  | "line-wired"
  | "line-wireless"
  | "line-remote"
  | "line-temporary"
  | "line-added"
  | "line-removed"
  | "line-changed"
  | "tile"
  | "title"
  | "small"
  | "badge-added"
  | "badge-removed"
  | "badge-changed"
  | "badge-text-added"
  | "badge-text-removed"
  | "badge-text-changed"
  | "icon-added"
  | "icon-removed"
  | "icon-changed"
  | "strip-target"
  | "strip-cell"
  | "label";

export type Shape =
  | { tag: "rect"; paint: Paint; box: Box; radius: number }
  /** `at` moves the path there. */
  | { tag: "path"; paint: Paint; d: string; at?: Point }
  | { tag: "text"; paint: Paint; x: number; y: number; size: number; text: string; anchor?: "middle" | "end" }
  /** Shapes that belong to one element. `href` makes them a link; `name` is read out. */
  | { tag: "group"; key: string; name: string; href: string | null; shapes: ReadonlyArray<Shape> };

/** The words of a drawing; who draws knows the language. */
export type DrawingWords = {
  mark(mark: ElementMark): string;
  assets(count: number): string;
  assetChanges(changes: DrawnZone["assetChanges"]): string;
};

export type ShapeOptions = {
  words: DrawingWords;
  /** Where an element that differs leads; null where there is nothing to follow, e.g. on paper. */
  hrefOf?: (kind: "zone" | "conduit", id: string) => string | null;
  /** Writes on every line what flows through it. */
  labels?: boolean;
};

/** A drawing as rectangles, paths and texts, back to front. The same for the screen, SVG files and documents. */
export function shapesOf({ zones, conduits }: Drawing, options: ShapeOptions): ReadonlyArray<Shape> {
  return [
    ...zones.map((zone) => zoneShapes(zone, options)),
    ...conduits.map((conduit) => conduitShapes(conduit, options)),
  ];
}

function zoneShapes(zone: DrawnZone, { words, hrefOf }: ShapeOptions): Shape {
  const { id, box, name, mark, assets, isOutside } = zone;
  const isGone = mark?.change === "removed";
  const paint: Paint = mark ? (`zone-${mark.change}` as const) : isOutside ? "zone-outside" : "zone";
  const counts = [assets > 0 ? words.assets(assets) : "", words.assetChanges(zone.assetChanges)];
  // What is gone writes at its lower edge: something else may stand in its place.
  const top = isGone ? box.y + box.height - HEADER : box.y;
  const strips = stripsOf(zone, box.x + INSET, top + 31);
  const shapes: Array<Shape> = [
    { tag: "rect", paint, box, radius: 6 },
    ...zone.tiles.flatMap(
      (tile): ReadonlyArray<Shape> => [
        { tag: "rect", paint: "tile", box: tile, radius: 3 },
        {
          ...{ tag: "text", paint: "small", x: tile.x + 8, y: tile.y + tile.height / 2 + 4, size: 11 },
          text: fitting(tile.name, tile.width - 16, 11),
        },
      ],
    ),
    {
      ...{ tag: "text", paint: "title", x: box.x + INSET, y: top + 22, size: 18 },
      text: fitting(name, box.width - 2 * INSET, 18),
    },
    ...strips.shapes,
    {
      ...{ tag: "text", paint: "small", x: strips.end + 10, y: top + 45, size: 14 },
      text: fitting(counts.filter(Boolean).join(" · "), box.x + box.width - strips.end - 20, 14),
    },
    ...(mark ? badgeOf(mark, words.mark(mark), box.x + box.width - 10, box.y - 12, "end") : []),
  ];
  const said = [name, mark ? words.mark(mark) : "", ...counts].filter(Boolean).join(", ");
  return { tag: "group", key: `zone-${id}`, name: said, href: mark && linkOf("zone", id, hrefOf), shapes };
}

function conduitShapes(conduit: DrawnConduit, { words, hrefOf, labels = false }: ShapeOptions): Shape {
  const { id, name, path, label, line, mark, protocols } = conduit;
  const paint: Paint = mark ? (`line-${mark.change}` as const) : line;
  const shapes: Array<Shape> = [{ tag: "path", paint, d: path }];
  if (mark) shapes.push(...badgeOf(mark, words.mark(mark), label.x, label.y - BADGE.height / 2, "middle"));
  else if (labels && protocols.length > 0) shapes.push(...labelOf(protocols.join(", "), label.x, label.y));
  const said = mark ? `${name}, ${words.mark(mark)}` : name;
  return {
    tag: "group",
    key: `conduit-${id}`,
    name: said,
    href: mark && linkOf("conduit", id, hrefOf),
    shapes,
  };
}

function linkOf(kind: "zone" | "conduit", id: string, hrefOf: ShapeOptions["hrefOf"]): string | null {
  return hrefOf?.(kind, id) ?? null;
}

const INSET = 12;
const BADGE = { height: 26, icon: 12, padding: 8, font: 15 } as const;

/** An icon and words on a plate that stands on a border or a line. */
function badgeOf(
  mark: ElementMark,
  text: string,
  x: number,
  y: number,
  anchor: "middle" | "end",
): ReadonlyArray<Shape> {
  const { height, icon, padding, font } = BADGE;
  const { change } = mark;
  const width = 2 * padding + icon + 6 + widthOf(text, font);
  const left = anchor === "end" ? x - width : x - width / 2;
  const middle = y + height / 2;
  return [
    { tag: "rect", paint: `badge-${change}`, box: { x: left, y, width, height }, radius: 4 },
    { tag: "path", paint: `icon-${change}`, d: iconOf(mark, left + padding, middle - icon / 2) },
    {
      ...{ tag: "text", paint: `badge-text-${change}`, x: left + padding + icon + 6, y: middle + 5 },
      ...{ size: font, text },
    },
  ];
}

function labelOf(text: string, x: number, y: number): ReadonlyArray<Shape> {
  const words = fitting(text, 150, 11);
  const width = widthOf(words, 11) + 12;
  return [
    { tag: "rect", paint: "label", box: { x: x - width / 2, y: y - 10, width, height: 20 }, radius: 3 },
    { tag: "text", paint: "small", x, y: y + 4, size: 11, text: words, anchor: "middle" },
  ];
}

/** Plus, minus, arrows up and down, or a pencil's stroke: told apart without colour. */
function iconOf({ change, level }: ElementMark, x: number, y: number): string {
  const at = (dx: number, dy: number) => `${tenths(x + dx)} ${tenths(y + dy)}`;
  if (change === "added") return `M${at(6, 1)}L${at(6, 11)}M${at(1, 6)}L${at(11, 6)}`;
  if (change === "removed") return `M${at(1, 6)}L${at(11, 6)}`;
  const up = (dx: number) => `M${at(dx, 11)}L${at(dx, 1)}M${at(dx - 3, 5)}L${at(dx, 1)}L${at(dx + 3, 5)}`;
  const down = (dx: number) => `M${at(dx, 1)}L${at(dx, 11)}M${at(dx - 3, 7)}L${at(dx, 11)}L${at(dx + 3, 7)}`;
  switch (level) {
    case "up":
      return up(6);
    case "down":
      return down(6);
    case "both":
      return up(3) + down(9);
    case null:
      return `M${at(1, 11)}L${at(2, 7)}L${at(8, 1)}L${at(11, 4)}L${at(5, 10)}Z`;
  }
}

/** The target, and the one before with an arrow where it was another one. */
function stripsOf({ target, targetBefore, mark }: DrawnZone, x: number, y: number) {
  const shapes: Array<Shape> = [];
  let end = x;
  const add = (vector: SlVector | null) => {
    const strip = stripShapesOf(vector, end, y);
    shapes.push(...strip);
    if (strip.length > 0) end += STRIP_WIDTH;
  };
  const hasMoved = mark?.change === "changed" && mark.level !== null;
  if (hasMoved && targetBefore) {
    add(targetBefore);
    const middle = y + STRIP_HEIGHT / 2;
    shapes.push({
      ...{ tag: "path", paint: "icon-changed" },
      d: `M${tenths(end + 6)} ${tenths(middle)}L${tenths(end + 18)} ${tenths(middle)}M${tenths(end + 14)} ${tenths(middle - 4)}L${tenths(end + 18)} ${tenths(middle)}L${tenths(end + 14)} ${tenths(middle + 4)}`,
    });
    end += 24;
  }
  add(target);
  return { shapes, end };
}

const { pitch, cellWidth, cellHeight } = stripMeasures("small", false);
const STRIP_WIDTH = pitch * 6 + cellWidth + 4;
const STRIP_HEIGHT = cellHeight * 4 + 7;

/** The outline of a target, as everywhere: what is reached is no matter of this drawing. */
function stripShapesOf(vector: SlVector | null, x: number, y: number): ReadonlyArray<Shape> {
  if (!vector) return [];
  const columns = levelStripColumns({ target: vector }, "small", false);
  const cells = stripShapes(columns, "small").filter(({ kind }) => kind === "demanded");
  const outline = columns.map((column) => outlinePaths(column).met).join("");
  const base = columns.map(({ x: left, width }) => `M${left} ${STRIP_HEIGHT}h${width}`).join("");
  return [
    ...cells.map(({ d }): Shape => ({ tag: "path", paint: "strip-cell", d, at: { x, y } })),
    { tag: "path", paint: "strip-target", d: outline + base, at: { x, y } },
  ];
}

/** Letters are reckoned, not measured: no browser, no fonts, the same everywhere. */
export function widthOf(text: string, size: number): number {
  return text.length * size * 0.56;
}

/** The text, or its beginning with an ellipsis where it is wider than its place. */
export function fitting(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const letters = Math.floor(width / (size * 0.56)) - 1;
  return letters < 2 ? "" : `${text.slice(0, letters).trimEnd()}…`;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
