import { useStoreApi } from "@xyflow/react";
import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { type Box, encloses } from "../geometry";
import { type DetailStore, openDetails } from "./detail-store";
import { type Detail, detailAt, grown, wantedDetails } from "./wanted-details";

/** Beside the view as much again as half of it: panning meets zones that are drawn already. */
const MARGIN = 0.25;

const DetailContext = createContext<DetailStore | null>(null);
export const DetailProvider = DetailContext.Provider;

type Looked = { boxes: ReadonlyMap<string, Box>; view: Box; area: Box; detail: Detail };

/** Follows the view; `area` is where details are drawn, null while they cannot be read. */
export function useDetails(boxes: ReadonlyMap<string, Box>): { details: DetailStore; area: Box | null } {
  const store = useStoreApi();
  const [details] = useState(() => openDetails((work) => requestAnimationFrame(work)));
  const [area, setArea] = useState<Box | null>(null);
  useEffect(() => {
    let last: Looked | undefined;
    const look = () => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      const detail = detailAt(zoom);
      if (last && isStillRight(last, detail, view)) return;
      last = { boxes, view, detail, area: grown(view, MARGIN) };
      details.want(wantedDetails(boxes, last.area, detail), detail === "full");
      setArea(detail === "full" ? last.area : null);
    };
    look();
    return store.subscribe(look);
  }, [store, boxes, details]);
  return { details, area };
}

/** Within what was looked at, and not so much closer that most of it is out of view. */
function isStillRight(last: Looked, detail: Detail, view: Box): boolean {
  if (detail !== last.detail) return false;
  return detail === "none" || (encloses(last.area, view) && view.width > last.view.width / 2);
}

const NOTHING_TO_END = () => {};
const NO_SUBSCRIPTION = () => NOTHING_TO_END;

/** What one zone draws. Changes for this zone alone. */
export function useDetail(zoneId: string): Detail {
  const details = useContext(DetailContext);
  const subscribe = useCallback(
    (listener: () => void) => details?.subscribe(zoneId, listener) ?? NOTHING_TO_END,
    [details, zoneId],
  );
  return useSyncExternalStore(subscribe, () => details?.read(zoneId) ?? "full");
}

/** True where every zone in view draws itself. */
export function useIsCovered(): boolean {
  const details = useContext(DetailContext);
  return useSyncExternalStore(
    details?.subscribeCovered ?? NO_SUBSCRIPTION,
    () => details?.isCovered() ?? true,
  );
}
