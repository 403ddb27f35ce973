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
  /** Puts the keyboard on a zone, a conduit or an asset, or on the canvas where that is not drawn. */
  focus(element: ElementRef | null): void;
  /** The middle of what is in view, in pixels of the canvas. */
  centre(): Point;
};
