import { foldedWords } from "../../shared/folded";

/** Legal forms as `foldedWords` writes them, those of several words first. They stand at the end and name nobody. */
const LEGAL_FORMS = [
  ...["sp z o o", "s r o", "v o s", "s p a", "k s", "a s", "s a", "n v", "b v", "a g", "e k"],
  ...["gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "se", "ev", "co", "company", "corp", "corporation"],
  ...["inc", "incorporated", "ltd", "limited", "llc", "llp", "plc", "pty", "sa", "sas", "sarl", "srl"],
  ...["spa", "bv", "nv", "ab", "as", "asa", "oy", "oyj", "aps", "sro", "spol", "zrt", "kft", "doo", "dd"],
].map((form) => ` ${form}`);
const JOINING = / (and|und|a|et|i)$/;

/**
 * A manufacturer without accents, case, punctuation, legal form and what stands in brackets: "Acme (Deutschland) GmbH" and "ACME"
 * are one.
 */
export function manufacturerKey(text: string): string {
  let words = foldedWords(text.replace(/\([^()]*\)/g, " ")) || foldedWords(text);
  for (;;) {
    const form = LEGAL_FORMS.find((known) => words.endsWith(known));
    if (!form) return words;
    const shorter = words.slice(0, -form.length).trim().replace(JOINING, "");
    // A firm that is called like a legal form keeps its name.
    if (shorter === "") return words;
    words = shorter;
  }
}

/** Letters and digits alone: "FK-721", "fk 721" and "FK721" are one. */
export function modelKey(text: string): string {
  return foldedWords(text).replaceAll(" ", "");
}

/** A version without the word that announces it: "v2.10", "SW 2.10" and "2.10" are one, "VE20" and "VE 20" too. */
export function versionKey(text: string): string {
  return spaced(foldedWords(text)).replace(
    /^(?:(?:version|release|firmware|software|ver|rel|sw|fw|v) )+(?=.)/,
    "",
  );
}

/** Words of a name, letters apart from digits, so that "FK721" and "FK-721" have the same; each once, in order. */
export function tokensOf(text: string): ReadonlyArray<string> {
  const words = spaced(foldedWords(text));
  return words === "" ? [] : [...new Set(words.split(" "))];
}

function spaced(words: string): string {
  return words.replace(/(\p{L})(\p{N})/gu, "$1 $2").replace(/(\p{N})(\p{L})/gu, "$1 $2");
}

/** The name without what an import adds to tell equal devices apart: a serial number in brackets at the end. */
export function commonName(name: string): string {
  const shorter = name.replace(/\s*\([^()]*\)\s*$/, "").trim();
  return shorter === "" ? name.trim() : shorter;
}
