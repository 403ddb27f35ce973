import { QUEUE_KINDS, type QueueEntry, type QueueKind, type QueueParty } from "~/domain/procurement/queue";
import { WAITING_FOR_SUPPLIER } from "~/domain/procurement/tender";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { partyOf } from "~/use-cases/dialogue/request-between.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listCountermeasures } from "~db/repositories/countermeasures";
import { listWaitingThreads } from "~db/repositories/dialogue";
import { listConditionsDueBy } from "~db/repositories/due-conditions";
import { listLiveExceptions } from "~db/repositories/exceptions";
import { listRequests } from "~db/repositories/intake-requests";
import { listReceivedNotices } from "~db/repositories/received-notices";
import type { Revision } from "~db/repositories/revisions";
import { decisionsToReview } from "./decisions-to-review.server";
import { standExceptions } from "./exception-standings.server";
import { heldReleases } from "./held-releases.server";
import { LIVE_EXCEPTIONS_LIMIT } from "./present-exceptions.server";
import { NOWHERE, partyFor, WAITING_BOUND, type WaitingGroup } from "./waiting-group.server";
import { commentGroup, returnedGroup, submittedGroup } from "./waiting-models.server";

/** Every open condition is in the queue, however far away its day. */
const END_OF_TIME = "9999-12-31";

type Published = Pick<Revision, "modelId" | "content">;
type Asked = {
  revisions: ReadonlyArray<Published>;
  kinds?: ReadonlyArray<QueueKind>;
  /** Conditions that are due later are not wanted; null = all of them. */
  conditionsUntil?: IsoDate | null;
};
type Source = {
  of: ReadonlyArray<QueueKind>;
  gather: (caller: Caller, asked: Asked) => Promise<ReadonlyArray<WaitingGroup>>;
};

/** Where each kind comes from; what nobody asks for is not read. */
const SOURCES: ReadonlyArray<Source> = [
  { of: ["answered-request", "waiting-request"], gather: requestGroups },
  { of: ["notice"], gather: noticeGroup },
  { of: ["decision-to-review"], gather: reviewGroup },
  { of: ["condition"], gather: conditionGroup },
  { of: ["requested-exception", "exception-to-review"], gather: exceptionGroups },
  { of: ["proposed-countermeasure"], gather: countermeasureGroup },
  { of: ["submitted-revision"], gather: submittedGroup },
  { of: ["returned-submission"], gather: returnedGroup },
  { of: ["comment"], gather: commentGroup },
  { of: ["question"], gather: questionGroup },
];

/** Everything of a hospital, or some kinds of it, that waits for somebody, and the kinds of which there may be more. */
export async function listWaitingEntries(
  caller: Caller,
  asked: Asked,
): Promise<{ entries: ReadonlyArray<QueueEntry>; cut: ReadonlyArray<QueueKind> }> {
  const { kinds = QUEUE_KINDS } = asked;
  const groups: Array<WaitingGroup> = [];
  for (const { of, gather } of SOURCES)
    if (of.some((kind) => kinds.includes(kind))) groups.push(...(await gather(caller, asked)));
  const wanted = groups.filter(({ kind }) => kinds.includes(kind));
  return {
    entries: wanted.flatMap(({ kind, entries }) =>
      entries.map((entry) => ({ ...entry, kind, key: `${kind}:${entry.id}:${entry.title}` })),
    ),
    cut: wanted.filter(({ isCut }) => isCut).map(({ kind }) => kind),
  };
}

async function requestGroups(caller: Caller, { revisions }: Asked): Promise<ReadonlyArray<WaitingGroup>> {
  const { actor, database } = caller;
  const names = new Map(
    revisions.flatMap(({ modelId, content }) =>
      content.zones.map(({ id, name }) => [`${modelId} ${id}`, name] as const),
    ),
  );
  const groupOf = async (kind: QueueKind, party: QueueParty, states: typeof WAITING_FOR_SUPPLIER) => {
    const found = await listRequests(
      ...([database.read, actor.organisationId, { states }, { limit: WAITING_BOUND + 1 }] as const),
    );
    const entries = found.slice(0, WAITING_BOUND).map((one) => ({
      ...{ id: one.id, party, title: one.subject, about: "", modelId: one.modelId },
      zone: { id: one.zoneId, name: names.get(`${one.modelId} ${one.zoneId}`) ?? "" },
      supplier: { id: one.supplierId, name: one.supplierName },
      // Its day was the supplier's; an answer has been there since.
      dueOn: party === "supplier" ? one.dueOn : null,
      since: (party === "supplier" ? one.createdAt : one.updatedAt).toISOString(),
    }));
    return { kind, entries, isCut: found.length > WAITING_BOUND };
  };
  return [
    await groupOf("answered-request", partyFor(caller, "decision.record"), ["declared"]),
    await groupOf("waiting-request", "supplier", WAITING_FOR_SUPPLIER),
  ];
}

