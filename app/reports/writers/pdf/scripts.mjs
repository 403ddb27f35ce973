// @ts-check
// What the faces of PDFs have no letters for.

/** Signs that our own texts use and the faces do not have, each by one that says the same. */
export const SUBSTITUTES = new Map([
  ["→", "›"],
  ["←", "‹"],
  ["↔", "‹›"],
  ["✓", "√"],
  ["✗", "×"],
  ["\u2011", "-"],
  ["\u202f", " "],
]);

/** By their names in Unicode; Japanese goes by the letters that no other language writes. */
const SCRIPTS = [
  "Hebrew",
  "Arabic",
  "Han",
  "Hiragana",
  "Katakana",
  "Hangul",
  "Thai",
  "Devanagari",
  "Armenian",
  "Georgian",
  "Latin",
  "Greek",
  "Cyrillic",
].map((name) => /** @type {const} */ ([name.toLowerCase(), new RegExp(`\\p{Script=${name}}`, "u")]));

/**
 * The script that letters without a glyph belong to, as a key of words; `other` for all that is rarer, and for emoji.
 * @param {string} text
 */
export function scriptOf(text) {
  return SCRIPTS.find(([, letters]) => letters.test(text))?.[0] ?? "other";
}
