import { ReactFlowProvider } from "@xyflow/react";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { Size } from "./geometry";
import type { ZoneNode } from "./to-flow";

export const FIT = { padding: 0.04, maxZoom: 1 };
export const SMALLEST_ZOOM = 0.05;
export const LARGEST_ZOOM = 2;

/**
 * Looks how large the canvas is before anything is drawn on it, so that a large model is drawn from afar at once instead
 * of first at 100 %.
 */
export function CanvasRoom({ nodes, children }: { nodes: ReadonlyArray<ZoneNode>; children: ReactNode }) {
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const { width, height } = room.current?.getBoundingClientRect() ?? { width: 0, height: 0 };
    setSize({ width, height });
  }, []);
  return (
    <div ref={room} className="canvas-room">
      {size ? (
        <ReactFlowProvider
          initialNodes={[...nodes]}
          initialWidth={size.width}
          initialHeight={size.height}
          initialMinZoom={SMALLEST_ZOOM}
          initialMaxZoom={LARGEST_ZOOM}
          initialFitViewOptions={FIT}
          fitView
        >
          {children}
        </ReactFlowProvider>
      ) : null}
    </div>
  );
}
