// The graph of the diagram bench in maxGraph: zones and assets as nested vertices, straight edges.
import { Graph } from "@maxgraph/core";
import { boxOf, COLOURS, centred, fitted, MARKS, STEP } from "./diagram-peer.mjs";

/** @type {any} */ let graph;
/** @type {any} */ let drawn;
/** @type {HTMLElement} */ let canvas;

export function prepare(/** @type {HTMLElement} */ container) {
  canvas = container;
  graph = new Graph(container);
  graph.setPanning(true);
  const panning = graph.getPlugin("PanningHandler");
  panning.useLeftButtonForPanning = true;
  container.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const { scale, translate } = graph.view;
      const next = scale * STEP ** -Math.sign(event.deltaY);
      const x = translate.x + event.clientX / next - event.clientX / scale;
      const y = translate.y + event.clientY / next - event.clientY / scale;
      graph.view.scaleAndTranslate(next, x, y);
    },
    { passive: false },
  );
}

export function draw(/** @type {any} */ given) {
  drawn = given;
  fit();
  const root = graph.getDefaultParent();
  /** @type {Map<string, any>} */
  const vertices = new Map();
  graph.batchUpdate(() => {
    for (const { id, name, level, parentId, box } of given.zones) {
      const around = parentId ? boxOf(given, parentId) : { x: 0, y: 0 };
      const style = { fillColor: COLOURS[level], strokeColor: "#555", align: "left", verticalAlign: "top" };
      const parent = vertices.get(parentId) ?? root;
      const position = [box.x - around.x, box.y - around.y];
      vertices.set(
        id,
        graph.insertVertex({ parent, id, value: name, position, size: [box.width, box.height], style }),
      );
    }
    for (const { id, name, zoneId, status, box } of given.assets) {
      const around = boxOf(given, zoneId);
      const position = [box.x - around.x, box.y - around.y];
      const asset = graph.insertVertex({
        ...{ parent: vertices.get(zoneId), id, value: name, position, size: [box.width, box.height] },
        style: { fillColor: "#fff", strokeColor: "#888", fontSize: 11 },
      });
      graph.insertVertex({
        ...{ parent: asset, id: `${id}-mark`, value: "", position: [4, 4], size: [8, 8] },
        style: { fillColor: MARKS[status], strokeColor: "none" },
      });
    }
    for (const { id, from, to, label } of given.conduits)
      graph.insertEdge({
        ...{ parent: root, id, value: label, source: vertices.get(from), target: vertices.get(to) },
        style: { strokeColor: "#336", endArrow: "none" },
      });
  });
}

export function isDrawn() {
  const { zones, assets, conduits } = drawn;
  return graph.view.states.size >= zones.length + 2 * assets.length + conduits.length;
}

/** The translation of a view counts in units of the drawing, not of the screen. */
function look(/** @type {{ x: number, y: number, zoom: number }} */ { x, y, zoom }) {
  graph.view.scaleAndTranslate(zoom, x / zoom, y / zoom);
}

export function fit() {
  look(fitted(drawn.size, canvas));
}

export function comeClose(/** @type {string} */ id) {
  look({ ...centred(boxOf(drawn, id), canvas), zoom: 1 });
}

export function view() {
  const { scale, translate } = graph.view;
  return { x: translate.x * scale, y: translate.y * scale, zoom: scale };
}

export function cornerOf(/** @type {string} */ id) {
  return graph.view.getState(graph.getDataModel().getCell(id));
}

export function cellAt(/** @type {{ x: number, y: number }} */ { x, y }) {
  // A label or the wide margin of a line counts as its cell, though no cell is found there.
  const met = document.elementFromPoint(x, y);
  const isBackground = met === canvas || met?.localName === "svg";
  return graph.getCellAt(x, y)?.id ?? (isBackground ? null : "unknown");
}
