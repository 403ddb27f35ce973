import type { FocusEvent, KeyboardEvent } from "react";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { type Direction, neighbourOf } from "./neighbour";
import type { Drawing } from "./use-drawing";

/** What keys on the canvas lead to. */
export type CanvasKeys = {
  leave(): void;
  add(): void;
  connect(zoneId: string): void;
  remove(element: ElementRef): void;
  focus(element: ElementRef): void;
};

type KeyOptions = {
  drawing: Drawing;
  onSelect(element: ElementRef | null): void;
  onPick(element: ElementRef, isByKey?: boolean): void;
  keys: CanvasKeys;
};

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** The focus is on a zone's title or a conduit's label: what has the focus is what the keys mean. */
export function useCanvasKeys({ drawing, onSelect, onPick, keys }: KeyOptions) {
  const onFocus = ({ target }: FocusEvent) => {
    const element = focusedElement(target);
    // A click focuses too, but says itself what it means.
    if (element && target.matches(":focus-visible")) onSelect(element);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const element = focusedElement(event.target);
    const direction = DIRECTIONS[event.key];
    if (direction && element?.kind === "zone") {
      event.preventDefault();
      const next = neighbourOf(drawing.index, drawing.flow.boxes, element.id, direction);
      if (next === undefined) return;
      const zone: ElementRef = { kind: "zone", id: next };
      onSelect(zone);
      keys.focus(zone);
      return;
    }
    switch (event.key) {
      case "Enter":
      case " ":
        if (!element) return;
        event.preventDefault();
        onPick(element, true);
        return;
      case "Escape":
        keys.leave();
        return;
      case "+":
        event.preventDefault();
        keys.add();
        return;
      case "c":
        if (element?.kind !== "zone") return;
        event.preventDefault();
        keys.connect(element.id);
        return;
      case "Delete":
      case "Backspace":
        if (!element) return;
        event.preventDefault();
        keys.remove(element);
    }
  };
  return { onKeyDown, onFocus };
}

function focusedElement(target: EventTarget): ElementRef | null {
  if (!(target instanceof Element)) return null;
  const conduitId = target.getAttribute("data-conduit-id");
  if (conduitId) return { kind: "conduit", id: conduitId };
  const zoneId =
    target.matches(".zone-title") && target.closest("[data-zone-id]")?.getAttribute("data-zone-id");
  return zoneId ? { kind: "zone", id: zoneId } : null;
}
