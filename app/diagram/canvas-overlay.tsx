import { ViewportPortal } from "@xyflow/react";
import type { Box } from "./geometry";
import type { Guide } from "./snap";
import type { EndDrag } from "./use-end-drag";
import { useZoomStep } from "./zoom-level";

type CanvasOverlayProps = { guides: ReadonlyArray<Guide>; box: Box | null; end: EndDrag | null };

/** What is drawn over the zones for the length of a gesture. */
export function CanvasOverlay({ guides, box, end }: CanvasOverlayProps) {
  const zoom = useZoomStep();
  if (guides.length === 0 && !box && !end) return null;
  return (
    <ViewportPortal>
      <svg
        className="canvas-overlay"
        width={1}
        height={1}
        strokeWidth={1.5 / zoom}
        aria-hidden
        focusable="false"
      >
        {guides.map(({ axis, at, from, to }) => (
          <path
            key={`${axis}${at}`}
            className="guide-line"
            d={axis === "x" ? `M${at} ${from - 24}V${to + 24}` : `M${from - 24} ${at}H${to + 24}`}
          />
        ))}
        {box ? <rect className="select-box" {...box} /> : null}
        {end ? (
          <path
            className="end-line"
            strokeWidth={3 / zoom}
            d={`M${end.fixed.x} ${end.fixed.y}L${end.at.x} ${end.at.y}`}
          />
        ) : null}
      </svg>
    </ViewportPortal>
  );
}
