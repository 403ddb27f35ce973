import { useReactFlow, useStoreApi } from "@xyflow/react";
import { memo, type PointerEvent, useEffect, useMemo, useRef } from "react";
import { type Box, encloses } from "./geometry";
import { boxAround } from "./selection";

const MARGIN = 0.04;

/**
 * The whole model small, with a frame around what is in view: one path for all zones, and a frame that moves without
 * React. Hidden while everything is in view. For the pointer; the list of zones leads the keyboard to each of them.
 */
export const Minimap = memo(function Minimap({ boxes }: { boxes: ReadonlyMap<string, Box> }) {
  const store = useStoreApi();
  const { setCenter, getZoom } = useReactFlow();
  const map = useRef<SVGSVGElement>(null);
  const frame = useRef<SVGRectElement>(null);
  const all = useMemo(() => boxAround([...boxes.values()]), [boxes]);
  const path = useMemo(
    () =>
      [...boxes.values()]
        .map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`)
        .join(""),
    [boxes],
  );

  useEffect(() => {
    const draw = () => {
      const { width, height, transform } = store.getState();
      const [x, y, zoom] = transform;
      const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      for (const [name, value] of Object.entries(view)) frame.current?.setAttribute(name, value.toFixed(1));
      map.current?.toggleAttribute("data-idle", all === undefined || encloses(view, all));
    };
    draw();
    return store.subscribe((state, before) => {
      if (
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height
      )
        draw();
    });
  }, [store, all]);

  if (!all) return null;
  const move = (event: PointerEvent) => {
    const matrix = map.current?.getScreenCTM()?.inverse();
    if (!matrix || (event.type === "pointermove" && event.buttons !== 1)) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    void setCenter(x, y, { zoom: getZoom() });
  };
  const margin = Math.max(all.width, all.height) * MARGIN;
  return (
    <svg
      ref={map}
      className="minimap canvas-aside"
      viewBox={`${all.x - margin} ${all.y - margin} ${all.width + 2 * margin} ${all.height + 2 * margin}`}
      aria-hidden
      focusable="false"
      onPointerDown={move}
      onPointerMove={move}
    >
      <path className="minimap-zones" d={path} />
      <rect ref={frame} className="minimap-view" />
    </svg>
  );
});
