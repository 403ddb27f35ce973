import { type RefObject, useState } from "react";
import type { Fragment } from "~/domain/zone-model/fragment";
import { newAsset } from "~/domain/zone-model/new-elements";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import type { CanvasHandle } from "./canvas-handle";
import type { ZoneTypeChoice } from "./choices";
import { newId } from "./editing/new-id";
import type { ZoneModelEditor } from "./editing/use-zone-model-editor";
import type { EditorActions } from "./editor-actions";
import { afterRemoving, keyOf } from "./element-ref";
import { watchFocus } from "./focus";
import { fromConnect, fromDelete } from "./from-flow";
import { insertBeside } from "./insert-template";
import { newZoneAt } from "./new-zone-at";
import type { Overlays } from "./overlays/use-overlays";
import { isPossible } from "./possible";
import {
  assetsOfChosenZone,
  commandsOfArrangement,
  commandsOfCollapse,
  commandsOfGrowth,
  commandsOfNudge,
} from "./run-action";
import {
  boxOfElement,
  everythingIn,
  idsOf,
  isChosen,
  joined,
  leadOf,
  NOTHING,
  type Selection,
  selectionOf,
  soleOf,
  toggled,
} from "./selection";
import { type ActionId, isArrangement } from "./shortcuts";
import { useAddress } from "./use-address";
import type { CanvasKeys } from "./use-canvas-keys";
import { useCopying } from "./use-copying";
import type { Drawing } from "./use-drawing";
import { useSelection } from "./use-selection";
import { useUndoKeys } from "./use-undo-keys";
import type { ViewTools } from "./use-view-tools";

type ActionsOptions = {
  editor: ZoneModelEditor;
  modelId: string;
  initialElement: string | null;
  drawing: Drawing;
  canvas: RefObject<CanvasHandle | null>;
  panel: RefObject<HTMLElement>;
  tools: ViewTools;
  overlays: Pick<Overlays, "overlay" | "setOverlay" | "candidate" | "notices">;
};

