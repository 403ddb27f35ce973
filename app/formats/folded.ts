import { folded } from "~/domain/shared/folded";

/** The words of a text as people compare them: without accents, case, punctuation and doubled spaces. */
export function foldedWords(text: string): string {
  return folded(text)
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll("đ", "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Like {@link foldedWords}, but tells "Ward 1+2" from "Ward 1 2": only accents, case and doubled spaces go. */
export function foldedName(text: string): string {
  return folded(text).replace(/\s+/g, " ").trim();
}
