import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { Point } from "./geometry";

/** What the rest of the editor can ask of the canvas. */
export type CanvasHandle = {
  fit(): void;
  zoom(direction: "in" | "out"): void;
  /** Brings an element to the middle. */
  show(element: ElementRef): void;
  /** Puts the keyboard on a zone or a conduit, or on the canvas where that is not drawn. */
  focus(element: ElementRef | null): void;
  /** The middle of what is in view, in pixels of the canvas. */
  centre(): Point;
};
