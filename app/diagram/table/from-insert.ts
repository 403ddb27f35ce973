import { accept, type Result, refuse } from "~/domain/shared/result";
import {
  type Fragment,
  type FragmentRefusal,
  readFragment,
  writeFragment,
} from "~/domain/zone-model/fragment";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { copyOf, type Pasted, pasteInto, targetOf } from "../copying";
import { inRows } from "../insert-template";
import type { Selection } from "../selection";
import { boxesIn } from "./from-chosen";

/** Beside what stands at the top of the canvas. */
const CENTRE = { x: 0, y: 0 };

/** A template, put into a zone or beside what is there; like a part that is pasted it has ids of its own. */
export function fromTemplate(
  index: ZoneModelIndex,
  fragment: Fragment,
  into: string | null,
  newId: () => string,
): Pasted {
  return inserted(index, inRows(fragment), into, newId);
}

/** The text of a part that was copied here or on the canvas, of this model or another. */
export function fromPaste(
  index: ZoneModelIndex,
  text: unknown,
  into: string | null,
  newId: () => string,
): Result<Pasted, FragmentRefusal> {
  const read = readFragment(typeof text === "string" ? text : "");
  return read.ok ? accept(inserted(index, read.value, into, newId)) : refuse(read.refusal);
}

/** The same for the keys: into the zone that is chosen or holds the chosen asset, never a zone into itself. */
export function fromPasteAt(
  index: ZoneModelIndex,
  text: unknown,
  at: Selection,
  newId: () => string,
): Result<Pasted, FragmentRefusal> {
  const read = readFragment(typeof text === "string" ? text : "");
  if (!read.ok) return refuse(read.refusal);
  return accept(inserted(index, read.value, targetOf(index, at, read.value), newId));
}

/** Everything chosen, with what is inside, for another model; null where it would be empty. */
export function fromCopy(
  index: ZoneModelIndex,
  chosen: Selection,
  target: ZoneModelIndex,
  newId: () => string,
): Pasted | null {
  const fragment = copyOf({ index, boxes: boxesIn(index) }, chosen);
  return fragment ? inserted(target, fragment, null, newId) : null;
}

/** What the clipboard takes; null where nothing that can stand alone is chosen. */
export function textOfChosen(index: ZoneModelIndex, chosen: Selection): string | null {
  const fragment = copyOf({ index, boxes: boxesIn(index) }, chosen);
  return fragment ? writeFragment(fragment) : null;
}

function inserted(
  index: ZoneModelIndex,
  fragment: Fragment,
  into: string | null,
  newId: () => string,
): Pasted {
  const known = into !== null && index.zoneById.has(into) ? into : null;
  return pasteInto({ index, boxes: boxesIn(index) }, fragment, { into: known, centre: CENTRE, newId });
}
