import { hashOfEntry } from "~/domain/audit/entry-hash";
import { daysAgo } from "~/domain/management/time-spans";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries, listPreviousHashes } from "~db/repositories/audit";
import { listCurrentDecisions } from "~db/repositories/decisions";
import { countExceptions, listExceptions } from "~db/repositories/exceptions";
import { sectionOf } from "./overview-entries.server";
import { WEEK_MS } from "./present-decisions.server";

const SHOWN = 5;
const RECENT_BOUND = 500;
/** So many of the newest entries are checked at every look: all of them are checked by an evidence pack. */
const CHECKED_ENTRIES = 200;

/** What an auditor looks at first: what was decided within a week, which exceptions were granted within thirty days, and whether the log still holds. */
export async function presentAuditDuties({ actor, database, now }: Caller) {
  if (!actor.roles.includes("auditor")) return { sections: [], check: null };
  const { organisationId } = actor;
  const today = toIsoDate(now);
  const since = new Date(now.getTime() - WEEK_MS);
  const recent = {
    ...({ state: "granted", isSuperseded: false } as const),
    ...{ lastDay: { from: today }, decided: daysAgo("to-30", today) },
  };
  const [decided, granted, grantedCount, entries] = await Promise.all([
    listCurrentDecisions(database.read, organisationId, { since, limit: RECENT_BOUND + 1 }),
    listExceptions(database.read, organisationId, { ...recent, limit: SHOWN }),
    countExceptions(database.read, organisationId, recent),
    listAuditEntries(database.read, organisationId, { limit: CHECKED_ENTRIES }),
  ]);
  const previous = await listPreviousHashes(
    database.read,
    entries.map(({ sequence }) => sequence),
  );
  const broken = entries.filter((entry) => {
    const before = previous.get(entry.sequence);
    const chained = { ...entry, at: entry.at.toISOString() };
    return before === undefined || hashOfEntry(chained, before) !== entry.hash;
  });
  return {
    sections: [
      sectionOf(
        { key: "recent-decisions" as const, isMine: true },
        decided.slice(0, RECENT_BOUND).map(({ id, productName, zoneName, decidedAt }) => ({
          ...{ id, title: productName, about: zoneName, date: decidedAt.toISOString() },
        })),
        { isCut: decided.length > RECENT_BOUND },
      ),
      sectionOf(
        { key: "recent-exceptions" as const, isMine: true },
        granted.map(({ id, productName, zoneName, decidedAt }) => ({
          ...{ id, title: productName, about: zoneName, date: (decidedAt ?? now).toISOString() },
        })),
        { count: grantedCount },
      ),
    ],
    check: { checked: entries.length, broken: broken.map(({ sequence }) => sequence) },
  };
}
