import { type ReactFlowState, useStore } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { NEAR_ZOOM } from "./measures";

/** From farther away nothing is there that could be hit but zones. */
const stepBelow = ({ transform }: ReactFlowState) =>
  2 ** (Math.floor(Math.log2(Math.max(transform[2], NEAR_ZOOM)) * 2) / 2);

/** After the last step of a zoom; a step restyles everything that hears of it. */
const SETTLED_MS = 150;

/**
 * Tells the style sheet how much larger than on the screen something has to be on the canvas: what is to be hit keeps
 * its size however far away it is. In coarse steps and once a zoom has settled, so that turning the wheel restyles nothing.
 */
export function useUnzoom(frame: RefObject<HTMLElement>): void {
  const step = useStore(stepBelow);
  useEffect(() => {
    const tell = () => frame.current?.style.setProperty("--unzoom", String(1 / step));
    const timer = setTimeout(tell, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [frame, step]);
}
