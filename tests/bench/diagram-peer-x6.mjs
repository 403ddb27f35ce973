// The graph of the diagram bench in AntV X6: zones and assets as SVG nodes, nested by `parent`, straight edges.
import { Graph, Shape } from "@antv/x6";
import { boxOf, COLOURS, centred, fitted, MARKS, STEP } from "./diagram-peer.mjs";

/** @type {any} */ let graph;
/** @type {any} */ let drawn;
/** @type {HTMLElement} */ let canvas;

const ASSET_MARKUP = [
  { tagName: "rect", selector: "body" },
  { tagName: "rect", selector: "mark" },
  { tagName: "text", selector: "label" },
];

export function prepare(/** @type {HTMLElement} */ container) {
  canvas = container;
  graph = new Graph({
    container,
    ...{ width: container.clientWidth, height: container.clientHeight },
    panning: true,
    mousewheel: { enabled: true, factor: STEP, minScale: 0.02, maxScale: 2 },
    connecting: { connector: "normal", router: "normal" },
  });
}

export function draw(/** @type {any} */ given) {
  drawn = given;
  const { zones, assets, conduits } = given;
  const origins = new Map(zones.map((/** @type {any} */ { id, box }) => [id, box]));
  const children = new Map(zones.map((/** @type {any} */ { id }) => [id, /** @type {string[]} */ ([])]));
  for (const { id, parentId } of zones) if (parentId) children.get(parentId)?.push(id);
  for (const { id, zoneId } of assets) children.get(zoneId)?.push(id);
  const fit = fitted(given.size, canvas);
  graph.scale(fit.zoom);
  graph.translate(fit.x, fit.y);
  graph.fromJSON({
    nodes: [
      ...zones.map((/** @type {any} */ { id, name, level, parentId, box }) => ({
        ...{ id, shape: "rect", ...box, zIndex: parentId ? 2 : 1, children: children.get(id) },
        ...(parentId && { parent: parentId }),
        attrs: {
          body: { fill: COLOURS[level], stroke: "#555" },
          label: { text: name, refX: 8, refY: 16, textAnchor: "start", fontSize: 14 },
        },
      })),
      ...assets.map((/** @type {any} */ { id, name, zoneId, status, box }) => ({
        ...{ id, ...box, zIndex: 3, parent: origins.has(zoneId) ? zoneId : undefined, markup: ASSET_MARKUP },
        attrs: {
          body: { refWidth: "100%", refHeight: "100%", fill: "#fff", stroke: "#888" },
          mark: { width: 8, height: 8, x: 4, y: 4, fill: MARKS[status] },
          label: { text: name, x: 16, y: 20, fontSize: 11 },
        },
      })),
    ],
    edges: conduits.map((/** @type {any} */ { id, from, to, label }) => ({
      ...{ id, source: from, target: to, zIndex: 4, labels: [label] },
      attrs: { line: { stroke: "#336", targetMarker: null } },
    })),
  });
}

export function isDrawn() {
  const { zones, assets, conduits } = drawn;
  return canvas.getElementsByClassName("x6-cell").length >= zones.length + assets.length + conduits.length;
}

export function fit() {
  const { x, y, zoom } = fitted(drawn.size, canvas);
  graph.scale(zoom);
  graph.translate(x, y);
}

export function comeClose(/** @type {string} */ id) {
  const { x, y } = centred(boxOf(drawn, id), canvas);
  graph.scale(1);
  graph.translate(x, y);
}

export function view() {
  const { tx: x, ty: y } = graph.translate();
  return { x, y, zoom: graph.scale().sx };
}

export function cornerOf(/** @type {string} */ id) {
  return graph.localToClient(graph.getCellById(id).getBBox().topLeft);
}

export function cellAt(/** @type {{ x: number, y: number }} */ { x, y }) {
  return document.elementFromPoint(x, y)?.closest(".x6-cell")?.getAttribute("data-cell-id") ?? null;
}

// Kept by the bundler, as X6 registers its shapes on import.
export const shapes = Object.keys(Shape);
