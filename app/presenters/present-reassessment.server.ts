import { AppError } from "~/domain/shared/app-error";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findDecision } from "~db/repositories/decisions";
import { listPeopleByIds } from "~db/repositories/people";
import {
  CHANGE_KINDS,
  countReassessmentChanges,
  findReassessment,
  listReassessmentChanges,
  type ReassessmentChange,
} from "~db/repositories/reassessments";
import { listLatestRevisions } from "~db/repositories/revisions";
import { listSharedNewest } from "~db/repositories/shared-declarations";
import { reviewDecisions } from "./assessment-of-pair.server";
import { toShownReassessment } from "./present-reassessments.server";

const PAGE = 50;

export type ReassessmentQuery = {
  kind: string | null;
  /** Position that ended the page before. */
  after: number | null;
};

/** One re-assessment with the pairs that came out otherwise, as they came out then. */
export async function presentReassessment(caller: Caller, id: string, query: ReassessmentQuery) {
  const { actor, database } = caller;
  requirePermission(actor, "reassessment.read");
  const db = database.read;
  const { organisationId } = actor;
  const reassessment = await findReassessment(db, organisationId, id);
  if (!reassessment) throw new AppError("not-found", "there is no such re-assessment");
  const kind = CHANGE_KINDS.find((one) => one === query.kind);
  const found = await listReassessmentChanges(db, organisationId, id, {
    kind,
    after: query.after ?? undefined,
    limit: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  const [people, assessable, touched, listed] = await Promise.all([
    listPeopleByIds(
      db,
      [reassessment.personId].flatMap((personId) => personId ?? []),
    ),
    assessablePairs(caller, page),
    touchedDecisions(caller, page),
    countReassessmentChanges(db, organisationId, id),
  ]);
  return {
    reassessment: toShownReassessment(reassessment, new Map(people.map((one) => [one.id, one.name]))),
    changes: page.map((change) => {
      const { decisionId, verdictBefore, verdictAfter, difference } = change;
      const { modelId, zoneId, zoneName, productName, releaseVersion, position } = change;
      return {
        ...{ position, modelId, zoneId, zoneName, productName, releaseVersion },
        ...{ verdictBefore, verdictAfter, difference },
        /** The newest declaration of the release, to open its assessment of today; null where there is none. */
        declarationId: assessable(change),
        decision: decisionId === null ? null : (touched.get(decisionId) ?? null),
      };
    }),
    /** How many of all changes can be read here, whatever the filter. */
    listed,
    kinds: CHANGE_KINDS,
    filter: { kind: kind ?? null },
    next: found.length > PAGE ? (page.at(-1)?.position ?? null) : null,
  };
}

/** Zones and declarations come and go: what was listed then need not be there today. */
async function assessablePairs({ actor, database }: Caller, changes: ReadonlyArray<ReassessmentChange>) {
  const [revisions, shared] = await Promise.all([
    listLatestRevisions(database.read, actor.organisationId),
    listSharedNewest(database.read, actor.organisationId, {
      releaseIds: [...new Set(changes.map(({ releaseId }) => releaseId))],
    }),
  ]);
  const zones = new Set(
    revisions.flatMap(({ modelId, content }) =>
      content.zones.flatMap(({ id, slTarget }) => (slTarget ? [`${modelId} ${id}`] : [])),
    ),
  );
  const newest = new Map(shared.map((one) => [`${one.supplierId} ${one.releaseId}`, one.declarationId]));
  return ({ modelId, zoneId, supplierId, releaseId }: ReassessmentChange): string | null =>
    zones.has(`${modelId} ${zoneId}`) ? (newest.get(`${supplierId} ${releaseId}`) ?? null) : null;
}

type Touched = { id: string; state: "holds" | "needs-review" | "superseded" };

async function touchedDecisions(
  caller: Caller,
  changes: ReadonlyArray<ReassessmentChange>,
): Promise<ReadonlyMap<string, Touched>> {
  const { actor, database } = caller;
  const ids = [...new Set(changes.flatMap(({ decisionId }) => decisionId ?? []))];
  const found = await Promise.all(ids.map((id) => findDecision(database.read, actor.organisationId, id)));
  const decisions = found.flatMap((decision) => decision ?? []);
  const reviewed = await reviewDecisions(
    caller,
    decisions.filter(({ isCurrent }) => isCurrent),
  );
  const stateOf = new Map(reviewed.map(({ decision, review }) => [decision.id, review.state]));
  return new Map(decisions.map(({ id }) => [id, { id, state: stateOf.get(id) ?? "superseded" }]));
}
