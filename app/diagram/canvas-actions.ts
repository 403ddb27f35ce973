import { createContext, useContext } from "react";
import type { Size } from "./geometry";

/** What a node of the canvas can ask for. One object for the whole visit: no node draws again because of it. */
export type CanvasActions = { resize(zoneId: string, size: Size): void };

const CanvasActionsContext = createContext<CanvasActions>({ resize: () => {} });

export const CanvasActionsProvider = CanvasActionsContext.Provider;

export function useCanvasActions(): CanvasActions {
  return useContext(CanvasActionsContext);
}
