import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { Box } from "./geometry";
import { idsOf, isChosen, type Selection } from "./selection";
import type { ConduitEdge } from "./to-edges";
import type { ZoneNode, ZoneNodeContent } from "./to-flow";

/** Where the boxes stand just now, dragged ones included. */
export function boxesOf(nodes: ReadonlyArray<ZoneNode>): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const { id, parentId, position, width = 0, height = 0 } of nodes) {
    const origin = (parentId ? boxes.get(parentId) : undefined) ?? { x: 0, y: 0 };
    boxes.set(id, { x: position.x + origin.x, y: position.y + origin.y, width, height });
  }
  return boxes;
}

/** Nodes with the marks of the selection; only those whose mark differs are new, so that only they draw again. */
export function withMarks(
  nodes: Array<ZoneNode>,
  selection: Selection,
  targetId: string | null,
): Array<ZoneNode> {
  const chosenIn = chosenTilesByZone(nodes, selection);
  return nodes.map((node) => {
    const isSelected = isChosen(selection, { kind: "zone", id: node.id });
    const className = node.id === targetId ? "is-target" : undefined;
    const data = withTiles(node.data, chosenIn.get(node.id));
    if (Boolean(node.selected) === isSelected && node.className === className && data === node.data)
      return node;
    return { ...node, data, selected: isSelected, className };
  });
}

const still = new WeakMap<ZoneNode, ZoneNode>();

/** Under a finger only what is chosen moves: a finger on anything else moves the view, and two zoom it. */
export function withStill(nodes: Array<ZoneNode>): Array<ZoneNode> {
  return nodes.map((node) => {
    if (node.selected) return node;
    const known = still.get(node) ?? { ...node, draggable: false };
    still.set(node, known);
    return known;
  });
}

function chosenTilesByZone(
  nodes: ReadonlyArray<ZoneNode>,
  selection: Selection,
): ReadonlyMap<string, ReadonlyArray<string>> {
  const chosen = new Map<string, ReadonlyArray<string>>();
  const assetIds = new Set(idsOf(selection, "asset"));
  if (assetIds.size === 0) return chosen;
  for (const { id, data } of nodes) {
    const ids = data.tiles.map(({ asset }) => asset.id).filter((assetId) => assetIds.has(assetId));
    if (ids.length > 0) chosen.set(id, ids);
  }
  return chosen;
}

const marked = new WeakMap<ZoneNodeContent, { key: string; content: ZoneNodeContent }>();

/** The same object for the same marks, or dragging a zone would draw its tiles anew with every step. */
function withTiles(content: ZoneNodeContent, chosen: ReadonlyArray<string> | undefined): ZoneNodeContent {
  if (!chosen) return content;
  const key = chosen.join(" ");
  const known = marked.get(content);
  if (known?.key === key) return known.content;
  const next = { ...content, chosenAssets: new Set(chosen) };
  marked.set(content, { key, content: next });
  return next;
}

/** What a line stands for: its conduit, or all conduits that end in a collapsed zone. */
export function conduitsOfLine(edges: ReadonlyArray<ConduitEdge>, id: string): ReadonlyArray<ElementRef> {
  const edge = edges.find((candidate) => candidate.id === id);
  const conduits = edge?.data?.bundle ?? [{ id }];
  return conduits.map((conduit) => ({ kind: "conduit", id: conduit.id }));
}

/** Lines that are chosen, wholly or in part. */
export function chosenLines(edges: ReadonlyArray<ConduitEdge>, selection: Selection): ReadonlySet<string> {
  return new Set(
    edges
      .filter(({ id, data }) =>
        (data?.bundle ?? [{ id }]).some((conduit) =>
          isChosen(selection, { kind: "conduit", id: conduit.id }),
        ),
      )
      .map(({ id }) => id),
  );
}
