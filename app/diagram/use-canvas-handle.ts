import { useReactFlow, useStoreApi } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";
import { zoneOfAsset } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { CanvasHandle } from "./canvas-handle";
import { drawnAs } from "./collapse";
import { watchFocus } from "./focus";
import { type Box, centreOf, contains, type Point } from "./geometry";
import { NEAR_ZOOM } from "./measures";
import { boxAround, boxOfElement } from "./selection";
import type { Drawing } from "./use-drawing";

type HandleOptions = {
  frame: RefObject<HTMLDivElement>;
  drawing: Drawing;
  onReady(handle: CanvasHandle): void;
};

const FRAMES_TO_WAIT = 20;
const MOVE = { duration: 180 };

/** Gives the rest of the editor a hold on the canvas, once it stands. */
export function useCanvasHandle({ frame, drawing, onReady }: HandleOptions): void {
  const { fitView, fitBounds, zoomIn, zoomOut, zoomTo, setCenter, screenToFlowPosition, getZoom } =
    useReactFlow();
  const store = useStoreApi();
  const latest = useRef(drawing);
  latest.current = drawing;
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
      const box = drawnBoxOf(latest.current, element);
      frame.current?.scrollIntoView({ block: "nearest" });
      if (!box) return;
      const { x, y } = centreOf(box);
      void setCenter(x, y, { zoom: Math.max(getZoom(), NEAR_ZOOM + 0.2), ...MOVE });
    };
    const isOnControl = () => {
      const focused = document.activeElement;
      return focused !== frame.current && Boolean(frame.current?.contains(focused));
    };
    let turn = 0;
    const focus = (element: ElementRef | null) => {
      if (!element && isOnControl()) return;
      const box = element && drawnBoxOf(latest.current, element);
      const point = box && centreOf(box);
      if (point && !isInView(point)) void setCenter(point.x, point.y, { zoom: getZoom() });
      turn += 1;
      const [mine, isUnmoved] = [turn, watchFocus()];
      let frames = 0;
      const attempt = () => {
        if (mine !== turn || !isUnmoved()) return;
        const button =
          element && frame.current?.querySelector<HTMLElement>(selectorOf(latest.current, element));
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
      actualSize: () => void zoomTo(1, MOVE),
      zoomTo(elements) {
        const around = boxAround(elements.flatMap((element) => drawnBoxOf(latest.current, element) ?? []));
        if (!around) return;
        // A single small box would fill the screen.
        const room = {
          x: around.x - 40,
          y: around.y - 40,
          width: around.width + 80,
          height: around.height + 80,
        };
        const { width, height } = store.getState();
        if (room.width < width && room.height < height) {
          const { x, y } = centreOf(room);
          void setCenter(x, y, { zoom: 1, ...MOVE });
        } else void fitBounds(room, MOVE);
      },
      show,
      reveal(element) {
        const box = drawnBoxOf(latest.current, element);
        if (box && (getZoom() < NEAR_ZOOM || !isInView(centreOf(box)))) show(element);
      },
      focus,
      centre: middle,
    });
  }, [frame, fitView, fitBounds, zoomIn, zoomOut, zoomTo, setCenter, screenToFlowPosition, getZoom, store]);
}

function selectorOf({ index }: Drawing, { kind, id }: ElementRef): string {
  const name = CSS.escape(kind === "zone" ? drawnAs(index)(id) : id);
  if (kind === "conduit") return `[data-conduit-id="${name}"]`;
  if (kind === "zone") return `[data-zone-id="${name}"] > .zone-title`;
  const zone = zoneOfAsset(index, id);
  // A tile takes no focus; the title of its zone and the tray do.
  return zone
    ? `[data-zone-id="${CSS.escape(drawnAs(index)(zone.id))}"] > .zone-title`
    : `button[data-asset-id="${name}"]`;
}

/** The box of an element, or of what hides it: its zone, or the collapsed zone around. */
function drawnBoxOf({ index, flow }: Drawing, element: ElementRef): Box | undefined {
  const own = boxOfElement(flow, element);
  if (own) return own;
  const seenAs = drawnAs(index);
  const conduit = element.kind === "conduit" ? index.conduitById.get(element.id) : undefined;
  const zoneId =
    element.kind === "zone"
      ? element.id
      : element.kind === "asset"
        ? zoneOfAsset(index, element.id)?.id
        : conduit?.fromZoneId;
  return zoneId ? flow.boxes.get(seenAs(zoneId)) : undefined;
}
