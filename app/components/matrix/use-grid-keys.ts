import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type Extent, moveOn, type Place } from "./grid-window";

type Keys = {
  extent: Extent;
  /** Whole rows in sight. */
  page: number;
  scrollTo: (place: Place) => void;
  onTick: (row: number) => void;
  onEscape: () => void;
};

/** The place that a cell or header carries. */
export function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest("[data-cell]") : null;
  const [row, column] = (cell?.getAttribute("data-cell") ?? "").split(":").map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

/** One stop of the Tab key, and from there the keys of a grid: arrows, Home, End, Page, Enter opens, Space ticks. */
export function useGridKeys(region: RefObject<HTMLElement | null>, keys: Keys) {
  const [stop, setStop] = useState<Place>({ row: 0, column: 0 });
  const isMoving = useRef(false);
  useLayoutEffect(() => {
    if (!isMoving.current) return;
    const cell = region.current?.querySelector<HTMLElement>(`[data-cell="${stop.row}:${stop.column}"]`);
    if (!cell) return;
    isMoving.current = false;
    cell.focus({ preventScroll: true });
  }, [region, stop]);
  const onFocus = ({ target }: FocusEvent) => {
    const place = placeOf(target);
    if (place && (place.row !== stop.row || place.column !== stop.column)) setStop(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") return keys.onEscape();
    const { target } = event;
    // Within a cell, what stands there has its own keys.
    if (!(target instanceof HTMLElement) || !target.hasAttribute("data-cell")) return;
    const place = placeOf(target);
    if (!place || event.altKey || event.metaKey) return;
    if (event.key === "Enter") return target.querySelector("a")?.click();
    if (event.key === " " && place.column === -1) {
      event.preventDefault();
      return keys.onTick(place.row);
    }
    const next = moveOn(place, event, keys.extent, keys.page);
    if (!next) return;
    event.preventDefault();
    isMoving.current = true;
    keys.scrollTo(next);
    setStop(next);
  };
  return { stop, onFocus, onKeyDown };
}
