import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { Point } from "./geometry";
import { followPointer, swallowClick } from "./pointer-drag";

/** One end of a conduit in the hand: where its other end stands and where the pointer is, on the canvas. */
export type EndDrag = { conduitId: string; end: "from" | "to"; fixed: Point; at: Point };

type EndDragOptions = {
  toCanvas(pointer: Point): Point;
  onMove(drag: EndDrag | null): void;
  onDrop(drag: EndDrag): void;
};

/** Dragging an end of the selected conduit to another zone. */
export function useEndDrag({ toCanvas, onMove, onDrop }: EndDragOptions) {
  const [drag, setDrag] = useState<EndDrag | null>(null);
  const latest = useRef({ toCanvas, onMove, onDrop });
  latest.current = { toCanvas, onMove, onDrop };
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const start = (event: PointerEvent) => {
    const grip = event.target instanceof Element ? event.target.closest<SVGElement>(".conduit-end") : null;
    const { conduit: conduitId, end, fixedX, fixedY } = grip?.dataset ?? {};
    if (!conduitId || event.button !== 0 || !event.isPrimary) return;
    const dragAt = (pointer: Point): EndDrag => ({
      conduitId,
      end: end === "from" ? "from" : "to",
      fixed: { x: Number(fixedX), y: Number(fixedY) },
      at: latest.current.toCanvas(pointer),
    });
    stop.current = followPointer(
      { x: event.clientX, y: event.clientY },
      {
        onMove(pointer) {
          setDrag(dragAt(pointer));
          latest.current.onMove(dragAt(pointer));
        },
        onDrop(pointer) {
          swallowClick();
          latest.current.onDrop(dragAt(pointer));
        },
        onEnd() {
          setDrag(null);
          latest.current.onMove(null);
        },
      },
    );
  };

  return { drag, start };
}
