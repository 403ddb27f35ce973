import { mayDo } from "~/domain/access/permissions";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import { zonesWithoutTarget } from "~/domain/zone-model/revision";
import { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
import type { Caller } from "~/use-cases/use-case.server";
import { listPeopleByIds } from "~db/repositories/people";
import type { Revision } from "~db/repositories/revisions";
import type { ModelRecord } from "~db/repositories/zone-models";
import { presentFindings } from "./model-findings.server";

/** The table has the others. */
const MAX_ERRORS = 50;

/** Where the draft stands on its way to the next revision: who waits for whom, what is open, who may do what now. */
export async function publicationParts(
  caller: Caller,
  model: ModelRecord,
  latest: Pick<Revision, "fingerprint"> | undefined,
) {
  const { actor, database } = caller;
  const [judged, [submitter]] = await Promise.all([
    presentFindings(caller, model.id, model.draft),
    listPeopleByIds(database.read, model.submittedBy ? [model.submittedBy] : []),
  ]);
  const fingerprint = fingerprintOfModel(model.draft);
  const isSubmitted = model.state === "submitted";
  const isSubmitter = model.submittedBy === actor.personId;
  const openErrors = judged.sorted.open.filter(({ severity }) => severity === "error");
  const withoutTarget = new Set(zonesWithoutTarget(model.draft));
  return {
    modelId: model.id,
    modelName: model.name,
    version: model.draftVersion,
    fingerprint,
    /** Waivers count too, although they are no elements. */
    hasChanges: fingerprint !== (latest?.fingerprint ?? fingerprintOfModel(EMPTY_ZONE_MODEL)),
    returnComment: model.returnComment,
    submission: isSubmitted
      ? {
          personName: submitter?.name ?? null,
          at: model.submittedAt?.toISOString() ?? null,
          note: model.submissionNote,
          isOwn: isSubmitter,
        }
      : null,
    may: {
      submit: !isSubmitted && mayDo(actor, "revision.submit"),
      approve: isSubmitted && !isSubmitter && mayDo(actor, "revision.approve"),
      return: isSubmitted && mayDo(actor, "revision.return"),
      withdraw: isSubmitted && isSubmitter && mayDo(actor, "revision.withdraw"),
      delete: !latest && mayDo(actor, "model.delete"),
    },
    zonesWithoutTarget: model.draft.zones
      .filter(({ id }) => withoutTarget.has(id))
      .map(({ id, name }) => ({ id, name })),
    findings: judged.counts,
    openErrors: openErrors.slice(0, MAX_ERRORS).map(({ id, ruleId, params }) => ({ id, ruleId, params })),
    openErrorCount: openErrors.length,
    waivers: judged.waivers.filter(({ state }) => state === "in-force"),
    open: judged.sorted.open,
  };
}
