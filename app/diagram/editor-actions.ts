import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { Commands } from "./editing/edit-state";
import type { ActionId } from "./shortcuts";

/** What panels and lists can ask of the editor. */
export type EditorActions = {
  /** One gesture; false where it was refused. */
  commit(commands: Commands): boolean;
  select(element: ElementRef | null): void;
  /** Selects several; beside what is chosen already where `isAdding`. */
  choose(refs: Iterable<ElementRef>, isAdding?: boolean): void;
  /** Adds an element to what is chosen, or takes it out. */
  toggle(element: ElementRef): void;
  /** Selects an element and brings it to the middle of the canvas. */
  show(element: ElementRef): void;
  /** Lets a person type a name where the element is drawn; null ends that. */
  rename(element: ElementRef | null): void;
  /** Collapses a zone or opens it, and keeps it in view. */
  toggleCollapse(zoneId: string): void;
  startConduit(fromZoneId: string | null): void;
  openPalette(): void;
  addAsset(zoneId: string): void;
  remove(element: ElementRef): void;
  /**
   * Does what a key, a button or an entry of the menu means, with what is chosen; with what has the focus where nothing
   * is. `key` is the arrow that was pressed.
   */
  run(action: ActionId, pressed?: { key?: string; focused?: ElementRef | null }): void;
};
