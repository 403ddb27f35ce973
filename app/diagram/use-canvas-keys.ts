import { type FocusEvent, type KeyboardEvent, useRef } from "react";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { EditorActions } from "./editor-actions";
import { keyOf } from "./element-ref";
import { type Direction, neighbourOf } from "./neighbour";
import { isChosen, leadOf, type Selection } from "./selection";
import { actionOfKey } from "./shortcuts";
import type { Drawing } from "./use-drawing";

/** What keys on the canvas lead to besides actions. */
export type CanvasKeys = { leave(): void; focus(element: ElementRef): void };

type KeyOptions = {
  drawing: Drawing;
  selection: Selection;
  actions: EditorActions;
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
export function useCanvasKeys({ drawing, selection, actions, onPick, keys }: KeyOptions) {
  /** Where the focus goes without choosing. */
  const walking = useRef<string | null>(null);

  const onFocus = ({ target }: FocusEvent) => {
    const element = focusedElement(target);
    // A click focuses too, but says itself what it means.
    if (!element || !target.matches(":focus-visible")) return;
    const isOnlyPassing = walking.current === keyOf(element);
    walking.current = null;
    if (!isOnlyPassing && !isChosen(selection, element)) actions.select(element);
  };

  const walk = (from: ElementRef | null, key: string, how: "walk" | "walkAdding" | "walkOnly") => {
    const direction = DIRECTIONS[key];
    if (!direction || from?.kind !== "zone") return;
    const next = neighbourOf(drawing.index, drawing.flow.boxes, from.id, direction);
    if (next === undefined) return;
    const zone: ElementRef = { kind: "zone", id: next };
    if (how === "walk") actions.select(zone);
    else walking.current = keyOf(zone);
    if (how === "walkAdding") actions.choose([from, zone], true);
    keys.focus(zone);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOfKey(event);
    if (!action || event.defaultPrevented) return;
    const focused = focusedElement(event.target);
    // Other buttons in the canvas have their own meaning of Enter and Space.
    if (
      !focused &&
      event.target instanceof Element &&
      event.target.closest("button, a, input, [role=menuitem]")
    )
      return;
    const element = focused ?? leadOf(selection);
    if (action === "leave") {
      keys.leave();
      return;
    }
    if (action === "open" && !element) return;
    event.preventDefault();
    if (action === "walk" || action === "walkAdding" || action === "walkOnly")
      walk(element, event.key, action);
    else if (action !== "open" && action !== "toggle") actions.run(action, { key: event.key, focused });
    else if (element && action === "open") onPick(element, true);
    else if (element) actions.toggle(element);
  };
  return { onKeyDown, onFocus };
}

export function focusedElement(target: EventTarget): ElementRef | null {
  if (!(target instanceof Element)) return null;
  for (const kind of ["conduit", "asset"] as const) {
    const id = target.getAttribute(`data-${kind}-id`);
    if (id) return { kind, id };
  }
  const zoneId =
    target.matches(".zone-title") && target.closest("[data-zone-id]")?.getAttribute("data-zone-id");
  return zoneId ? { kind: "zone", id: zoneId } : null;
}
