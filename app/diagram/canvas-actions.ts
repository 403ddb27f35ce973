import { createContext, useContext } from "react";

/** What a node or a line of the canvas can ask for. One object for the whole visit: none draws again because of it. */
export type CanvasActions = {
  mayEdit: boolean;
  endResize(zoneId: string): void;
  toggleCollapse(zoneId: string): void;
};

const CanvasActionsContext = createContext<CanvasActions>({
  mayEdit: false,
  endResize: () => {},
  toggleCollapse: () => {},
});

export const CanvasActionsProvider = CanvasActionsContext.Provider;

export function useCanvasActions(): CanvasActions {
  return useContext(CanvasActionsContext);
}
