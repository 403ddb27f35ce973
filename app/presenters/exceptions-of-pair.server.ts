import { mayDo } from "~/domain/access/permissions";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { ExceptedGaps } from "~/use-cases/exceptions/pair-of-exception.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listPeopleByIds } from "~db/repositories/people";
import { standExceptions, toShownGap } from "./exception-standings.server";

/** What was accepted of a product in a zone, and the gaps that nobody has accepted. */
export async function presentExceptionsOfPair(
  { actor, database, now }: Caller,
  { gaps, uncovered, exceptions }: ExceptedGaps,
  isNewest: boolean,
) {
  const db = database.read;
  const [standing, people] = await Promise.all([
    standExceptions(db, actor.organisationId, exceptions, toIsoDate(now)),
    listPeopleByIds(
      db,
      exceptions.map(({ requestedBy }) => requestedBy),
    ),
  ]);
  return {
    gapCount: gaps.length,
    uncovered: uncovered.map(toShownGap),
    entries: standing.map(({ exception, standing }) => ({
      ...{ id: exception.id, standing, expiresOn: exception.expiresOn },
      gaps: exception.gaps.map(({ key }) => key),
      requestedByName: people.find(({ id }) => id === exception.requestedBy)?.name ?? null,
      requestedAt: exception.requestedAt.toISOString(),
    })),
    mayRequest: mayDo(actor, "exception.request") && isNewest && gaps.length > 0,
  };
}
