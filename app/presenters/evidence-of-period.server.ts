import { type EvidenceScope, instantsOf } from "~/domain/audit/evidence-scope";
import { MOST_ATTACHED } from "~/formats/evidence-pack/manifest";
import type { Caller } from "~/use-cases/use-case.server";
import { listAcceptancesIn, listCountermeasuresIn, listRevisionsIn } from "~db/repositories/evidence";
import { listMeasureFilesIn } from "~db/repositories/measure-files";
import { listPeopleByIds } from "~db/repositories/people";
import { listZoneModels } from "~db/repositories/zone-models";

/** What else was approved in a period, beside decisions and exceptions. */
export async function evidenceOfPeriod(
  { actor, database }: Caller,
  period: Extract<EvidenceScope, { kind: "period" }>,
) {
  const of = [database.read, actor.organisationId] as const;
  const [revisions, countermeasures, acceptances, models] = await Promise.all([
    listRevisionsIn(...of, period),
    listCountermeasuresIn(...of, period),
    listAcceptancesIn(...of, period),
    listZoneModels(...of),
  ]);
  const people = await listPeopleByIds(
    database.read,
    revisions.flatMap(({ submittedBy, approvedBy }) => [submittedBy, approvedBy]),
  );
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "";
  const { since, before } = instantsOf(period);
  // One more than a pack lists: that there are too many is seen where it is packed.
  const bounds = { since, before, limit: MOST_ATTACHED.listed + 1 };
  const isIn = (at: Date | null) => at !== null && at >= since && at < before;
  return {
    revisions: revisions.map(
      ({ modelId, number, fingerprint, note, submittedBy, approvedBy, publishedAt }) => ({
        ...{ modelId, number, fingerprint, note, publishedAt: publishedAt.toISOString() },
        modelName: models.find(({ id }) => id === modelId)?.name ?? "",
        ...{ submittedBy: nameOf(submittedBy), approvedBy: nameOf(approvedBy) },
      }),
    ),
    countermeasures: countermeasures.map(({ organisationId: _organisation, ...one }) => ({
      ...one,
      /** What of it lies in the period; the rest is there so that the entry can be read. */
      happened: (["proposedAt", "decidedAt", "withdrawnAt"] as const).filter((moment) => isIn(one[moment])),
    })),
    measureFiles: await listMeasureFilesIn(...of, bounds),
    acceptances: acceptances.map(({ organisationId: _organisation, ...one }) => one),
    trail: { subjectIds: [], isWanted: () => true },
  };
}
