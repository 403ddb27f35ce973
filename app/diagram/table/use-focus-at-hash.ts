import { useLocation } from "@remix-run/react";
import { useEffect } from "react";

/** The state of a step that leaves the keyboard where it is: the next key may have been pressed before the page shows. */
export const FOCUS_STAYS = { focusStays: true };

/**
 * After a step inside the page the keyboard goes on where the address points, as a browser does on its own when a page is
 * loaded: to the forms that were opened, back to the line that was left.
 */
export function useFocusAtHash(): void {
  const { hash, key, state } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step has its own key, the same place too
  useEffect(() => {
    if (hash === "" || state?.focusStays) return;
    const place = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!place) return;
    if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
  }, [hash, key]);
}
