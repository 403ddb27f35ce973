import type { IsoDate } from "../shared/iso-date";
import type { Evidence } from "./evidence";

/** From so many days before its last day on, a piece is to be renewed: the check *evidence-is-in-date* says it too. */
export const EXPIRES_SOON_DAYS = 90;
const DAY_MS = 86_400_000;

export type EvidenceValidity =
  | { state: "not-yet-valid"; days: number }
  | { state: "expired"; days: number }
  | { state: "expires-soon"; days: number }
  | { state: "in-date" }
  | { state: "without-end" };

/**
 * Where a piece of evidence stands on a day (product.md §4.6). It counts on its first and on its last day. `days`: until
 * it begins, since its last day, or until its last day, whole days from 0.
 */
export function validityOf(
  { validFrom, validUntil }: Pick<Evidence, "validFrom" | "validUntil">,
  asOf: IsoDate,
): EvidenceValidity {
  if (validUntil !== null && validUntil < asOf) return { state: "expired", days: daysFrom(validUntil, asOf) };
  if (validFrom !== null && asOf < validFrom)
    return { state: "not-yet-valid", days: daysFrom(asOf, validFrom) };
  if (validUntil === null) return { state: "without-end" };
  const days = daysFrom(asOf, validUntil);
  return days <= EXPIRES_SOON_DAYS ? { state: "expires-soon", days } : { state: "in-date" };
}

function daysFrom(earlier: IsoDate, later: IsoDate): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / DAY_MS);
}
