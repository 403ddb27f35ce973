import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Point } from "./geometry";

export type AssetDrag = { assetId: string; name: string; at: Point };

type AssetDragOptions = {
  isEnabled: boolean;
  /** The pointer moved while it holds an asset; null when it lets go. */
  onMove(pointer: Point | null): void;
  onDrop(assetId: string, pointer: Point): void;
};

/** Less than this is a click. */
const THRESHOLD = 5;

/** Dragging an asset from zone to zone by pointer: an asset is no node of the canvas, only a drawing in its zone. */
export function useAssetDrag({ isEnabled, onMove, onDrop }: AssetDragOptions) {
  const [drag, setDrag] = useState<AssetDrag | null>(null);
  const latest = useRef({ onMove, onDrop });
  latest.current = { onMove, onDrop };
  const end = useRef<() => void>(() => {});

  useEffect(() => () => end.current(), []);

  const start = useCallback(
    (event: PointerEvent) => {
      const tile = event.target instanceof Element ? event.target.closest("[data-asset-id]") : null;
      const assetId = tile?.getAttribute("data-asset-id");
      if (!isEnabled || !assetId || event.button !== 0 || !event.isPrimary) return;
      const from = { x: event.clientX, y: event.clientY };
      const name = tile?.textContent ?? "";
      let isDragging = false;

      const move = ({ clientX: x, clientY: y }: { clientX: number; clientY: number }) => {
        isDragging ||= Math.hypot(x - from.x, y - from.y) >= THRESHOLD;
        if (!isDragging) return;
        setDrag({ assetId, name, at: { x, y } });
        latest.current.onMove({ x, y });
      };
      const drop = ({ clientX: x, clientY: y }: { clientX: number; clientY: number }) => {
        end.current();
        if (isDragging) latest.current.onDrop(assetId, { x, y });
      };
      const cancel = ({ key }: { key?: string }) => {
        if (key === undefined || key === "Escape") end.current();
      };
      const listening = new AbortController();
      const { signal } = listening;
      end.current = () => {
        listening.abort();
        setDrag(null);
        latest.current.onMove(null);
      };
      window.addEventListener("pointermove", move, { signal });
      window.addEventListener("pointerup", drop, { signal });
      window.addEventListener("pointercancel", () => end.current(), { signal });
      window.addEventListener("keydown", cancel, { signal, capture: true });
    },
    [isEnabled],
  );

  return { drag, start };
}
