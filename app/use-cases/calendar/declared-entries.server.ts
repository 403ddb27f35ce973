import type { endingThings } from "~/domain/declaration/expiring";
import type { CalendarEntry } from "~/domain/procurement/calendar";

export type Approval = { id: string; zoneName: string };

/** One release with what holds for it: as it is shared, or as it was decided on. */
export type Relied = {
  supplierName: string;
  releaseId: string;
  productName: string;
  releaseVersion: string;
  /** null where nothing is shared any more. */
  declarationId: string | null;
  ends: ReturnType<typeof endingThings>;
  changedAt: Date;
};

/** What of one release ends; `approvals` are those in force on it, newest first. */
export function declaredEntries(
  { supplierName, releaseId, productName, releaseVersion, declarationId, ends, changedAt }: Relied,
  approvals: ReadonlyArray<Approval>,
): ReadonlyArray<CalendarEntry> {
  const [newest] = approvals;
  const subject: CalendarEntry["subject"] = newest
    ? { to: "decision", decisionId: newest.id }
    : { to: "declaration", declarationId: declarationId ?? "" };
  const entries = ends.map(
    ({ kind, evidenceId, name, until }): CalendarEntry => ({
      ...{ key: `${kind}:${releaseId}:${evidenceId ?? name}`, kind, endsOn: until, name, subject },
      product: `${productName} ${releaseVersion}`,
      places: [...new Set(approvals.map(({ zoneName }) => zoneName))],
      isReliedOn: newest !== undefined,
      owner: { name: supplierName, personId: null },
      changedAt: changedAt.toISOString(),
    }),
  );
  return soonestOfEach(entries);
}

/** A supplier may name the same component twice: the end that comes first is the one to act on. */
function soonestOfEach(entries: ReadonlyArray<CalendarEntry>): ReadonlyArray<CalendarEntry> {
  const soonest = new Map<string, CalendarEntry>();
  for (const entry of entries) {
    const known = soonest.get(entry.key);
    if (!known || entry.endsOn < known.endsOn) soonest.set(entry.key, entry);
  }
  return [...soonest.values()];
}
