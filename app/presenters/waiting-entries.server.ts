import { type Action, mayDo } from "~/domain/access/permissions";
import type { QueueEntry, QueueKind, QueueParty } from "~/domain/procurement/queue";
import { WAITING_FOR_SUPPLIER } from "~/domain/procurement/tender";
import { toIsoDate } from "~/domain/shared/iso-date";
import { partyOf } from "~/use-cases/dialogue/request-between.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listCommentNotices, listReturnedTo } from "~db/repositories/comment-notices";
import { listCountermeasures } from "~db/repositories/countermeasures";
import { listCurrentDecisions } from "~db/repositories/decisions";
import { listWaitingThreads } from "~db/repositories/dialogue";
import { listConditionsDueBy } from "~db/repositories/due-conditions";
import { listLiveExceptions } from "~db/repositories/exceptions";
import { listRequests } from "~db/repositories/intake-requests";
import type { Revision } from "~db/repositories/revisions";
import { findZoneModel, listZoneModels } from "~db/repositories/zone-models";
import { reviewDecisions } from "./assessment-of-pair.server";
import { standExceptions } from "./exception-standings.server";
import { REVIEW_SCAN_LIMIT } from "./present-decisions.server";
import { LIVE_EXCEPTIONS_LIMIT } from "./present-exceptions.server";

/** So many of each kind are looked at; beyond it the queue says that it is cut. */
const BOUND = 500;
/** Every open condition is in the queue, however far away its day. */
const END_OF_TIME = "9999-12-31";

type Group = { kind: QueueKind; entries: ReadonlyArray<Omit<QueueEntry, "kind" | "key">>; isCut: boolean };
type Published = Revision & { modelName: string };

/** Everything of a hospital that waits for somebody, and the kinds of which there may be more. */
export async function listWaitingEntries(
  caller: Caller,
  revisions: ReadonlyArray<Published>,
): Promise<{ entries: ReadonlyArray<QueueEntry>; cut: ReadonlyArray<QueueKind> }> {
  const groups = [
    ...(await requestGroups(caller, revisions)),
    await reviewGroup(caller),
    await conditionGroup(caller),
    ...(await exceptionGroups(caller)),
    await countermeasureGroup(caller),
    ...(await modelGroups(caller)),
    await questionGroup(caller),
  ];
  return {
    entries: groups.flatMap(({ kind, entries }) =>
      entries.map((entry) => ({ ...entry, kind, key: `${kind}:${entry.id}:${entry.title}` })),
    ),
    cut: groups.filter(({ isCut }) => isCut).map(({ kind }) => kind),
  };
}

function partyFor({ actor }: Caller, action: Action): QueueParty {
  return mayDo(actor, action) ? "role" : "others";
}

const NOWHERE = { modelId: null, zone: null, supplier: null, dueOn: null };

async function requestGroups(
  caller: Caller,
  revisions: ReadonlyArray<Published>,
): Promise<ReadonlyArray<Group>> {
  const { actor, database } = caller;
  const names = new Map(
    revisions.flatMap(({ modelId, content }) =>
      content.zones.map(({ id, name }) => [`${modelId} ${id}`, name] as const),
    ),
  );
  const groupOf = async (kind: QueueKind, party: QueueParty, states: typeof WAITING_FOR_SUPPLIER) => {
    const found = await listRequests(
      ...([database.read, actor.organisationId, { states }, { limit: BOUND }] as const),
    );
    const entries = found.map((one) => ({
      ...{ id: one.id, party, title: one.subject, about: "", modelId: one.modelId },
      zone: { id: one.zoneId, name: names.get(`${one.modelId} ${one.zoneId}`) ?? "" },
      supplier: { id: one.supplierId, name: one.supplierName },
      // Its day was the supplier's; an answer has been there since.
      dueOn: party === "supplier" ? one.dueOn : null,
      since: (party === "supplier" ? one.createdAt : one.updatedAt).toISOString(),
    }));
    return { kind, entries, isCut: found.length === BOUND };
  };
  return [
    await groupOf("answered-request", partyFor(caller, "decision.record"), ["declared"]),
    await groupOf("waiting-request", "supplier", WAITING_FOR_SUPPLIER),
  ];
}

async function reviewGroup(caller: Caller): Promise<Group> {
  const { actor, database } = caller;
  const current = await listCurrentDecisions(database.read, actor.organisationId, {
    limit: REVIEW_SCAN_LIMIT,
  });
  const reviewed = await reviewDecisions(caller, current);
  const party = partyFor(caller, "decision.record");
  return {
    kind: "decision-to-review",
    isCut: current.length === REVIEW_SCAN_LIMIT,
    entries: reviewed
      .filter(({ review }) => review.state === "needs-review")
      .map(({ decision: one }) => ({
        ...{ id: one.id, party, title: `${one.productName} ${one.releaseVersion}`, about: "" },
        ...{ modelId: one.modelId, zone: { id: one.zoneId, name: one.zoneName } },
        supplier: { id: one.supplierId, name: one.supplierName },
        ...{ dueOn: null, since: one.decidedAt.toISOString() },
      })),
  };
}

