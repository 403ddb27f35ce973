import { useCallback, useMemo, useState } from "react";
import { usePreference } from "./use-preference";

export type ViewTools = ReturnType<typeof useViewTools>;

/** How a person likes to draw: what is kept for this browser, and what is on for now. */
export function useViewTools() {
  const [isSnapping, toggleSnap] = usePreference("snap", true);
  const [hasMinimap, toggleMinimap] = usePreference("minimap", true);
  const [isBoxSelecting, setIsBoxSelecting] = useState(false);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const toggleBoxSelect = useCallback(() => setIsBoxSelecting((before) => !before), []);
  const openHelp = useCallback(() => setIsHelpOpen(true), []);
  return useMemo(
    () => ({
      ...{ isSnapping, toggleSnap, hasMinimap, toggleMinimap },
      ...{ isBoxSelecting, toggleBoxSelect, isHelpOpen, setIsHelpOpen, openHelp },
    }),
    [
      isSnapping,
      toggleSnap,
      hasMinimap,
      toggleMinimap,
      isBoxSelecting,
      toggleBoxSelect,
      isHelpOpen,
      openHelp,
    ],
  );
}
