import { z } from "zod";
import { addDays, type IsoDate } from "../shared/iso-date";

/** What an evidence pack of many decisions is about. Of a period both days are included, in UTC. */
export type EvidenceScope =
  | { kind: "zone"; modelId: string; zoneId: string }
  | { kind: "supplier"; supplierId: string }
  | { kind: "period"; from: IsoDate; to: IsoDate };

export const SCOPE_KINDS = ["zone", "supplier", "period"] as const satisfies ReadonlyArray<
  EvidenceScope["kind"]
>;

/** A leap year: what an audit asks for, and what one archive should hold. */
export const MOST_DAYS = 366;

const id = z.string().min(1).max(64);

export const EvidenceScopeSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("zone"), modelId: id, zoneId: id }),
    z.strictObject({ kind: z.literal("supplier"), supplierId: id }),
    z.strictObject({ kind: z.literal("period"), from: z.iso.date(), to: z.iso.date() }),
  ])
  .superRefine((scope, context) => {
    if (scope.kind !== "period") return;
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["to"], message });
    if (scope.to < scope.from) refuse("period-reversed");
    else if (scope.to > addDays(scope.from, MOST_DAYS - 1)) refuse("period-too-long");
  });

/** So much goes into one pack. More is refused with a way out, never cut without a word. */
export const MOST_IN_PACK = {
  decisions: 2_000,
  exceptions: 1_000,
  requests: 2_000,
  entries: 10_000,
} as const;
export type PackCounts = Readonly<Record<keyof typeof MOST_IN_PACK, number>>;

/** What there is too much of for one pack, the first first; null where it fits. */
export function tooMuchOf(counts: PackCounts): keyof PackCounts | null {
  if (counts.decisions > MOST_IN_PACK.decisions) return "decisions";
  if (counts.exceptions > MOST_IN_PACK.exceptions) return "exceptions";
  if (counts.requests > MOST_IN_PACK.requests) return "requests";
  return counts.entries > MOST_IN_PACK.entries ? "entries" : null;
}

/** The instants of a period: from the first on, and before the second. */
export function instantsOf({ from, to }: { from: IsoDate; to: IsoDate }): { since: Date; before: Date } {
  return {
    since: new Date(`${from}T00:00:00.000Z`),
    before: new Date(new Date(`${to}T00:00:00.000Z`).getTime() + 86_400_000),
  };
}
