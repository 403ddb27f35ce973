import { ancestorsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementKind, ElementRef } from "~/domain/zone-model/zone-model";
import { isThere, keyOf } from "./element-ref";
import { type Box, contains, curveBetween, type Point, pointOn } from "./geometry";
import { TILE } from "./measures";
import type { Flow } from "./to-flow";

/** What is chosen, by the key of the element, in the order of choosing: the last one leads. Survives edits. */
export type Selection = ReadonlyMap<string, ElementRef>;

export const NOTHING: Selection = new Map();

export function selectionOf(refs: Iterable<ElementRef>): Selection {
  return new Map([...refs].map((ref) => [keyOf(ref), ref]));
}

export function isChosen(selection: Selection, ref: ElementRef): boolean {
  return selection.has(keyOf(ref));
}

/** With an element more, or without it where it was chosen. */
export function toggled(selection: Selection, ref: ElementRef): Selection {
  const next = new Map(selection);
  if (!next.delete(keyOf(ref))) next.set(keyOf(ref), ref);
  return next;
}

export function joined(selection: Selection, refs: Iterable<ElementRef>): Selection {
  return new Map([...selection, ...selectionOf(refs)]);
}

/** Without what has gone meanwhile; the same object where nothing has. */
export function present(selection: Selection, index: ZoneModelIndex): Selection {
  const there = [...selection].filter(([, ref]) => isThere(index, ref));
  return there.length === selection.size ? selection : new Map(there);
}

/** The one chosen element; null where there is none or several. */
export function soleOf(selection: Selection): ElementRef | null {
  const [first] = selection.values();
  return selection.size === 1 ? (first ?? null) : null;
}

export function leadOf(selection: Selection): ElementRef | null {
  return [...selection.values()].at(-1) ?? null;
}

export function idsOf(selection: Selection, kind: ElementKind): ReadonlyArray<string> {
  return [...selection.values()].flatMap((ref) => (ref.kind === kind ? [ref.id] : []));
}

/** The chosen zones that lie in no other chosen zone: what is inside moves along. */
export function outermostOf(selection: Selection, index: ZoneModelIndex): ReadonlyArray<string> {
  const chosen = new Set(idsOf(selection, "zone"));
  return [...chosen].filter((id) => !ancestorsOf(index, id).some((zone) => chosen.has(zone.id)));
}

export function everythingIn({ model }: ZoneModelIndex): Selection {
  const refs = (kind: ElementKind, elements: ReadonlyArray<{ id: string }>) =>
    elements.map(({ id }): ElementRef => ({ kind, id }));
  return selectionOf([
    ...refs("zone", model.zones),
    ...refs("conduit", model.conduits),
    ...refs("asset", model.assets),
  ]);
}

/** What lies wholly in a box drawn on the canvas; of a line its ends and its middle have to. */
export function chosenBy(box: Box, { nodes, edges, boxes }: Flow): ReadonlyArray<ElementRef> {
  const isIn = ({ x, y, width, height }: Box) =>
    contains(box, { x, y }) && contains(box, { x: x + width, y: y + height });
  const zones = nodes.filter(({ id }) => isIn(boxes.get(id) ?? FAR)).map(({ id }) => id);
  const assets = nodes.flatMap(({ id, data }) => {
    const zone = boxes.get(id);
    if (!zone) return [];
    return data.tiles
      .filter(({ x, y }) => isIn({ x: zone.x + x, y: zone.y + y, ...TILE }))
      .map(({ asset }) => asset.id);
  });
  const conduits = edges.flatMap(({ source, target, data }) => {
    const [from, to] = [boxes.get(source), boxes.get(target)];
    if (!from || !to || !data) return [];
    const curve = curveBetween(from, to, data.bow);
    const isInside = [0, 0.5, 1].every((share) => contains(box, pointOn(curve, share)));
    return isInside ? (data.bundle ?? [data.conduit]).map(({ id }) => id) : [];
  });
  return [
    ...zones.map((id) => ({ kind: "zone" as const, id })),
    ...conduits.map((id) => ({ kind: "conduit" as const, id })),
    ...assets.map((id) => ({ kind: "asset" as const, id })),
  ];
}

/** Where an element is drawn, from the origin of the canvas; undefined where it is hidden or has no room. */
export function boxOfElement({ nodes, edges, boxes }: Flow, { kind, id }: ElementRef): Box | undefined {
  if (kind === "zone") return boxes.get(id);
  if (kind === "asset") {
    for (const node of nodes) {
      const tile = node.data.tiles.find(({ asset }) => asset.id === id);
      const zone = tile && boxes.get(node.id);
      if (tile && zone) return { x: zone.x + tile.x, y: zone.y + tile.y, ...TILE };
    }
    return undefined;
  }
  const edge = edges.find(
    ({ id: first, data }) => first === id || data?.bundle?.some((one) => one.id === id),
  );
  const [from, to] = [boxes.get(edge?.source ?? ""), boxes.get(edge?.target ?? "")];
  if (!from || !to || !edge?.data) return undefined;
  const { x, y } = pointOn(curveBetween(from, to, edge.data.bow), edge.data.labelAt);
  return { x: x - 70, y: y - 15, width: 140, height: 30 };
}

/** The box between two corners, whichever they are. */
export function boxBetween(a: Point, b: Point): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** The smallest box around all; undefined where there is none. */
export function boxAround(boxes: ReadonlyArray<Box>): Box | undefined {
  if (boxes.length === 0) return undefined;
  const corner = boxes.reduce((least, { x, y }) => ({ x: Math.min(least.x, x), y: Math.min(least.y, y) }), {
    x: Number.POSITIVE_INFINITY,
    y: Number.POSITIVE_INFINITY,
  });
  const end = boxes.reduce(
    (most, { x, y, width, height }) => ({ x: Math.max(most.x, x + width), y: Math.max(most.y, y + height) }),
    { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY },
  );
  return boxBetween(corner, end);
}

const FAR: Box = { x: Number.NaN, y: Number.NaN, width: 0, height: 0 };
