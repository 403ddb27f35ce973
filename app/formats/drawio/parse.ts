import { accept, type Result } from "~/domain/shared/result";
import { newAsset, newZone } from "~/domain/zone-model/new-elements";
import {
  type Asset,
  EMPTY_ZONE_MODEL,
  MAX_ASSETS,
  MAX_ZONES,
  type Place,
  type Zone,
} from "~/domain/zone-model/zone-model";
import { type Cell, readCells } from "./cells";
import { readConduits } from "./conduits";
import type { Drawing, DrawingNote, NoteCode } from "./drawing";
import { geometryText, type OwnFacts, readOwnFacts, readOwnWaivers } from "./own-facts";
import type { DrawioError, DrawioPage } from "./pages";
import type { KnownProtocol } from "./protocol-finder";

type Options = { protocols: ReadonlyArray<KnownProtocol>; newId: () => string };

const LONGEST_NAME = 120;
const FARTHEST = 1_000_000;

/**
 * One page as a zone model: containers, swimlanes and shapes that hold shapes become zones, nested as they are;
 * other shapes with a name become assets of the zone they lie in; lines become conduits. What the drawing itself says
 * (names, nesting, ends, places) comes before what Cordon wrote beside it when the drawing was exported.
 */
export function parseDrawing(
  { graph }: DrawioPage,
  { protocols, newId }: Options,
): Result<Drawing, DrawioError> {
  const read = readCells(graph);
  if (!read.ok) return read;
  const notes: Array<DrawingNote> = [];
  const note = (cell: Cell, code: NoteCode) =>
    notes.push({ cellId: cell.id, label: cell.label.slice(0, 120), code });
  const cells = withoutRepeated(read.value, note);
  const tree = treeOf(cells);
  const facts = new Map<string, OwnFacts>();
  for (const cell of cells) {
    const own = readOwnFacts(cell);
    if (own === null) note(cell, "damaged-facts");
    if (own) facts.set(cell.id, own);
  }
  const takeId = idTaker(newId);
  const kinds = new Map(cells.map((cell) => [cell.id, kindOf(cell, tree, facts.get(cell.id))]));
  const zoneIds = new Map<string, string>();
  for (const cell of cells)
    if (kinds.get(cell.id) === "zone" && zoneIds.size < MAX_ZONES)
      zoneIds.set(cell.id, takeId("zone", facts.get(cell.id)?.element.id));
  const zoneAround = (cell: Cell) => tree.ancestors(cell).find(({ id }) => zoneIds.has(id));

  const zones: Array<Zone> = [];
  const assets: Array<Asset> = [];
  const places: Array<[string, Place]> = [];
  const zoneOfCell = new Map(zoneIds);
  for (const cell of cells) {
    const kind = kinds.get(cell.id);
    if (kind === "group") note(cell, "unnamed-group");
    if (kind === "text") note(cell, "text-only");
    if (kind === "nameless") note(cell, "no-name");
    if (kind !== "zone" && kind !== "asset") continue;
    const own = facts.get(cell.id);
    const around = zoneAround(cell);
    const parentId = around ? (zoneIds.get(around.id) ?? null) : null;
    const name = nameOf(cell);
    if (name !== firstLine(cell.label)) note(cell, "name-shortened");
    const id = zoneIds.get(cell.id);
    if (kind === "zone" && id !== undefined) {
      const known = own?.kind === "zone" ? own.element : newZone(id, name, null);
      zones.push({ ...known, id, name, parentId });
      const place = placeOf(cell, own, tree.between(cell, around));
      if (place) places.push([id, place]);
    } else if (kind === "asset" && assets.length < MAX_ASSETS) {
      const assetId = takeId("asset", own?.element.id);
      const known = own?.kind === "asset" ? own.element : newAsset(assetId, name, parentId);
      assets.push({ ...known, id: assetId, name, zoneId: parentId });
      if (parentId !== null) zoneOfCell.set(cell.id, parentId);
    } else note(cell, "too-many");
  }
  const conduits = readConduits(cells, { facts, zoneOfCell, protocols, newId, takeId, note });
  const waivers = readOwnWaivers(cells);
  return accept({
    model: { ...EMPTY_ZONE_MODEL, zones, assets, conduits, waivers, layout: Object.fromEntries(places) },
    notes,
  });
}