/** What a supplier tells of products that stand here, until somebody records it as an incident or it is closed. */
async function noticeGroup(caller: Caller): Promise<ReadonlyArray<WaitingGroup>> {
  const { actor, database } = caller;
  const heldReleaseIds = await heldReleases(caller);
  const found = await listReceivedNotices(database.read, actor.organisationId, {
    ...{ heldReleaseIds, isUrgent: true, isUnrecorded: true, limit: WAITING_BOUND + 1 },
  });
  const party = partyFor(caller, "incident.open");
  return [
    {
      kind: "notice",
      isCut: found.length > WAITING_BOUND,
      entries: found.slice(0, WAITING_BOUND).map((one) => ({
        ...{ ...NOWHERE, id: one.id, party, title: one.content.title, about: one.supplierName },
        supplier: { id: one.organisationId, name: one.supplierName },
        since: one.updatedAt.toISOString(),
      })),
    },
  ];
}

async function reviewGroup(caller: Caller): Promise<ReadonlyArray<WaitingGroup>> {
  const { reviewed, continuesAfter } = await decisionsToReview(caller);
  const party = partyFor(caller, "decision.record");
  const entries = reviewed.map(({ decision: one }) => ({
    ...{ id: one.id, party, title: `${one.productName} ${one.releaseVersion}`, about: "" },
    ...{ modelId: one.modelId, zone: { id: one.zoneId, name: one.zoneName } },
    supplier: { id: one.supplierId, name: one.supplierName },
    ...{ dueOn: null, since: one.decidedAt.toISOString() },
  }));
  return [{ kind: "decision-to-review", isCut: continuesAfter !== null, entries }];
}

async function conditionGroup(
  caller: Caller,
  { conditionsUntil }: Asked,
): Promise<ReadonlyArray<WaitingGroup>> {
  const { actor, database } = caller;
  const open = await listConditionsDueBy(
    database.read,
    actor.organisationId,
    conditionsUntil ?? END_OF_TIME,
    WAITING_BOUND + 1,
  );
  const party = partyFor(caller, "condition.complete");
  const entries = open.slice(0, WAITING_BOUND).map((one) => ({
    ...{ id: one.decisionId, party, title: one.text, about: `${one.productName} · ${one.owner}` },
    ...{ modelId: one.modelId, zone: { id: one.zoneId, name: one.zoneName } },
    supplier: { id: one.supplierId, name: one.supplierName },
    ...{ dueOn: one.dueOn, since: one.dueOn },
  }));
  return [{ kind: "condition", isCut: open.length > WAITING_BOUND, entries }];
}

async function exceptionGroups(caller: Caller): Promise<ReadonlyArray<WaitingGroup>> {
  const { actor, database, now } = caller;
  const scope = [database.read, actor.organisationId] as const;
  const live = await listLiveExceptions(...scope, toIsoDate(now), LIVE_EXCEPTIONS_LIMIT + 1);
  const standing = await standExceptions(...scope, live.slice(0, LIVE_EXCEPTIONS_LIMIT), toIsoDate(now));
  const isCut = live.length > LIVE_EXCEPTIONS_LIMIT;
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

async function countermeasureGroup(caller: Caller): Promise<ReadonlyArray<WaitingGroup>> {
  const { actor, database } = caller;
  const proposed = await listCountermeasures(database.read, actor.organisationId, {
    ...{ state: "proposed", limit: WAITING_BOUND + 1 },
  });
  return [
    {
      kind: "proposed-countermeasure",
      isCut: proposed.length > WAITING_BOUND,
      entries: proposed.slice(0, WAITING_BOUND).map((one) => ({
        ...{ ...NOWHERE, id: one.id, title: one.title, about: one.requirementIds.join(", ") },
        ...{ modelId: one.modelId, since: one.proposedAt.toISOString() },
        party: one.proposedBy === actor.personId ? "others" : partyFor(caller, "countermeasure.decide"),
      })),
    },
  ];
}

async function questionGroup(caller: Caller): Promise<ReadonlyArray<WaitingGroup>> {
  const { actor, database } = caller;
  const waiting = await listWaitingThreads(database.read, partyOf(actor), WAITING_BOUND + 1);
  const party = partyFor(caller, "question.write");
  const entries = waiting.slice(0, WAITING_BOUND).map((one) => ({
    ...{ ...NOWHERE, id: one.requestId, party, title: one.subject },
    ...{ about: one.otherName, since: one.updatedAt.toISOString() },
  }));
  return [{ kind: "question", isCut: waiting.length > WAITING_BOUND, entries }];
}
