import { coversGap } from "~/domain/procurement/exception";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { Db } from "~db/client";
import type { DecisionException } from "~db/repositories/decision-exceptions";
import type { ExceptedPair } from "~db/repositories/exceptions";
import { listPeopleByIds } from "~db/repositories/people";
import { toException } from "../exceptions/find-exception.server";
import type { ExceptedGaps } from "../exceptions/pair-of-exception.server";

/** The exceptions in force that accept a gap of what is decided on, as they are on that day. */
export async function restingOn(
  db: Db,
  decision: Pick<DecisionException, "organisationId" | "decisionId">,
  pair: ExceptedPair,
  { gaps, exceptions }: ExceptedGaps,
  asOf: IsoDate,
): Promise<ReadonlyArray<DecisionException>> {
  const covering = exceptions.flatMap((exception) => {
    const accepted = gaps.filter((gap) => coversGap(toException(exception), gap, pair, asOf));
    return accepted.length > 0 ? [{ exception, keys: accepted.map(({ key }) => key) }] : [];
  });
  const leads = await listPeopleByIds(
    db,
    covering.flatMap(({ exception }) => exception.decidedBy ?? []),
  );
  return covering.flatMap(({ exception: { id, residualRisk, expiresOn, decidedBy, decidedAt }, keys }) => {
    if (decidedAt === null) return [];
    const grantedByName = leads.find((lead) => lead.id === decidedBy)?.name ?? "";
    return [
      {
        ...{ ...decision, exceptionId: id, gaps: keys, residualRisk, expiresOn },
        ...{ grantedByName, grantedAt: decidedAt },
      },
    ];
  });
}
