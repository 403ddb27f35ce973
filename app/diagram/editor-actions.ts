import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { Commands } from "./editing/edit-state";

/** What panels and lists can ask of the editor. */
export type EditorActions = {
  /** One gesture; false where it was refused. */
  commit(commands: Commands): boolean;
  select(element: ElementRef | null): void;
  /** Selects an element and brings it to the middle of the canvas. */
  show(element: ElementRef): void;
  startConduit(fromZoneId: string | null): void;
  openPalette(): void;
  addAsset(zoneId: string): void;
  remove(element: ElementRef): void;
};
