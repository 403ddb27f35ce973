import { expect, test } from "vitest";
import { actionOfKey, type Chord, isArrangement, type Pressed, SHORTCUTS } from "~/diagram/shortcuts";

const pressed = ({ key, mod = false, shift = false, alt = false }: Chord): Pressed => ({
  key,
  ctrlKey: mod,
  metaKey: false,
  shiftKey: shift,
  altKey: alt,
});

test("every key of the help does what the help says, and no key means two things", () => {
  for (const shortcut of SHORTCUTS) {
    for (const chord of shortcut.chords) {
      const isElsewhere = "isElsewhere" in shortcut;
      expect(actionOfKey(pressed(chord))).toBe(isElsewhere ? undefined : shortcut.action);
    }
  }
  const chords = SHORTCUTS.flatMap(({ chords }) =>
    chords.map((chord: Chord) => JSON.stringify(pressed(chord))),
  );
  expect(new Set(chords).size).toBe(chords.length);
});

test("a Mac's command key is as good as Ctrl, capitals are letters, and signs may need Shift", () => {
  const key = (change: Partial<Pressed>): Pressed => ({ ...pressed({ key: "" }), ...change });
  expect(actionOfKey(key({ key: "d", metaKey: true }))).toBe("duplicate");
  expect(actionOfKey(key({ key: "L", shiftKey: true }))).toBe("left");
  expect(actionOfKey(key({ key: "?", shiftKey: true }))).toBe("help");
  expect(actionOfKey(key({ key: "+" }))).toBe("addZone");
  expect(actionOfKey(key({ key: "d" }))).toBe(undefined);
  expect(actionOfKey(key({ key: "q" }))).toBe(undefined);
});

test("the arrangements are among the actions", () => {
  expect(isArrangement("sameWidth")).toBe(true);
  expect(isArrangement("help")).toBe(false);
});