/** Of several cells with one id the first counts, as in draw.io. */
function withoutRepeated(
  cells: ReadonlyArray<Cell>,
  note: (cell: Cell, code: NoteCode) => void,
): ReadonlyArray<Cell> {
  const seen = new Set<string>();
  return cells.filter((cell) => {
    const isRepeated = seen.has(cell.id);
    if (isRepeated) note(cell, "repeated-id");
    seen.add(cell.id);
    return !isRepeated;
  });
}

type Kind = "zone" | "asset" | "group" | "text" | "nameless" | "other";
type Tree = ReturnType<typeof treeOf>;

function kindOf(cell: Cell, tree: Tree, own: OwnFacts | undefined): Kind {
  if (cell.kind !== "vertex" || tree.isOnEdge(cell)) return "other";
  const isNamed = nameOf(cell) !== "";
  if (isNamed && (own?.kind === "zone" || own?.kind === "asset")) return own.kind;
  const { style } = cell;
  const isContainer = style.has("swimlane") || style.get("container") === "1" || tree.hasShapes(cell);
  if (isContainer) return isNamed ? "zone" : "group";
  if (style.has("group")) return isNamed ? "zone" : "group";
  if (style.has("text")) return "text";
  return isNamed ? "asset" : "nameless";
}

/** Who lies in whom. A drawing may claim that two shapes lie in each other: a walk up ends where it was before. */
function treeOf(cells: ReadonlyArray<Cell>) {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const holders = new Set(
    cells.flatMap(({ kind, parentId }) => (kind === "vertex" && parentId !== null ? [parentId] : [])),
  );
  const ancestors = (cell: Cell): ReadonlyArray<Cell> => {
    const found = new Set<Cell>();
    let at = byId.get(cell.parentId ?? "");
    while (at && at !== cell && !found.has(at)) {
      found.add(at);
      at = byId.get(at.parentId ?? "");
    }
    // Both lie in each other: neither lies in the other.
    return at ? [] : [...found];
  };
  return {
    ancestors,
    /** Shapes between a cell and a zone around it, which is not among them. */
    between: (cell: Cell, zone: Cell | undefined): ReadonlyArray<Cell> => {
      const all = ancestors(cell);
      return zone ? all.slice(0, all.indexOf(zone)) : all;
    },
    hasShapes: (cell: Cell) => holders.has(cell.id),
    isOnEdge: (cell: Cell) => byId.get(cell.parentId ?? "")?.kind === "edge",
  };
}

/** Places in groups that are no zones count from the zone around them. */
function placeOf(cell: Cell, own: OwnFacts | undefined, between: ReadonlyArray<Cell>): Place | null {
  const { geometry } = cell;
  if (!geometry) return null;
  if (
    own?.kind === "zone" &&
    own.drawn === geometryText(geometry) &&
    between.every(({ kind }) => kind === "layer")
  )
    return own.place;
  const offset = (axis: "x" | "y") =>
    between.reduce((sum, { geometry: at }) => sum + (at?.[axis] ?? 0), geometry[axis]);
  const within = (value: number, low: number, high: number) =>
    Math.max(low, Math.min(high, Math.round(value)));
  return {
    x: within(offset("x"), -FARTHEST, FARTHEST),
    y: within(offset("y"), -FARTHEST, FARTHEST),
    width: within(geometry.width, 40, 100_000),
    height: within(geometry.height, 30, 100_000),
    ...(own?.kind === "zone" && own.place?.collapsed !== undefined && { collapsed: own.place.collapsed }),
  };
}

function firstLine(label: string): string {
  return (label.split(/\r\n|\n|\r/)[0] ?? "").trim();
}

/** A name that the model takes: without characters that deceive, not longer than 120. */
function nameOf({ label }: Cell): string {
  return firstLine(label)
    .replace(/[^\P{Cc}\t]|[\u202A-\u202E\u2066-\u2069]/gu, "")
    .slice(0, LONGEST_NAME)
    .trim();
}

/** The id of our own facts where it is free, so that a drawing that comes back is the same model. */
function idTaker(newId: () => string) {
  const taken = new Set<string>();
  return (kind: string, wanted: string | undefined): string => {
    const id = wanted !== undefined && !taken.has(`${kind} ${wanted}`) ? wanted : newId();
    taken.add(`${kind} ${id}`);
    return id;
  };
}
