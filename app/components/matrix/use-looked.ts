import {
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import { verdictAt } from "~/domain/assessment/verdict-codes";
import type { Place } from "./grid-window";
import type { Looked } from "./matrix-card";
import type { MatrixProduct, MatrixZone } from "./matrix-sizes";
import { placeOf } from "./use-grid-keys";

type Grid = { held: ReadonlyMap<number, MatrixProduct>; zones: ReadonlyArray<MatrixZone> };
type Look = { place: Place; at: { left: number; top: number } };

/** Whoever passes over cells is not shown every one of them. */
const SHOW_AFTER_MS = 150;
/** As in `app/styles/matrix.css`; the card stays within the frame. */
const CARD = { width: 352, height: 400, gap: 4 };

/** The cell that somebody points at, has the focus on or has tapped, and where its card goes. */
export function useLooked(region: RefObject<HTMLElement | null>, { held, zones }: Grid) {
  const [look, setLook] = useState<Look | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isTouched = useRef(false);
  const show = (target: EventTarget | null) => {
    const place = placeOf(target);
    const cell = target instanceof Element ? target.closest("[data-cell]") : null;
    clearTimeout(timer.current);
    if (!place || !cell || place.row < 0 || place.column < 0) return setLook(null);
    setLook({ place, at: besides(cell, region.current) });
  };
  const close = () => {
    clearTimeout(timer.current);
    setLook(null);
  };
  useEffect(() => {
    const element = region.current;
    // The card would stay where its cell was.
    const onScroll = () => setLook(null);
    element?.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer.current);
      element?.removeEventListener("scroll", onScroll);
    };
  }, [region]);
  const product = look ? held.get(look.place.row) : undefined;
  const zone = look ? zones[look.place.column] : undefined;
  const verdict = product && look ? verdictAt(product.codes, look.place.column) : undefined;
  const card: Looked | null = product && zone && verdict ? { product, zone, verdict } : null;
  return {
    card,
    place: look?.place ?? null,
    at: look?.at ?? { left: 0, top: 0 },
    close,
    focus: ({ target }: FocusEvent) => show(target),
    over: ({ target, pointerType }: PointerEvent) => {
      if (pointerType === "touch") return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => show(target), SHOW_AFTER_MS);
    },
    leave: ({ pointerType }: PointerEvent) => {
      if (pointerType !== "touch") close();
    },
    down: ({ pointerType }: PointerEvent) => {
      isTouched.current = pointerType === "touch";
    },
    /** A finger cannot point: the first tap tells, the link in the card opens. */
    tap: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!isTouched.current || !place || place.row < 0 || place.column < 0) return;
      event.preventDefault();
      event.stopPropagation();
      show(event.target);
    },
  };
}

/** Beside the cell, and within the frame that the region fills. */
function besides(cell: Element, region: HTMLElement | null): { left: number; top: number } {
  if (!region) return { left: 0, top: 0 };
  const [own, frame] = [cell.getBoundingClientRect(), region.getBoundingClientRect()];
  const right = own.right - frame.left + CARD.gap;
  const left = right + CARD.width <= frame.width ? right : own.left - frame.left - CARD.width - CARD.gap;
  const top = Math.min(own.top - frame.top, frame.height - CARD.height);
  return { left: Math.max(0, left), top: Math.max(0, top) };
}
