import { type ReactFlowState, useStore } from "@xyflow/react";
import { LABEL_ZOOM, TITLE_ZOOM } from "./measures";

const hasTitles = (state: ReactFlowState) => state.transform[2] >= TITLE_ZOOM;

/** True where names can be read. Changes only when the threshold is crossed, not with every step of the wheel. */
export function useHasTitles(): boolean {
  return useStore(hasTitles);
}

const isLabelLarge = (state: ReactFlowState) => state.transform[2] >= LABEL_ZOOM;

/** True where the label of a conduit can be pressed and read. */
export function useIsLabelLarge(): boolean {
  return useStore(isLabelLarge);
}

const zoomStep = (state: ReactFlowState) => 2 ** (Math.round(Math.log2(state.transform[2]) * 2) / 2);

/** The zoom in coarse steps, for lines that keep their width: `non-scaling-stroke` does not see CSS transforms. */
export function useZoomStep(): number {
  return useStore(zoomStep);
}
