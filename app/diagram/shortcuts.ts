import { ARRANGEMENTS, type Arrangement } from "./arrange";

export const SHORTCUT_GROUPS = ["choose", "change", "arrange", "view"] as const;
type Group = (typeof SHORTCUT_GROUPS)[number];

/** A key with what is held down; `mod` is Ctrl, or Cmd on a Mac. Keys are named as `KeyboardEvent.key` names them. */
export type Chord = { key: string; mod?: boolean; shift?: boolean; alt?: boolean };

const arrow = (held: Omit<Chord, "key">): ReadonlyArray<Chord> =>
  ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].map((key) => ({ key, ...held }));

type Shortcut = { action: string; group: Group; chords: ReadonlyArray<Chord>; isElsewhere?: boolean };

/** Everything that keys do on the canvas; the help shows this list, the canvas obeys it. */
export const SHORTCUTS = [
  { action: "walk", group: "choose", chords: arrow({}) },
  { action: "walkAdding", group: "choose", chords: arrow({ shift: true }) },
  { action: "walkOnly", group: "choose", chords: arrow({ mod: true }) },
  {
    action: "toggle",
    group: "choose",
    chords: [
      { key: " ", mod: true },
      { key: " ", shift: true },
    ],
  },
  { action: "selectAll", group: "choose", chords: [{ key: "a", mod: true }] },
  { action: "selectAssets", group: "choose", chords: [{ key: "a" }] },
  { action: "open", group: "choose", chords: [{ key: "Enter" }, { key: " " }] },
  { action: "leave", group: "choose", chords: [{ key: "Escape" }] },
  {
    action: "menu",
    group: "choose",
    // The browser sends its own event for these.
    isElsewhere: true,
    chords: [{ key: "ContextMenu" }, { key: "F10", shift: true }],
  },
  { action: "addZone", group: "change", chords: [{ key: "+" }] },
  { action: "connect", group: "change", chords: [{ key: "c" }] },
  { action: "rename", group: "change", chords: [{ key: "F2" }] },
  { action: "duplicate", group: "change", chords: [{ key: "d", mod: true }] },
  { action: "copy", group: "change", isElsewhere: true, chords: [{ key: "c", mod: true }] },
  { action: "cut", group: "change", isElsewhere: true, chords: [{ key: "x", mod: true }] },
  { action: "paste", group: "change", isElsewhere: true, chords: [{ key: "v", mod: true }] },
  { action: "remove", group: "change", chords: [{ key: "Delete" }, { key: "Backspace" }] },
  { action: "collapse", group: "change", chords: [{ key: "f" }] },
  { action: "undo", group: "change", isElsewhere: true, chords: [{ key: "z", mod: true }] },
  {
    action: "redo",
    group: "change",
    isElsewhere: true,
    chords: [
      { key: "z", mod: true, shift: true },
      { key: "y", mod: true },
    ],
  },
  { action: "nudge", group: "arrange", chords: arrow({ alt: true }) },
  { action: "grow", group: "arrange", chords: arrow({ alt: true, shift: true }) },
  { action: "left", group: "arrange", chords: [{ key: "l", shift: true }] },
  { action: "centre", group: "arrange", chords: [{ key: "c", shift: true }] },
  { action: "right", group: "arrange", chords: [{ key: "r", shift: true }] },
  { action: "top", group: "arrange", chords: [{ key: "t", shift: true }] },
  { action: "middle", group: "arrange", chords: [{ key: "m", shift: true }] },
  { action: "bottom", group: "arrange", chords: [{ key: "b", shift: true }] },
  { action: "distributeAcross", group: "arrange", chords: [{ key: "h", shift: true }] },
  { action: "distributeDown", group: "arrange", chords: [{ key: "v", shift: true }] },
  { action: "sameWidth", group: "arrange", chords: [{ key: "w", shift: true }] },
  { action: "sameHeight", group: "arrange", chords: [{ key: "e", shift: true }] },
  { action: "snap", group: "arrange", chords: [{ key: "g" }] },
  { action: "fit", group: "view", chords: [{ key: "Home" }] },
  { action: "zoomToSelection", group: "view", chords: [{ key: "s" }] },
  { action: "actualSize", group: "view", chords: [{ key: "o" }] },
  { action: "minimap", group: "view", chords: [{ key: "m" }] },
  { action: "boxSelect", group: "view", chords: [{ key: "b" }] },
  { action: "help", group: "view", chords: [{ key: "?" }] },
] as const satisfies ReadonlyArray<Shortcut>;

export type ActionId = (typeof SHORTCUTS)[number]["action"];

/** A keyboard event, as far as it matters here. */
export type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

/** What a key means on the canvas; undefined where it means nothing, or where the browser says it by an event. */
export function actionOfKey(pressed: Pressed): ActionId | undefined {
  return SHORTCUTS.find(
    (shortcut) =>
      !("isElsewhere" in shortcut) && shortcut.chords.some((chord: Chord) => isMeant(chord, pressed)),
  )?.action;
}

function isMeant({ key, mod = false, shift = false, alt = false }: Chord, pressed: Pressed): boolean {
  if (pressed.key.toLowerCase() !== key.toLowerCase()) return false;
  if ((pressed.ctrlKey || pressed.metaKey) !== mod || pressed.altKey !== alt) return false;
  // Whether a sign needs Shift depends on the keyboard.
  const isSign = key.length === 1 && !/[a-z ]/i.test(key);
  return isSign || pressed.shiftKey === shift;
}

export function isArrangement(action: ActionId): action is Arrangement {
  return (ARRANGEMENTS as ReadonlyArray<string>).includes(action);
}