async function conditionGroup(caller: Caller): Promise<Group> {
  const { actor, database } = caller;
  const open = await listConditionsDueBy(database.read, actor.organisationId, END_OF_TIME, BOUND);
  const party = partyFor(caller, "condition.complete");
  return {
    kind: "condition",
    isCut: open.length === BOUND,
    entries: open.map((one) => ({
      ...{ id: one.decisionId, party, title: one.text, about: `${one.productName} · ${one.owner}` },
      ...{ modelId: one.modelId, zone: { id: one.zoneId, name: one.zoneName } },
      supplier: { id: one.supplierId, name: one.supplierName },
      ...{ dueOn: one.dueOn, since: one.dueOn },
    })),
  };
}

async function exceptionGroups(caller: Caller): Promise<ReadonlyArray<Group>> {
  const { actor, database, now } = caller;
  const scope = [database.read, actor.organisationId] as const;
  const live = await listLiveExceptions(...scope, toIsoDate(now), LIVE_EXCEPTIONS_LIMIT);
  const standing = await standExceptions(...scope, live, toIsoDate(now));
  const isCut = live.length === LIVE_EXCEPTIONS_LIMIT;
  const toEntry = ({ exception: one }: (typeof standing)[number]) => ({
    ...{ id: one.id, title: `${one.productName} ${one.releaseVersion}`, about: one.reason },
    ...{ modelId: one.modelId, zone: { id: one.zoneId, name: one.zoneName }, supplier: null },
    since: one.requestedAt.toISOString(),
  });
  return [
    {
      ...{ kind: "requested-exception", isCut },
      entries: standing
        .filter(({ standing: state }) => state === "requested")
        .map((one) => ({
          ...{ ...toEntry(one), dueOn: null },
          // Four eyes: what somebody asked for waits for anybody else.
          party:
            one.exception.requestedBy === actor.personId ? "others" : partyFor(caller, "exception.decide"),
        })),
    },
    {
      ...{ kind: "exception-to-review", isCut },
      entries: standing
        .filter(
          ({ standing: state, latestOutcome }) =>
            state === "review-overdue" || latestOutcome === "revoke-asked",
        )
        .map((one) => ({
          ...{ ...toEntry(one), party: partyFor(caller, "exception.review") },
          dueOn: one.nextReviewOn ?? one.exception.expiresOn,
        })),
    },
  ];
}

async function countermeasureGroup(caller: Caller): Promise<Group> {
  const { actor, database } = caller;
  const proposed = await listCountermeasures(database.read, actor.organisationId, {
    ...{ state: "proposed", limit: BOUND },
  });
  return {
    kind: "proposed-countermeasure",
    isCut: proposed.length === BOUND,
    entries: proposed.map((one) => ({
      ...{ ...NOWHERE, id: one.id, title: one.title, about: one.requirementIds.join(", ") },
      ...{ modelId: one.modelId, since: one.proposedAt.toISOString() },
      party: one.proposedBy === actor.personId ? "others" : partyFor(caller, "countermeasure.decide"),
    })),
  };
}

async function modelGroups(caller: Caller): Promise<ReadonlyArray<Group>> {
  const { actor, database } = caller;
  const scope = [database.read, actor.organisationId] as const;
  const models = (await listZoneModels(...scope)).filter(({ state }) => state === "submitted");
  const submitted = await Promise.all(models.map(({ id }) => findZoneModel(...scope, id)));
  const returned = await listReturnedTo(...scope, actor.personId);
  const comments = await listCommentNotices(...scope, actor.personId);
  return [
    {
      ...{ kind: "submitted-revision", isCut: false },
      entries: submitted.flatMap((one) =>
        one
          ? {
              ...{ ...NOWHERE, id: one.id, modelId: one.id, title: one.name, about: one.siteName },
              party: one.submittedBy === actor.personId ? "others" : partyFor(caller, "revision.approve"),
              since: (one.submittedAt ?? one.updatedAt).toISOString(),
            }
          : [],
      ),
    },
    {
      ...{ kind: "returned-submission", isCut: false },
      entries: returned.map((one) => ({
        ...{ ...NOWHERE, id: one.modelId, modelId: one.modelId, party: "me", title: one.modelName },
        ...{ about: one.returnComment, since: one.at.toISOString() },
      })),
    },
    {
      ...{ kind: "comment", isCut: comments.isCut },
      entries: comments.notices.map((one) => ({
        ...{ ...NOWHERE, id: one.modelId, modelId: one.modelId, party: "me" },
        ...{ title: one.elementName || one.modelName, about: one.siteName, since: one.at.toISOString() },
      })),
    },
  ];
}

async function questionGroup(caller: Caller): Promise<Group> {
  const { actor, database } = caller;
  const waiting = await listWaitingThreads(database.read, partyOf(actor), BOUND);
  return {
    kind: "question",
    isCut: waiting.length === BOUND,
    entries: waiting.map((one) => ({
      ...{ ...NOWHERE, id: one.requestId, party: partyFor(caller, "question.write"), title: one.subject },
      ...{ about: one.otherName, since: one.updatedAt.toISOString() },
    })),
  };
}
