import type { EditorActions } from "~/diagram/editor-actions";
import type { Overlay } from "~/diagram/overlays/overlay";
import type { ActionId } from "~/diagram/shortcuts";
import type { TreeMove } from "~/diagram/table/tree-keys";
import type { ZoneModelCommandType } from "~/domain/zone-model/commands";
import type toolbarWords from "~/messages/en/diagram.json";

/**
 * How the table does what the canvas does, to be looked for on its page. `at` is what the address says besides; `none` is
 * for what changes nothing but the view of the drawing, which the table does not have.
 */
export type Way =
  /** A button of the bar for everything ticked. */
  | { by: "bar"; action: string; field?: string }
  /** A form of its own, by the type that it posts. */
  | { by: "form"; type: string; at: string }
  | { by: "link"; to: string; at?: string }
  | { by: "key"; key: string; mod?: boolean; means: TreeMove["kind"] }
  /** Something with this name attribute, this id, or these words in a button that needs a script. */
  | { by: "field"; name: string; at?: string }
  | { by: "place"; id: string; at?: string }
  | { by: "script"; words: "table:tidy.start" }
  | { by: "none" };

const bar = (action: string, field?: string): Way => ({
  by: "bar",
  action,
  ...(field !== undefined && { field }),
});
const arrange = bar("arrange", "arrangement");
const key = (name: string, means: TreeMove["kind"], mod = false): Way => ({
  by: "key",
  key: name,
  means,
  mod,
});
const form = (type: string, at: string): Way => ({ by: "form", type, at });
const none: Way = { by: "none" };
const addConduit = form("add-conduit", "?add=conduit&zone=icu");

export const ACTION_WAYS: Readonly<Record<ActionId, Way>> = {
  walk: key("ArrowDown", "go"),
  walkAdding: key("ArrowDown", "go"),
  walkOnly: key("ArrowDown", "go"),
  toggle: key(" ", "tick"),
  selectAll: key("a", "tickAll", true),
  selectAssets: { by: "field", name: "allFound" },
  open: key("Enter", "open"),
  leave: { by: "link", to: "#line-zone-icu", at: "?element=icu" },
  menu: { by: "place", id: "chosen" },
  addZone: key("+", "addInside"),
  connect: addConduit,
  rename: key("F2", "rename"),
  duplicate: key("d", "duplicate", true),
  copy: bar("text"),
  cut: bar("cut"),
  paste: form("paste", "?add=paste"),
  remove: key("Delete", "remove"),
  collapse: bar("collapse"),
  undo: { by: "place", id: "undo-step" },
  redo: { by: "place", id: "redo-step" },
  nudge: bar("shift", "right"),
  grow: bar("size", "width"),
  left: arrange,
  centre: arrange,
  right: arrange,
  top: arrange,
  middle: arrange,
  bottom: arrange,
  distributeAcross: arrange,
  distributeDown: arrange,
  sameWidth: arrange,
  sameHeight: arrange,
  // Numbers are exact.
  snap: none,
  fit: none,
  zoomToSelection: none,
  actualSize: none,
  minimap: none,
  boxSelect: none,
  help: { by: "place", id: "outline-keys" },
};

export const COMMAND_WAYS: Readonly<Record<ZoneModelCommandType, Way>> = {
  "add-zone": form("add-zone", "?add=zone&zone=icu"),
  "update-zone": form("update-zone", "?element=icu"),
  "set-sl-target": form("set-sl-target", "?element=icu"),
  "place-zone": form("place-zone", "?element=icu"),
  "nest-zone": form("nest-zone", "?element=icu"),
  "delete-zone": form("delete-zone", "?element=icu"),
  "add-conduit": addConduit,
  "update-conduit": form("update-conduit", "?element=c"),
  "delete-conduit": form("delete-conduit", "?element=c"),
  "add-asset": form("add-asset", "?add=asset&zone=icu"),
  "update-asset": form("update-asset", "?element=pump"),
  "move-asset": form("move-asset", "?element=pump"),
  "delete-asset": form("delete-asset", "?element=pump"),
  "add-waiver": form("add-waiver", "?waive"),
  "delete-waiver": form("delete-waiver", "?waived"),
};

export const OVERLAY_WAYS: Readonly<Record<Overlay, Way>> = {
  target: { by: "field", name: "overlay" },
  achieved: { by: "field", name: "overlay", at: "?overlay=achieved" },
  gaps: { by: "field", name: "overlay", at: "?overlay=gaps" },
  approval: { by: "field", name: "overlay", at: "?overlay=approval" },
  countermeasures: { by: "field", name: "overlay", at: "?overlay=countermeasures" },
  notice: { by: "field", name: "overlay", at: "?overlay=notice" },
  difference: { by: "field", name: "overlay", at: "?overlay=difference" },
};

type ToolbarWord = Exclude<keyof (typeof toolbarWords)["toolbar"], "label" | "arrange">;

/** The buttons above the canvas, by the key of their words. */
export const TOOLBAR_WAYS: Readonly<Record<ToolbarWord, Way>> = {
  addZone: form("add-zone", "?add=zone"),
  addConduit,
  undo: ACTION_WAYS.undo,
  redo: ACTION_WAYS.redo,
  fit: none,
  zoomIn: none,
  zoomOut: none,
  rename: ACTION_WAYS.rename,
  duplicate: bar("duplicate"),
  collapse: bar("collapse"),
  remove: bar("delete"),
  snap: none,
  minimap: none,
  boxSelect: none,
};

/** What panels, palette and lists beside the canvas ask of it. */
export const PANEL_WAYS: Readonly<Record<keyof EditorActions, Way>> = {
  commit: COMMAND_WAYS["update-zone"],
  select: ACTION_WAYS.open,
  choose: ACTION_WAYS.toggle,
  toggle: ACTION_WAYS.toggle,
  show: { by: "link", to: "element=icu#element" },
  rename: ACTION_WAYS.rename,
  toggleCollapse: bar("open"),
  startConduit: addConduit,
  openPalette: form("add-zone", "?add=zone"),
  addAsset: COMMAND_WAYS["add-asset"],
  remove: bar("delete"),
  run: bar("duplicate"),
};

/** What else stands around the canvas. */
export const OTHER_WAYS: Readonly<Record<string, Way>> = {
  "insert a template": form("add-template", "?add=template"),
  "take what the kind suggests": form("take-suggestion", "?element=lab"),
  "set several at once": bar("set-zones", "set.level"),
  "mark several conduits": bar("set-conduits", "set.conduit.wireless"),
  "mark several assets": bar("set-assets", "set.asset.portable"),
  "move several": bar("move", "into"),
  "let the diagram find places": bar("free-place"),
  "copy into another model": bar("copy-to", "target"),
  "move into another model": bar("move-to", "target"),
  "tidy all or inside a zone": { by: "script", words: "table:tidy.start" },
  "try a product": { by: "place", id: "candidate" },
  "fix a finding": { by: "field", name: "findingId" },
  "fix all of a rule": form("fix-all", "?rule=zone-has-sl-target"),
  "comment on an element": { by: "place", id: "element-comments", at: "?element=icu" },
  "assess the risk of a zone": { by: "link", to: "/risk/zone/icu" },
  "the history of an element": { by: "link", to: "/history?", at: "?element=icu" },
};
