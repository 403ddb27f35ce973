import type { MouseEvent as ReactMouseEvent, TouchEvent as ReactTouchEvent } from "react";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { Point } from "./geometry";

export function pointerOf(event: MouseEvent | TouchEvent | ReactMouseEvent | ReactTouchEvent): Point {
  const at = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
}

/** The element that a click meant, by the marks that nodes, labels and lines carry. */
export function elementAt(target: EventTarget): ElementRef | null {
  if (!(target instanceof Element)) return null;
  const line = target.closest(".react-flow__edge")?.getAttribute("data-id");
  if (line) return { kind: "conduit", id: line };
  for (const kind of ["asset", "conduit", "zone"] as const) {
    const id = target.closest(`[data-${kind}-id]`)?.getAttribute(`data-${kind}-id`);
    if (id) return { kind, id };
  }
  return null;
}

/** Beside what is chosen already: Shift, Ctrl or Cmd. */
export function isAddingTo({
  shiftKey,
  ctrlKey,
  metaKey,
}: Pick<MouseEvent, "shiftKey" | "ctrlKey" | "metaKey">): boolean {
  return shiftKey || ctrlKey || metaKey;
}

/** Where a pointer is, seen from the corner of an element. */
export function within({ x, y }: Point, frame: HTMLElement | null): Point {
  const { left = 0, top = 0 } = frame?.getBoundingClientRect() ?? {};
  return { x: x - left, y: y - top };
}

export function isOver({ x, y }: Point, frame: HTMLElement | null): boolean {
  const rect = frame?.getBoundingClientRect();
  return rect !== undefined && x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}
