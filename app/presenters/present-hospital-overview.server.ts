import { type Action, mayDo } from "~/domain/access/permissions";
import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import { partyOf } from "~/use-cases/dialogue/request-between.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listCommentNotices, listReturnedTo } from "~db/repositories/comment-notices";
import { listCountermeasures } from "~db/repositories/countermeasures";
import { listCurrentDecisions } from "~db/repositories/decisions";
import { listWaitingThreads } from "~db/repositories/dialogue";
import { listConditionsDueBy } from "~db/repositories/due-conditions";
import { listLiveExceptions } from "~db/repositories/exceptions";
import { countChangesSince, listReassessments } from "~db/repositories/reassessments";
import { findZoneModel, listZoneModels } from "~db/repositories/zone-models";
import { reviewDecisions } from "./assessment-of-pair.server";
import { presentAuditDuties } from "./overview-audit.server";
import { presentHousekeeping, presentOutsideDuties } from "./overview-duties.server";
import { presentRequestDuties } from "./overview-requests.server";
import { REVIEW_SCAN_LIMIT } from "./present-decisions.server";
import { LIVE_EXCEPTIONS_LIMIT } from "./present-exceptions.server";
import { waitingExceptions } from "./waiting-exceptions.server";

const SHOWN = 5;
const CONDITION_BOUND = 100;
const PROPOSAL_BOUND = 100;
const QUESTION_BOUND = 100;
/** A condition is shown this long before it is due. */
const CONDITION_NOTICE_DAYS = 14;
const WEEK_MS = 7 * 24 * 60 * 60_000;

