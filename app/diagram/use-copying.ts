import { type RefObject, useState } from "react";
import {
  commandsOfCut,
  type Fragment,
  type FragmentRefusal,
  readFragment,
  writeFragment,
} from "~/domain/zone-model/fragment";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import type { CanvasHandle } from "./canvas-handle";
import { readClipboard, writeClipboard } from "./clipboard";
import { copyOf, duplicateOf, pasteInto, targetOf } from "./copying";
import type { Commands } from "./editing/edit-state";
import { newId } from "./editing/new-id";
import type { Selection } from "./selection";
import { useClipboard } from "./use-clipboard";
import type { Drawing } from "./use-drawing";

/** What the clipboard had to say: why nothing was pasted, or how much was copied. */
export type ClipboardNote =
  | { kind: "refused"; reason: FragmentRefusal | "empty" }
  | { kind: "copied"; count: number; number: number };

type CopyingOptions = {
  drawing: Drawing;
  selection: Selection;
  mayEdit: boolean;
  canvas: RefObject<CanvasHandle | null>;
  commit(commands: Commands): boolean;
  choose(refs: Iterable<ElementRef>): void;
};

/** Copy, cut, paste and duplicate, by keys through the events of the browser, else through its clipboard. */
export function useCopying({ drawing, selection, mayEdit, canvas, commit, choose }: CopyingOptions) {
  const [note, setNote] = useState<ClipboardNote | null>(null);
  const drawn = { index: drawing.index, boxes: drawing.flow.boxes };

  const copy = (chosen: Selection): string | undefined => {
    const fragment = copyOf(drawn, chosen);
    if (!fragment) return undefined;
    setNote((before) => ({
      kind: "copied",
      count: sizeOf(fragment),
      number: before?.kind === "copied" ? before.number + 1 : 1,
    }));
    return writeFragment(fragment);
  };
  const cut = (chosen: Selection): string | undefined => {
    if (!mayEdit) return undefined;
    const text = copy(chosen);
    if (text !== undefined && !commit(commandsOfCut(drawing.index, chosen.values()))) return undefined;
    return text;
  };
  const paste = (text: string | null): void => {
    if (!mayEdit) return;
    const read = text === null ? undefined : readFragment(text);
    if (!read?.ok) {
      setNote({ kind: "refused", reason: read ? read.refusal : "empty" });
      return;
    }
    const into = targetOf(drawing.index, selection, read.value);
    const centre = canvas.current?.centre() ?? { x: 0, y: 0 };
    const { commands, refs } = pasteInto(drawn, read.value, { into, centre, newId });
    if (!commit(commands)) return;
    setNote(null);
    choose(refs);
    const [first] = refs;
    if (first) requestAnimationFrame(() => canvas.current?.reveal(first));
  };

  useClipboard({ copy: () => copy(selection), cut: () => cut(selection), paste });

  return {
    note,
    dismiss: () => setNote(null),
    copy: (chosen: Selection) => write(copy(chosen)),
    cut: (chosen: Selection) => write(cut(chosen)),
    paste: () => void readClipboard().then(paste),
    duplicate(chosen: Selection): void {
      const { commands, refs } = duplicateOf(drawn, chosen, newId);
      if (commit(commands)) choose(refs);
    },
  };
}

function write(text: string | undefined): void {
  if (text !== undefined) void writeClipboard(text);
}

function sizeOf({ zones, conduits, assets }: Fragment): number {
  return zones.length + conduits.length + assets.length;
}