/** What is selected, what is being drawn, and everything that can be done; the same for mouse, keyboard and lists. */
export function useEditorActions(options: ActionsOptions) {
  const { editor, modelId, initialElement, drawing, canvas, panel, tools, overlays } = options;
  const { t } = useTranslation("diagram");
  const { session, index, mayEdit } = editor;
  const { selection, setChosen } = useSelection(index, initialElement);
  const [connectingFrom, setConnectingFrom] = useState<string | null | undefined>();
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const [renaming, setRenaming] = useState<ElementRef | null>(null);
  const selected = soleOf(selection);

  const openPanel = () => requestAnimationFrame(() => panel.current?.focus({ preventScroll: false }));
  /** The canvas draws first; whoever has moved on meanwhile keeps the focus. */
  const focusLater = (element: ElementRef | null) => {
    const isUnmoved = watchFocus();
    requestAnimationFrame(() => isUnmoved() && canvas.current?.focus(element));
  };
  /** A collapsed zone may stand elsewhere than what of it was in view. */
  const revealLater = (element: ElementRef | null) =>
    requestAnimationFrame(() => element && canvas.current?.reveal(element));
  const endConduit = () => setConnectingFrom(undefined);
  const commit: EditorActions["commit"] = (commands) => mayEdit && session.commit(commands);
  const choose: EditorActions["choose"] = (refs, isAdding = false) => {
    setChosen((before) => (isAdding ? joined(before, refs) : selectionOf(refs)));
    setIsPaletteOpen(false);
  };
  const copying = useCopying({ drawing, selection, mayEdit, canvas, commit, choose });

  const removeAll = (refs: ReadonlyArray<ElementRef>) => {
    const last = refs.at(-1);
    const near = last ? afterRemoving(index, last) : null;
    const next = near && refs.some((ref) => keyOf(ref) === keyOf(near)) ? null : near;
    if (!commit(fromDelete(index, refs))) return;
    choose(next ? [next] : []);
    focusLater(next);
  };

  const actions: EditorActions = {
    commit,
    choose,
    select: (element) => choose(element ? [element] : []),
    toggle(element) {
      setChosen((before) => toggled(before, element));
      setIsPaletteOpen(false);
    },
    show(element) {
      choose([element]);
      canvas.current?.show(element);
    },
    rename(element) {
      if (!mayEdit) return;
      if (element && !boxOfElement(drawing.flow, element)) {
        focusField(panel, `${element.kind}-name`);
        return;
      }
      if (element) canvas.current?.reveal(element);
      else if (renaming) focusLater(renaming);
      setRenaming(element);
    },
    toggleCollapse(zoneId) {
      const zone: ElementRef = { kind: "zone", id: zoneId };
      if (commit(commandsOfCollapse(drawing, selectionOf([zone])))) revealLater(zone);
    },
    startConduit(fromZoneId) {
      setIsPaletteOpen(false);
      setConnectingFrom(fromZoneId);
    },
    openPalette() {
      endConduit();
      setIsPaletteOpen(true);
      openPanel();
    },
    addAsset(zoneId) {
      const asset = newAsset(newId(), t("panel.newAsset"), zoneId);
      if (session.commit([{ type: "add-asset", asset }])) choose([{ kind: "asset", id: asset.id }]);
      focusField(panel, "asset-name");
    },
    remove: (element) => removeAll([element]),
    run(action, { key = "", focused = null } = {}) {
      const chosen = selection.size === 0 && focused ? selectionOf([focused]) : selection;
      if (chosen !== selection) setChosen(chosen);
      if (!isPossible(action, { selection: chosen, index, mayEdit })) return;
      if (isArrangement(action)) commit(commandsOfArrangement(drawing, chosen, action));
      else effects[action]?.(chosen, key);
    },
  };

  /** What is not the canvas' own: walking and opening need the focus, and live with the keys. */
  const effects: Partial<Record<ActionId, (chosen: Selection, key: string) => void>> = {
    selectAll: () => setChosen(everythingIn(index)),
    selectAssets: (chosen) => setChosen(assetsOfChosenZone(drawing, chosen)),
    addZone: actions.openPalette,
    connect: (chosen) => actions.startConduit(idsOf(chosen, "zone")[0] ?? null),
    rename: (chosen) => actions.rename(soleOf(chosen)),
    duplicate: copying.duplicate,
    copy: copying.copy,
    cut: copying.cut,
    paste: copying.paste,
    remove: (chosen) => removeAll([...chosen.values()]),
    collapse: (chosen) => {
      if (commit(commandsOfCollapse(drawing, chosen))) revealLater(leadOf(chosen));
    },
    nudge: (chosen, key) => commit(commandsOfNudge(drawing, chosen, key)),
    grow: (chosen, key) => commit(commandsOfGrowth(drawing, chosen, key)),
    undo: session.undo,
    redo: session.redo,
    fit: () => canvas.current?.fit(),
    actualSize: () => canvas.current?.actualSize(),
    zoomToSelection: (chosen) => canvas.current?.zoomTo([...chosen.values()]),
    snap: tools.toggleSnap,
    minimap: tools.toggleMinimap,
    boxSelect: tools.toggleBoxSelect,
    help: tools.openHelp,
    open: openPanel,
  };

  /** A click or Enter: while a conduit is drawn it chooses an end, else it opens the element. */
  const pick = (element: ElementRef, isByKey = false) => {
    if (connectingFrom === undefined || element.kind !== "zone") {
      if (!(isByKey && isChosen(selection, element))) choose([element]);
      if (isByKey) openPanel();
      return;
    }
    if (connectingFrom === null || connectingFrom === element.id) {
      setConnectingFrom(element.id);
      return;
    }
    const id = newId();
    if (actions.commit(fromConnect(index, id, connectingFrom, element.id))) choose([{ kind: "conduit", id }]);
    endConduit();
  };

  const addZone = (type: ZoneTypeChoice | undefined, isInside: boolean) => {
    const parentId = isInside && selected?.kind === "zone" ? selected.id : null;
    const wished = type?.name ?? t("palette.newZone");
    const centre = canvas.current?.centre() ?? { x: 0, y: 0 };
    const { element, command } = newZoneAt(drawing, { id: newId(), wished, parentId, type, centre });
    if (!session.commit([command])) return;
    choose([element]);
    focusLater(element);
  };

  const insertTemplate = (fragment: Fragment) => {
    const centre = canvas.current?.centre() ?? { x: 0, y: 0 };
    const { commands, refs } = insertBeside(drawing, fragment, { centre, newId });
    if (!commit(commands)) return;
    choose(refs);
    requestAnimationFrame(() => canvas.current?.zoomTo(refs));
  };

  const keys: CanvasKeys = {
    leave() {
      if (connectingFrom !== undefined) endConduit();
      else if (isPaletteOpen) {
        setIsPaletteOpen(false);
        canvas.current?.focus(selected);
      } else if (overlays.candidate.isOpen) overlays.candidate.leave();
      else if (panel.current?.contains(document.activeElement)) canvas.current?.focus(leadOf(selection));
      else setChosen(NOTHING);
    },
    focus: (element) => canvas.current?.focus(element),
  };

  useUndoKeys(session, mayEdit);

  const { overlay, setOverlay, candidate, notices } = overlays;
  const view = { overlay, candidate: candidate.asked, notice: notices.asked };
  useAddress(modelId, selected?.id, view, (view) => {
    setOverlay(view.overlay);
    notices.choose(view.notice);
    candidate.ask(view.candidate);
  });

  const closePalette = () => setIsPaletteOpen(false);
  return {
    ...{ selection, selected, connectingFrom, isPaletteOpen, renaming, actions, keys, pick, addZone },
    ...{ closePalette, endConduit, copying, insertTemplate },
  };
}

/** The panel draws the new element first. */
function focusField(panel: RefObject<HTMLElement>, id: string): void {
  requestAnimationFrame(() => {
    const field = panel.current?.querySelector<HTMLInputElement>(`#${id}`);
    field?.focus();
    field?.select();
  });
}
