/** A text as people compare and look for it: lower case, without accents. Everything else stays. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a text as people compare them: without accents, case, punctuation and doubled spaces. */
export function foldedWords(text: string): string {
  return folded(text)
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll("đ", "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
