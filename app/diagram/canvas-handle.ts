import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { Point } from "./geometry";

/** What the rest of the editor can ask of the canvas. */
export type CanvasHandle = {
  fit(): void;
  zoom(direction: "in" | "out"): void;
  /** One pixel of the canvas on one of the screen. */
  actualSize(): void;
  /** As large as all of these allow. */
  zoomTo(elements: ReadonlyArray<ElementRef>): void;
  /** Brings an element to the middle. */
  show(element: ElementRef): void;
  /** Brings an element into view, near enough to be read; moves nothing where it is already. */
  reveal(element: ElementRef): void;
  /**
   * Puts the keyboard on a zone, a conduit or an asset, or on the first zone where that is not drawn or none is named
   * and the canvas has no focus yet. What is drawn late does not take it from where somebody has put it since.
   */
  focus(element: ElementRef | null): void;
  /** The middle of what is in view, in pixels of the canvas. */
  centre(): Point;
};