/** What needs somebody today: `isMine` where the caller's roles allow the next step. */
export async function presentHospitalOverview(caller: Caller) {
  const { actor, database, now } = caller;
  requirePermission(actor, "request.read");
  const db = database.read;
  const { organisationId } = actor;
  const today = toIsoDate(now);
  const [models, requests, decisions, conditions, proposals, exceptions, comments, returned, questions] =
    await Promise.all([
      listZoneModels(db, organisationId),
      presentRequestDuties(caller),
      listCurrentDecisions(db, organisationId, { limit: REVIEW_SCAN_LIMIT }),
      listConditionsDueBy(db, organisationId, addDays(today, CONDITION_NOTICE_DAYS), CONDITION_BOUND),
      listCountermeasures(db, organisationId, { state: "proposed", limit: PROPOSAL_BOUND }),
      listLiveExceptions(db, organisationId, today, LIVE_EXCEPTIONS_LIMIT),
      listCommentNotices(db, organisationId, actor.personId),
      listReturnedTo(db, organisationId, actor.personId),
      listWaitingThreads(db, partyOf(actor), QUESTION_BOUND),
    ]);
  const reviewed = await reviewDecisions(caller, decisions);
  const toReview = reviewed
    .filter(({ review }) => review.state === "needs-review")
    .map(({ decision }) => decision);
  const submitted = await listSubmittedByOthers(
    caller,
    models.filter(({ state }) => state === "submitted").map(({ id }) => id),
  );
  // Four eyes: what somebody proposed waits for anybody else.
  const proposed = proposals.filter(({ proposedBy }) => proposedBy !== actor.personId);
  const waiting = await waitingExceptions(caller, exceptions);
  const isMine = (action: Action) => mayDo(actor, action);
  const outside = await presentOutsideDuties(caller);
  const housekeeping = await presentHousekeeping(caller);
  const audit = await presentAuditDuties(caller);
  return {
    today,
    recent: await presentRecentChanges(caller),
    auditCheck: audit.check,
    sections: [
      ...outside,
      {
        key: "decisions-to-review" as const,
        isMine: isMine("decision.record"),
        count: toReview.length,
        isCut: decisions.length === REVIEW_SCAN_LIMIT,
        entries: toReview.slice(0, SHOWN).map(({ id, productName, zoneName, decidedAt }) => ({
          ...{ id, title: productName, about: zoneName, date: decidedAt.toISOString() },
        })),
      },
      requests.answered,
      {
        key: "submitted-revisions" as const,
        isMine: isMine("revision.approve"),
        count: submitted.length,
        isCut: false,
        entries: submitted.slice(0, SHOWN),
      },
      {
        key: "returned-submissions" as const,
        isMine: isMine("revision.submit"),
        count: returned.length,
        isCut: false,
        entries: returned.slice(0, SHOWN).map(({ modelId, modelName, returnComment, at }) => ({
          ...{ id: modelId, title: modelName, about: returnComment, date: at.toISOString() },
        })),
      },
      {
        key: "open-comments" as const,
        isMine: isMine("comment.add"),
        count: comments.notices.length,
        isCut: comments.isCut,
        entries: comments.notices
          .slice(0, SHOWN)
          .map(({ modelId, modelName, siteName, elementName, at }) => ({
            ...{ id: modelId, title: elementName || modelName, date: at.toISOString() },
            about: elementName ? `${modelName} · ${siteName}` : siteName,
          })),
      },
      {
        key: "questions" as const,
        isMine: isMine("question.write"),
        count: questions.length,
        isCut: questions.length === QUESTION_BOUND,
        entries: questions.slice(0, SHOWN).map(({ requestId, subject, otherName, updatedAt }) => ({
          ...{ id: requestId, title: subject, about: otherName, date: updatedAt.toISOString() },
        })),
      },
      {
        key: "proposed-countermeasures" as const,
        isMine: isMine("countermeasure.decide"),
        count: proposed.length,
        isCut: proposals.length === PROPOSAL_BOUND,
        entries: proposed.slice(0, SHOWN).map(({ id, title, requirementIds, proposedAt }) => ({
          ...{ id, title, about: requirementIds.join(", "), date: proposedAt.toISOString() },
        })),
      },
      {
        key: "requested-exceptions" as const,
        isMine: isMine("exception.decide"),
        count: waiting.requested.length,
        isCut: exceptions.length === LIVE_EXCEPTIONS_LIMIT,
        entries: waiting.requested.slice(0, SHOWN),
      },
      {
        key: "exceptions-to-review" as const,
        isMine: isMine("exception.review"),
        count: waiting.toReview.length,
        isCut: exceptions.length === LIVE_EXCEPTIONS_LIMIT,
        entries: waiting.toReview.slice(0, SHOWN),
      },
      requests.overdue,
      {
        key: "conditions-due" as const,
        isMine: isMine("condition.complete"),
        count: conditions.length,
        isCut: conditions.length === CONDITION_BOUND,
        entries: conditions.slice(0, SHOWN).map(({ decisionId, text, productName, zoneName, dueOn }) => ({
          ...{ id: decisionId, title: text, about: `${productName} · ${zoneName}`, date: dueOn },
        })),
      },
      ...housekeeping,
      ...audit.sections,
    ],
    firstSteps: {
      hasModel: models.length > 0,
      hasRevision: models.some(({ latestRevisionNumber }) => latestRevisionNumber !== null),
      hasRequest: requests.hasAny,
      hasDecision: decisions.length > 0,
      mayDraw: isMine("model.create"),
      mayAsk: isMine("request.create"),
    },
  };
}

/** Four eyes: what somebody submitted waits for anybody else. */
async function listSubmittedByOthers({ actor, database }: Caller, modelIds: ReadonlyArray<string>) {
  const models = await Promise.all(
    modelIds.map((id) => findZoneModel(database.read, actor.organisationId, id)),
  );
  return models.flatMap((model) =>
    model && model.submittedBy !== actor.personId
      ? [
          {
            id: model.id,
            title: model.name,
            about: model.siteName,
            date: (model.submittedAt ?? model.updatedAt).toISOString(),
          },
        ]
      : [],
  );
}

/** What came out otherwise in the last seven days, and why. */
async function presentRecentChanges({ actor, database, now }: Caller) {
  const since = new Date(now.getTime() - WEEK_MS);
  const [changed, entries] = await Promise.all([
    countChangesSince(database.read, actor.organisationId, since),
    listReassessments(database.read, actor.organisationId, { onlyChanged: true, since, limit: SHOWN }),
  ]);
  return {
    changed,
    entries: entries.map(({ id, cause, subject, at, changed: count }) => ({
      ...{ id, cause, subject, at: at.toISOString(), changed: count },
    })),
  };
}
