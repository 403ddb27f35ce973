import { type ReactFlowState, useStore } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { NEAR_ZOOM } from "./measures";

/** From farther away nothing is there that could be hit but zones. */
const stepBelow = ({ transform }: ReactFlowState) =>
  2 ** (Math.floor(Math.log2(Math.max(transform[2], NEAR_ZOOM)) * 2) / 2);

/**
 * Tells the style sheet how much larger than on the screen something has to be on the canvas: what is to be hit keeps
 * its size however far away it is. In coarse steps, so that zooming does not restyle everything with every turn.
 */
export function useUnzoom(frame: RefObject<HTMLElement>): void {
  const step = useStore(stepBelow);
  useEffect(() => frame.current?.style.setProperty("--unzoom", String(1 / step)), [frame, step]);
}
