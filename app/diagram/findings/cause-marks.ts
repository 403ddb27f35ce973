import { classNames } from "~/components/class-names";
import type { ConduitEdge } from "../to-edges";
import type { ZoneNode, ZoneNodeContent } from "../to-flow";
import type { Cause } from "./cause";

/** Nodes with the boxes of a cause marked; the style sheet dims the others, which stay as they are. */
export function nodesWithCause(nodes: Array<ZoneNode>, cause: Cause | null): Array<ZoneNode> {
  if (!cause) return nodes;
  return nodes.map((node) =>
    cause.zones.has(node.id)
      ? {
          ...node,
          className: classNames(node.className, "is-cause"),
          data: withCauseAssets(node.data, cause),
        }
      : node,
  );
}

const known = new WeakMap<ZoneNodeContent, { cause: Cause; content: ZoneNodeContent }>();

/** The same object for the same cause, or every step of a drag would draw the tiles anew. */
function withCauseAssets(content: ZoneNodeContent, cause: Cause): ZoneNodeContent {
  if (!content.tiles.some(({ asset }) => cause.assets.has(asset.id))) return content;
  const before = known.get(content);
  if (before?.cause === cause) return before.content;
  const next = { ...content, causeAssets: cause.assets };
  known.set(content, { cause, content: next });
  return next;
}

/** Lines that belong to a cause, wholly or in part. */
export function causeLines(edges: ReadonlyArray<ConduitEdge>, cause: Cause | null): ReadonlySet<string> {
  if (!cause) return NO_LINES;
  return new Set(
    edges
      .filter(({ id, data }) => (data?.bundle ?? [{ id }]).some((conduit) => cause.conduits.has(conduit.id)))
      .map(({ id }) => id),
  );
}

const NO_LINES: ReadonlySet<string> = new Set();

export function edgesWithCause(edges: Array<ConduitEdge>, lines: ReadonlySet<string>): Array<ConduitEdge> {
  if (lines.size === 0) return edges;
  return edges.map((edge) =>
    edge.data && lines.has(edge.id)
      ? { ...edge, zIndex: 1_000, data: { ...edge.data, isCause: true } }
      : edge,
  );
}
