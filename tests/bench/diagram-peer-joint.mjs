// The graph of the diagram bench in JointJS: zones and assets as elements, embedded, straight links. Asynchronous and
// sorted by `z` at once, which is how its own documentation draws thousands.
import { dia, shapes, util } from "@joint/core";
import { boxOf, COLOURS, centred, fitted, MARKS, STEP } from "./diagram-peer.mjs";

/** @type {any} */ let paper;
/** @type {any} */ let graph;
/** @type {any} */ let drawn;
/** @type {HTMLElement} */ let canvas;

const Asset = dia.Element.define(
  "bench.Asset",
  {
    attrs: {
      body: { width: "calc(w)", height: "calc(h)", fill: "#fff", stroke: "#888" },
      mark: { width: 8, height: 8, x: 4, y: 4 },
      label: { x: 16, y: 20, fontSize: 11 },
    },
  },
  { markup: util.svg`<rect @selector="body"/><rect @selector="mark"/><text @selector="label"/>` },
);

export function prepare(/** @type {HTMLElement} */ container) {
  canvas = container;
  const el = document.createElement("div");
  container.append(el);
  const cellViewNamespace = { ...shapes, bench: { Asset } };
  graph = new dia.Graph({}, { cellNamespace: cellViewNamespace });
  paper = new dia.Paper({
    ...{ el, model: graph, cellViewNamespace },
    ...{ width: container.clientWidth, height: container.clientHeight },
    ...{ async: true, frozen: true, sorting: dia.Paper.sorting.APPROX },
    labelsLayer: false,
  });
  /** @type {{ x: number, y: number, tx: number, ty: number } | null} */
  let held = null;
  paper.on("blank:pointerdown", (/** @type {any} */ { clientX: x, clientY: y }) => {
    const { tx, ty } = paper.translate();
    held = { x, y, tx, ty };
  });
  container.addEventListener("mousemove", ({ clientX, clientY }) => {
    if (held) paper.translate(held.tx + clientX - held.x, held.ty + clientY - held.y);
  });
  window.addEventListener("mouseup", () => {
    held = null;
  });
  const turn = (
    /** @type {any} */ event,
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ delta,
  ) => {
    event.preventDefault();
    paper.scaleUniformAtPoint(paper.scale().sx * STEP ** Math.sign(delta), { x, y });
  };
  paper.on("blank:mousewheel", turn);
  paper.on(
    "cell:mousewheel",
    (
      /** @type {any} */ _view,
      /** @type {any} */ event,
      /** @type {number} */ x,
      /** @type {number} */ y,
      /** @type {number} */ delta,
    ) => turn(event, x, y, delta),
  );
}

export function draw(/** @type {any} */ given) {
  drawn = given;
  const { zones, assets, conduits } = given;
  const children = new Map(zones.map((/** @type {any} */ { id }) => [id, /** @type {string[]} */ ([])]));
  for (const { id, parentId } of zones) if (parentId) children.get(parentId)?.push(id);
  for (const { id, zoneId } of assets) children.get(zoneId)?.push(id);
  fit();
  graph.resetCells([
    ...zones.map((/** @type {any} */ { id, name, level, parentId, box: { x, y, ...size } }) => ({
      ...{ id, type: "standard.Rectangle", position: { x, y }, size, z: parentId ? 2 : 1 },
      ...{ embeds: children.get(id), ...(parentId && { parent: parentId }) },
      attrs: {
        body: { fill: COLOURS[level], stroke: "#555" },
        label: { text: name, x: 8, y: 16, textAnchor: "start", fontSize: 14 },
      },
    })),
    ...assets.map((/** @type {any} */ { id, name, zoneId, status, box: { x, y, ...size } }) => ({
      ...{ id, type: "bench.Asset", position: { x, y }, size, z: 3, parent: zoneId },
      attrs: { mark: { fill: MARKS[status] }, label: { text: name } },
    })),
    ...conduits.map((/** @type {any} */ { id, from, to, label }) => ({
      ...{ id, type: "standard.Link", source: { id: from }, target: { id: to }, z: 4 },
      attrs: { line: { stroke: "#336", strokeWidth: 1, targetMarker: null } },
      labels: [{ attrs: { text: { text: label } } }],
    })),
  ]);
  paper.unfreeze();
}

export function isDrawn() {
  const { zones, assets, conduits } = drawn;
  return canvas.getElementsByClassName("joint-cell").length >= zones.length + assets.length + conduits.length;
}

export function fit() {
  const { x, y, zoom } = fitted(drawn.size, canvas);
  paper.scale(zoom);
  paper.translate(x, y);
}

export function comeClose(/** @type {string} */ id) {
  const { x, y } = centred(boxOf(drawn, id), canvas);
  paper.scale(1);
  paper.translate(x, y);
}

export function view() {
  const { tx: x, ty: y } = paper.translate();
  return { x, y, zoom: paper.scale().sx };
}

export function cornerOf(/** @type {string} */ id) {
  return paper.localToClientPoint(graph.getCell(id).position());
}

export function cellAt(/** @type {{ x: number, y: number }} */ { x, y }) {
  return document.elementFromPoint(x, y)?.closest(".joint-cell")?.getAttribute("model-id") ?? null;
}
