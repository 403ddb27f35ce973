import { mayDo } from "~/domain/access/permissions";
import {
  acceptanceStanding,
  NO_TARGET,
  type TargetedElement,
  type TargetRecord,
} from "~/domain/risk/target-record";
import { AppError } from "~/domain/shared/app-error";
import type { Caller } from "~/use-cases/use-case.server";
import { listPeopleByIds } from "~db/repositories/people";
import { findAcceptance, listAcceptancesOf, type NamedAcceptance } from "~db/repositories/target-acceptances";
import { findAcceptedRecords, listTargetAuthors, listTargetChanges } from "~db/repositories/target-history";

/** More than a page shows: older ones stay in the audit trail. */
const MAX_ACCEPTANCES = 10;

/** Who stands by the target of an element, what was changed since by whom, and whether the reader can accept it. */
export async function acceptanceOf(
  { actor, database }: Caller,
  modelId: string,
  element: TargetedElement,
  record: TargetRecord,
) {
  const scope = [database.read, actor.organisationId] as const;
  const [acceptances, authors] = await Promise.all([
    listAcceptancesOf(...scope, { modelId, element, limit: MAX_ACCEPTANCES }),
    listTargetAuthors(...scope, { modelId, element, target: record }),
  ]);
  const [latest] = acceptances;
  const standing = acceptanceStanding(record, latest);
  const since =
    latest && standing === "changed"
      ? await listTargetChanges(...scope, { modelId, element, since: latest.acceptedAt })
      : [];
  const people = await listPeopleByIds(database.read, [...authors, ...since.map(({ personId }) => personId)]);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "";
  const isLead = mayDo(actor, "target.accept");
  return {
    standing,
    accepted: acceptances.map((one) => ({
      ...{ id: one.id, note: one.note, slTarget: one.slTarget },
      by: one.acceptedByName,
      at: one.acceptedAt.toISOString(),
      withdrawn: withdrawalOf(one),
    })),
    changes: since.map(({ personId, at, fields }) => ({ by: nameOf(personId), at, fields })),
    authors: authors.map(nameOf),
    isLead,
    isAuthor: authors.includes(actor.personId),
    /** Whose word it is takes it back, as long as it is the last one. */
    mayWithdraw:
      mayDo(actor, "target.withdraw-acceptance") &&
      latest?.acceptedBy === actor.personId &&
      latest.withdrawnAt === null,
    mayAccept:
      isLead && record.slTarget !== null && standing !== "accepted" && !authors.includes(actor.personId),
  };
}

function withdrawalOf({ withdrawnAt, withdrawalReason }: NamedAcceptance) {
  return withdrawnAt && { at: withdrawnAt.toISOString(), reason: withdrawalReason ?? "" };
}

/** What was accepted, as the history of the draft holds it, and whose word it is. Throws where there is no such acceptance. */
export async function acceptedRecordOf(
  { actor, database }: Caller,
  modelId: string,
  element: TargetedElement,
  acceptanceId: string,
) {
  const scope = [database.read, actor.organisationId] as const;
  const acceptance = await findAcceptance(...scope, { modelId, element, acceptanceId });
  if (!acceptance) throw new AppError("not-found", "there is no such acceptance");
  const kept = (await findAcceptedRecords(...scope, modelId, [acceptance])).get(acceptanceId);
  const { acceptedByName, acceptedAt, note, slTarget } = acceptance;
  const withdrawn = withdrawalOf(acceptance);
  return {
    record: kept?.record ?? { ...NO_TARGET, slTarget },
    accepted: {
      by: acceptedByName,
      at: acceptedAt.toISOString(),
      ...{ note, withdrawn },
      /** The version of the draft that first said it; null where the history does not hold it. */
      version: kept?.version ?? null,
    },
  };
}
