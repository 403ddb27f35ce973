/** A text as people compare and look for it: lower case, without accents. Everything else stays. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
