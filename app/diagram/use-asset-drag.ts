import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Point } from "./geometry";
import { followPointer, swallowClick } from "./pointer-drag";

/** `started` and `at` are where the pointer was pressed and where it is. */
export type AssetDrag = { assetId: string; name: string; started: Point; at: Point };

type AssetDragOptions = {
  isEnabled: boolean;
  /** A finger that moves over the canvas means the view unless it began on what is chosen. */
  isChosen(assetId: string): boolean;
  /** The pointer moved while it holds an asset; null when it lets go. */
  onMove(drag: AssetDrag | null): void;
  onDrop(drag: AssetDrag): void;
};

/** Dragging assets from zone to zone by pointer: an asset is no node of the canvas, only a drawing in its zone. */
export function useAssetDrag({ isEnabled, isChosen, onMove, onDrop }: AssetDragOptions) {
  const [drag, setDrag] = useState<AssetDrag | null>(null);
  const latest = useRef({ isChosen, onMove, onDrop });
  latest.current = { isChosen, onMove, onDrop };
  const end = useRef<() => void>(() => {});

  useEffect(() => () => end.current(), []);

  const start = useCallback(
    (event: PointerEvent) => {
      const tile = event.target instanceof Element ? event.target.closest("[data-asset-id]") : null;
      const assetId = tile?.getAttribute("data-asset-id");
      if (!isEnabled || !assetId || event.button !== 0 || !event.isPrimary || event.shiftKey) return;
      const isAside = tile?.closest(".canvas-aside") !== null;
      if (event.pointerType === "touch" && !isAside && !latest.current.isChosen(assetId)) return;
      const started = { x: event.clientX, y: event.clientY };
      const dragAt = (at: Point): AssetDrag => ({
        assetId,
        name: tile?.querySelector(".asset-name")?.textContent ?? "",
        started,
        at,
      });
      end.current = followPointer(started, {
        onMove(at) {
          setDrag(dragAt(at));
          latest.current.onMove(dragAt(at));
        },
        onDrop(at) {
          swallowClick();
          latest.current.onDrop(dragAt(at));
        },
        onEnd() {
          setDrag(null);
          latest.current.onMove(null);
        },
      });
    },
    [isEnabled],
  );

  return { drag, start };
}
