import type { Verdict } from "./assessment";
import { VERDICTS } from "./verdict";

/** A row of verdicts, a character each: its place in `VERDICTS`, or `-` where nothing was judged. */
export function writeCodes(codes: Uint8Array, places: ReadonlyArray<number>): string {
  return places.map((place) => (VERDICTS[codes[place] ?? -1] ? codes[place] : "-")).join("");
}

export function verdictAt(codes: string, place: number): Verdict | undefined {
  return VERDICTS[Number(codes[place] ?? Number.NaN)];
}

/** In how many places of the row the verdict stands. */
export function countIn(codes: string, verdict: Verdict): number {
  return codes.split(String(VERDICTS.indexOf(verdict))).length - 1;
}
