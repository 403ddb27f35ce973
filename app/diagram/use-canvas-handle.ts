import { useReactFlow, useStoreApi } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { CanvasHandle } from "./canvas-handle";
import { type Box, centreOf, contains, curveBetween, type Point, pointOn } from "./geometry";
import { NEAR_ZOOM } from "./measures";
import type { Flow } from "./to-flow";

type HandleOptions = {
  frame: RefObject<HTMLDivElement>;
  flow: Flow;
  onReady(handle: CanvasHandle): void;
};

const FRAMES_TO_WAIT = 20;
const MOVE = { duration: 180 };

/** Gives the rest of the editor a hold on the canvas, once it stands. */
export function useCanvasHandle({ frame, flow, onReady }: HandleOptions): void {
  const { fitView, zoomIn, zoomOut, setCenter, screenToFlowPosition, getZoom } = useReactFlow();
  const store = useStoreApi();
  const latest = useRef(flow);
  latest.current = flow;
  const ready = useRef(onReady);
  ready.current = onReady;

  useEffect(() => {
    const middle = (): Point => {
      const rect = frame.current?.getBoundingClientRect();
      return screenToFlowPosition({
        x: (rect?.left ?? 0) + (rect?.width ?? 0) / 2,
        y: (rect?.top ?? 0) + (rect?.height ?? 0) / 2,
      });
    };
    const isInView = (point: Point) => {
      const { width, height, transform } = store.getState();
      const [x, y, zoom] = transform;
      return contains({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }, point);
    };
    const show = (element: ElementRef) => {
      const point = middleOf(latest.current, element);
      frame.current?.scrollIntoView({ block: "nearest" });
      if (point) void setCenter(point.x, point.y, { zoom: Math.max(getZoom(), NEAR_ZOOM + 0.2), ...MOVE });
    };
    const focus = (element: ElementRef | null) => {
      const point = element && middleOf(latest.current, element);
      if (point && !isInView(point)) void setCenter(point.x, point.y, { zoom: getZoom() });
      let frames = 0;
      const attempt = () => {
        const button = element && frame.current?.querySelector<HTMLElement>(selectorOf(element));
        if (button) button.focus({ preventScroll: true });
        else if (element && frames < FRAMES_TO_WAIT) {
          frames += 1;
          requestAnimationFrame(attempt);
        } else frame.current?.querySelector<HTMLElement>(".zone-title")?.focus({ preventScroll: true });
      };
      attempt();
    };
    ready.current({
      fit: () => void fitView({ padding: 0.04, maxZoom: 1, ...MOVE }),
      zoom: (direction) => void (direction === "in" ? zoomIn(MOVE) : zoomOut(MOVE)),
      show,
      focus,
      centre: middle,
    });
  }, [frame, fitView, zoomIn, zoomOut, setCenter, screenToFlowPosition, getZoom, store]);
}

function selectorOf({ kind, id }: ElementRef): string {
  const name = CSS.escape(id);
  return kind === "conduit" ? `[data-conduit-id="${name}"]` : `[data-zone-id="${name}"] > .zone-title`;
}

function middleOf(flow: Flow, { kind, id }: ElementRef): Point | undefined {
  if (kind === "zone") return centreOfBox(flow.boxes.get(id));
  if (kind === "asset") {
    const node = flow.nodes.find(({ data }) => data.tiles.some(({ asset }) => asset.id === id));
    return centreOfBox(flow.boxes.get(node?.id ?? ""));
  }
  const edge = flow.edges.find((candidate) => candidate.id === id);
  const from = flow.boxes.get(edge?.source ?? "");
  const to = flow.boxes.get(edge?.target ?? "");
  return from && to && edge?.data
    ? pointOn(curveBetween(from, to, edge.data.bow), edge.data.labelAt)
    : undefined;
}

function centreOfBox(box: Box | undefined): Point | undefined {
  return box && centreOf(box);
}
