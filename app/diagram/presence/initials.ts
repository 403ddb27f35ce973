export const AVATAR_TONES = 5;

/** Up to two letters that stand for a name: of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].flatMap(
    (word) => [...(word ?? "")][0] ?? [],
  );
  return letters.join("").toUpperCase() || "?";
}

/** The same of a few tones for the same name, so that one person looks alike everywhere. */
export function toneOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973;
  return sum % AVATAR_TONES;
}
