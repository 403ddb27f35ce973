import { toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { type ExceptionRecord, findException } from "~db/repositories/exceptions";
import { listPeopleByIds } from "~db/repositories/people";
import { standExceptions } from "./exception-standings.server";

/** Extensions are years apart; more than these would be no exception any more. */
const MAX_GENERATIONS = 20;

/** An exception and those it goes on from, newest first, each with everything that happened to it. */
export async function presentLineage({ actor, database, now }: Caller, newest: ExceptionRecord) {
  const db = database.read;
  const line = [newest];
  for (let one = newest; one.extendsId !== null && line.length < MAX_GENERATIONS; ) {
    const earlier = await findException(db, actor.organisationId, one.extendsId);
    if (!earlier) break;
    line.push(earlier);
    one = earlier;
  }
  const standing = await standExceptions(db, actor.organisationId, line, toIsoDate(now));
  const people = await listPeopleByIds(
    db,
    standing.flatMap(({ exception, reviews }) => [
      ...[exception.requestedBy, exception.decidedBy, exception.revokedBy].flatMap((id) => id ?? []),
      ...reviews.map(({ reviewedBy }) => reviewedBy),
    ]),
  );
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  return standing.map(({ exception, standing, reviews }) => ({
    ...{ id: exception.id, standing, expiresOn: exception.expiresOn },
    steps: stepsOf(exception, reviews, nameOf),
  }));
}

export type LineageStep = {
  step:
    | "requested"
    | "granted"
    | "refused"
    | "withdrawn"
    | "reviewed"
    | "revoke-asked"
    | "revoked"
    | "superseded";
  at: string;
  byName: string | null;
  note: string;
};

type Reviews = Awaited<ReturnType<typeof standExceptions>>[number]["reviews"];

function stepsOf(
  exception: ExceptionRecord,
  reviews: Reviews,
  nameOf: (id: string | null) => string | null,
): ReadonlyArray<LineageStep> {
  const { requestedBy, requestedAt, decidedBy, decidedAt, withdrawnAt, revokedBy, revokedAt } = exception;
  const step = (
    name: LineageStep["step"],
    at: Date | null,
    by: string | null,
    note: string,
  ): ReadonlyArray<LineageStep & { order: Date }> =>
    at === null ? [] : [{ step: name, at: at.toISOString(), byName: nameOf(by), note, order: at }];
  return [
    ...step("requested", requestedAt, requestedBy, ""),
    ...step(
      exception.state === "refused" ? "refused" : "granted",
      decidedAt,
      decidedBy,
      exception.decisionNote,
    ),
    ...reviews.flatMap(({ outcome, reviewedAt, reviewedBy, note }) =>
      step(outcome === "continue" ? "reviewed" : "revoke-asked", reviewedAt, reviewedBy, note),
    ),
    ...step("withdrawn", withdrawnAt, requestedBy, exception.withdrawalReason),
    ...step("revoked", revokedAt, revokedBy, exception.revocationReason),
    ...step("superseded", exception.supersededAt, null, ""),
  ]
    .sort((a, b) => a.order.getTime() - b.order.getTime())
    .map(({ order: _order, ...shown }) => shown);
}
