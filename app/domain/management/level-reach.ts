import type { FoundationalRequirement, SlVector } from "../security-level/security-level";

/** Where a zone stands in one foundational requirement: SL-A against SL-T. */
export const LEVEL_REACHES = ["reached", "short", "unknown", "nothing-placed"] as const;
export type LevelReach = (typeof LEVEL_REACHES)[number];

export type ZoneLevel = {
  slTarget: SlVector;
  /** Of the devices whose product and declaration are known; null where none is. */
  slAchieved: SlVector | null;
  /** Devices of which nothing is known. */
  unknown: number;
};

/**
 * A known device below the target decides at once. Silence is not compliance: with a device of which nothing is known
 * the level is not known to be reached, but for a target of 0, which asks for nothing.
 */
export function levelReachOf(
  { slTarget, slAchieved, unknown }: ZoneLevel,
  fr: FoundationalRequirement,
): LevelReach {
  if (slAchieved === null && unknown === 0) return "nothing-placed";
  if (slTarget[fr] === 0) return "reached";
  if (slAchieved !== null && slAchieved[fr] < slTarget[fr]) return "short";
  return unknown > 0 ? "unknown" : "reached";
}
