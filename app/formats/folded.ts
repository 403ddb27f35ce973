import { folded } from "~/domain/shared/folded";

export { foldedWords } from "~/domain/shared/folded";

/** Like `foldedWords`, but tells "Ward 1+2" from "Ward 1 2": only accents, case and doubled spaces go. */
export function foldedName(text: string): string {
  return folded(text).replace(/\s+/g, " ").trim();
}
