import { mayDo } from "~/domain/access/permissions";
import { differenceOf } from "~/domain/zone-model/difference";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import { zonesWithoutTarget } from "~/domain/zone-model/revision";
import { evaluateRules } from "~/domain/zone-model/rules";
import { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listPeopleByIds } from "~db/repositories/people";
import { findLatestRevision, listRevisions } from "~db/repositories/revisions";
import { listLatestModelEdits } from "~db/repositories/zone-models";
import { toDifferenceRows } from "./difference-rows.server";
import { countFindings, findModelOf } from "./model-parts.server";

const MAX_EDITS = 20;

/** The way to the next revision: what differs, who may do what now, and what was published before. */
export async function presentRevisions(caller: Caller, modelId: string) {
  const { actor, database } = caller;
  requirePermission(actor, "revision.read");
  const scope = [database.read, actor.organisationId] as const;
  const model = await findModelOf(caller, modelId);
  const [revisions, latest, edits] = await Promise.all([
    listRevisions(...scope, modelId),
    findLatestRevision(...scope, modelId),
    listLatestModelEdits(...scope, { modelId, limit: MAX_EDITS }),
  ]);
  const named = revisions.flatMap(({ submittedBy, approvedBy }) => [submittedBy, approvedBy]);
  const people = await listPeopleByIds(
    database.read,
    model.submittedBy ? [...named, model.submittedBy] : named,
  );
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const before = latest?.content ?? EMPTY_ZONE_MODEL;
  const isSubmitted = model.state === "submitted";
  const isSubmitter = model.submittedBy === actor.personId;
  const withoutTarget = new Set(zonesWithoutTarget(model.draft));
  return {
    modelId,
    modelName: model.name,
    version: model.draftVersion,
    fingerprint: fingerprintOfModel(model.draft),
    returnComment: model.returnComment,
    submission: isSubmitted
      ? {
          personName: nameOf.get(model.submittedBy ?? "") ?? null,
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
    findings: countFindings(evaluateRules(model.draft)),
    latestNumber: latest?.number ?? null,
    difference: toDifferenceRows(differenceOf(before, model.draft), before, model.draft),
    revisions: revisions.map(({ number, note, submittedBy, approvedBy, publishedAt, fingerprint }) => ({
      number,
      note,
      fingerprint,
      submittedBy: nameOf.get(submittedBy) ?? null,
      approvedBy: nameOf.get(approvedBy) ?? null,
      publishedAt: publishedAt.toISOString(),
    })),
    edits: edits.map(({ version, personName, at, commands }) => ({
      version,
      personName,
      at: at.toISOString(),
      commands: commands.length,
    })),
  };
}
