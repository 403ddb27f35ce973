import { lowerOf, type SecurityLevel, type SlVector, vectorOf } from "../security-level/security-level";
import type { FoundationalResult } from "./assessment";

/** SL-A of a zone, with how far it is known. */
export type AchievedLevel = {
  /** Per FR the lowest that a known product brings into the zone; null where none is known. */
  vector: SlVector | null;
  /** The same without the ledger. */
  alone: SlVector | null;
  /** Devices whose product and declaration are known, and those of which nothing is. */
  known: number;
  unknown: number;
};

/**
 * SL-A of a zone today (IEC TS 62443-1-1; 62443-3-2 ZCR 5.12): a zone is as strong as the weakest device in it, made up
 * for by what the ledger has accepted. One entry per device; null = its product or its declaration is not known, which
 * is counted and said instead of being read as level 0 or as no weakness.
 */
export function achievedLevel(
  devices: ReadonlyArray<ReadonlyArray<FoundationalResult> | null>,
): AchievedLevel {
  const known = devices.filter((results) => results !== null);
  return {
    vector: lowestOf(known, ({ achieved }) => achieved),
    alone: lowestOf(known, ({ native }) => native),
    known: known.length,
    unknown: devices.length - known.length,
  };
}

function lowestOf(
  devices: ReadonlyArray<ReadonlyArray<FoundationalResult>>,
  levelOf: (result: FoundationalResult) => SecurityLevel,
): SlVector | null {
  return devices
    .map((results) => {
      const levels = new Map(results.map((result) => [result.foundationalRequirement, levelOf(result)]));
      return vectorOf((fr) => levels.get(fr) ?? 0);
    })
    .reduce<SlVector | null>((lowest, one) => (lowest === null ? one : lowerOf(lowest, one)), null);
}
