import { useEffect, useRef } from "react";
import { takeSteps } from "~/components/in-page-steps";
import { paths } from "~/paths";
import { isOverlay, type Overlay } from "./overlays/overlay";

/**
 * What of the view is in the address. `candidate`: a release, "" while one is being chosen, null while none is tried.
 * `notice`: whose reach is shown, where one was named.
 */
export type View = { overlay: Overlay; candidate: string | null; notice: string | null };

/** The view that an address asks for; the target where it asks for none that there is. */
export function viewOf(search: URLSearchParams): View {
  const wished = search.get("overlay");
  const overlay = isOverlay(wished) ? wished : "target";
  const notice = overlay === "notice" ? search.get("notice") || null : null;
  return { overlay, candidate: search.get("candidate"), notice };
}

/** The address of a view, which can be sent to a colleague. */
export function addressOf(
  modelId: string,
  element: string | undefined,
  { overlay, candidate, notice }: View,
): string {
  return paths.model(modelId, {
    ...(element !== undefined && { element }),
    ...(overlay !== "target" && { overlay }),
    ...(candidate !== null && { candidate }),
    ...(overlay === "notice" && notice !== null && { notice }),
  });
}

/**
 * Keeps the address with the drawing. Another overlay or product is a step that the browser's button takes back; another
 * selection is none. Nothing is loaded for either, so the router neither makes these steps nor hears of them: it would
 * read the model again, and show its error page where the line is cut.
 */
export function useAddress(
  modelId: string,
  element: string | undefined,
  view: View,
  onView: (view: View) => void,
): void {
  const { overlay, candidate, notice } = view;
  const isFirst = useRef(true);
  useEffect(() => {
    const now = viewOf(new URLSearchParams(location.search));
    const isOther = now.overlay !== overlay || now.candidate !== candidate || now.notice !== notice;
    const isStep = !isFirst.current && isOther;
    isFirst.current = false;
    const address = addressOf(modelId, element, { overlay, candidate, notice });
    if (`${location.pathname}${location.search}` === address) return;
    if (isStep) history.pushState(history.state, "", address);
    else history.replaceState(history.state, "", address);
  }, [modelId, element, overlay, candidate, notice]);

  const latest = useRef(onView);
  latest.current = onView;
  useEffect(() => {
    const path = paths.model(modelId);
    return takeSteps(() => {
      if (location.pathname !== path) return false;
      latest.current(viewOf(new URLSearchParams(location.search)));
      return true;
    });
  }, [modelId]);
}
