import { type ReactFlowState, useStore } from "@xyflow/react";
import { NEAR_ZOOM } from "./measures";

const isNear = (state: ReactFlowState) => state.transform[2] >= NEAR_ZOOM;

/** True where details can be read. Changes only when the threshold is crossed, not with every step of the wheel. */
export function useIsNear(): boolean {
  return useStore(isNear);
}
