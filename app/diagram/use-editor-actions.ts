import { type RefObject, useEffect, useState } from "react";
import { childrenOf } from "~/domain/zone-model/queries";
import type { ElementRef, Place } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { CanvasHandle } from "./canvas-handle";
import type { ZoneTypeChoice } from "./choices";
import { newId } from "./editing/new-id";
import type { ZoneModelEditor } from "./editing/use-zone-model-editor";
import type { EditorActions } from "./editor-actions";
import { afterRemoving, isThere, refOf } from "./element-ref";
import { fromConnect, fromDelete } from "./from-flow";
import type { Point } from "./geometry";
import { freeSpot } from "./layout-zone";
import { SMALLEST_ZONE } from "./measures";
import { newAsset, newZone, unusedName } from "./new-elements";
import type { CanvasKeys } from "./use-canvas-keys";
import type { Drawing } from "./use-drawing";
import { useUndoKeys } from "./use-undo-keys";

type ActionsOptions = {
  editor: ZoneModelEditor;
  modelId: string;
  initialElement: string | null;
  drawing: Drawing;
  canvas: RefObject<CanvasHandle | null>;
  panel: RefObject<HTMLElement>;
};

/** What is selected, what is being drawn, and everything that can be done; the same for mouse, keyboard and lists. */
export function useEditorActions({
  editor,
  modelId,
  initialElement,
  drawing,
  canvas,
  panel,
}: ActionsOptions) {
  const { t } = useTranslation("diagram");
  const { session, index, mayEdit } = editor;
  const [chosen, setChosen] = useState<ElementRef | null>(() => refOf(index, initialElement));
  const [connectingFrom, setConnectingFrom] = useState<string | null | undefined>();
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const selected = chosen && isThere(index, chosen) ? chosen : null;

  const openPanel = () => requestAnimationFrame(() => panel.current?.focus({ preventScroll: false }));

  const select = (element: ElementRef | null) => {
    setChosen(element);
    setIsPaletteOpen(false);
  };
  const endConduit = () => setConnectingFrom(undefined);

  const actions: EditorActions = {
    commit: (commands) => mayEdit && session.commit(commands),
    select,
    show(element) {
      select(element);
      canvas.current?.show(element);
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
      if (session.commit([{ type: "add-asset", asset }])) select({ kind: "asset", id: asset.id });
      focusField(panel, "asset-name");
    },
    remove(element) {
      const next = afterRemoving(index, element);
      if (!mayEdit || !session.commit(fromDelete(index, element))) return;
      select(next);
      requestAnimationFrame(() => canvas.current?.focus(next));
    },
  };

  /** A click or Enter: while a conduit is drawn it chooses an end, else it opens the element. */
  const pick = (element: ElementRef, isByKey = false) => {
    if (connectingFrom === undefined || element.kind !== "zone") {
      select(element);
      if (isByKey) openPanel();
      return;
    }
    if (connectingFrom === null || connectingFrom === element.id) {
      setConnectingFrom(element.id);
      return;
    }
    const id = newId();
    if (actions.commit(fromConnect(index, id, connectingFrom, element.id))) select({ kind: "conduit", id });
    endConduit();
  };

  const addZone = (type: ZoneTypeChoice | undefined, isInside: boolean) => {
    const parentId = isInside && selected?.kind === "zone" ? selected.id : null;
    const names = index.model.zones.map(({ name }) => name);
    const zone = newZone(newId(), unusedName(type?.name ?? t("palette.newZone"), names), parentId, type);
    const centre = canvas.current?.centre() ?? { x: 0, y: 0 };
    const spot = { x: centre.x - SMALLEST_ZONE.width / 2, y: centre.y - SMALLEST_ZONE.height / 2 };
    const place = parentId === null ? freeOnCanvas(drawing, spot) : null;
    if (!session.commit([{ type: "add-zone", zone, place }])) return;
    const element: ElementRef = { kind: "zone", id: zone.id };
    select(element);
    requestAnimationFrame(() => canvas.current?.focus(element));
  };

  const keys: CanvasKeys = {
    leave() {
      if (connectingFrom !== undefined) endConduit();
      else if (isPaletteOpen) {
        setIsPaletteOpen(false);
        canvas.current?.focus(selected);
      } else if (panel.current?.contains(document.activeElement)) canvas.current?.focus(selected);
      else select(null);
    },
    add: () => mayEdit && actions.openPalette(),
    connect: (zoneId) => mayEdit && actions.startConduit(zoneId),
    remove: actions.remove,
    focus: (element) => canvas.current?.focus(element),
  };

  useUndoKeys(session, mayEdit);

  useEffect(() => {
    const path = paths.model(modelId, { element: selected?.id });
    // The address can be sent to a colleague; nothing is loaded for it, so the router need not know.
    if (`${location.pathname}${location.search}` !== path) history.replaceState(history.state, "", path);
  }, [modelId, selected?.id]);

  const closePalette = () => setIsPaletteOpen(false);
  return { selected, connectingFrom, isPaletteOpen, actions, keys, pick, addZone, closePalette, endConduit };
}

/** Where a new zone goes: into the middle of what is in view, beside what stands there. */
function freeOnCanvas({ index, flow }: Drawing, spot: Point): Place {
  const atTop = childrenOf(index, null).flatMap(({ id }) => flow.boxes.get(id) ?? []);
  const { x, y } = freeSpot({ ...spot, ...SMALLEST_ZONE }, atTop);
  return { x: Math.round(x), y: Math.round(y) };
}

/** The panel draws the new element first. */
function focusField(panel: RefObject<HTMLElement>, id: string): void {
  requestAnimationFrame(() => {
    const field = panel.current?.querySelector<HTMLInputElement>(`#${id}`);
    field?.focus();
    field?.select();
  });
}
