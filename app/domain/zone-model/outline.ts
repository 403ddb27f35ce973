import { ancestorsOf, assetsIn, childrenOf, type ZoneModelIndex } from "./queries";
import type { ElementKind, ElementRef } from "./zone-model";

/** `conduits`: all of them. `stray`: assets in no zone. */
export const OUTLINE_GROUPS = ["conduits", "stray"] as const;
export type OutlineGroup = (typeof OUTLINE_GROUPS)[number];

/** One line of the outline of a model, as a tree reads from top to bottom. */
export type OutlineLine = {
  kind: ElementKind | "group";
  id: string;
  /** 1 at the top. */
  level: number;
  /** Its place among its siblings, counted from 1. */
  position: number;
  siblings: number;
  /** null where nothing is inside. */
  isOpen: boolean | null;
};

/** What is open and, where a search narrows it, what is to be seen. */
export type OutlineView = {
  /** Asked with the id of a zone or the name of a group. */
  isOpen(id: string): boolean;
  isShown?(element: ElementRef): boolean;
};

type Node = Pick<OutlineLine, "kind" | "id"> & { inside(): ReadonlyArray<Node> };

/**
 * The visible lines: zones with their sub-zones and then their assets, behind them the conduits and the assets in no zone, each
 * group only where it has members. One pass over what is open.
 */
export function outlineOf(index: ZoneModelIndex, view: OutlineView): ReadonlyArray<OutlineLine> {
  const lines: Array<OutlineLine> = [];
  const shown = (nodes: ReadonlyArray<Node>) =>
    nodes.filter(({ kind, id }) => kind === "group" || (view.isShown?.({ kind, id }) ?? true));
  const walk = (nodes: ReadonlyArray<Node>, level: number): void => {
    for (const [place, { kind, id, inside }] of nodes.entries()) {
      const members = shown(inside());
      const isOpen = members.length === 0 ? null : view.isOpen(id);
      lines.push({ kind, id, level, position: place + 1, siblings: nodes.length, isOpen });
      if (isOpen) walk(members, level + 1);
    }
  };
  const groups = OUTLINE_GROUPS.map((group) => groupNode(index, group)).filter(
    (group) => shown(group.inside()).length > 0,
  );
  walk([...shown(zoneNodes(index, null)), ...groups], 1);
  return lines;
}

/** Elements and the zones around them: what an outline shows of a search. */
export function withSurroundings(
  index: ZoneModelIndex,
  found: Iterable<ElementRef>,
): (element: ElementRef) => boolean {
  const keys = new Set<string>();
  const addZone = (zoneId: string) => {
    keys.add(`zone:${zoneId}`);
    for (const { id } of ancestorsOf(index, zoneId)) keys.add(`zone:${id}`);
  };
  for (const { kind, id } of found) {
    keys.add(`${kind}:${id}`);
    const zoneId = kind === "zone" ? id : kind === "asset" ? index.assetById.get(id)?.zoneId : null;
    if (zoneId) addZone(zoneId);
  }
  return ({ kind, id }) => keys.has(`${kind}:${id}`);
}

function zoneNodes(index: ZoneModelIndex, parentId: string | null): ReadonlyArray<Node> {
  return childrenOf(index, parentId).map(({ id }) => ({
    kind: "zone",
    id,
    inside: () => [...zoneNodes(index, id), ...leaves("asset", assetsIn(index, id))],
  }));
}

function groupNode(index: ZoneModelIndex, group: OutlineGroup): Node {
  return {
    kind: "group",
    id: group,
    inside: () =>
      group === "conduits" ? leaves("conduit", index.model.conduits) : leaves("asset", assetsIn(index, null)),
  };
}

function leaves(kind: ElementKind, elements: ReadonlyArray<{ id: string }>): ReadonlyArray<Node> {
  return elements.map(({ id }) => ({ kind, id, inside: () => [] }));
}
