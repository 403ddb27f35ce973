import { mayDo } from "~/domain/access/permissions";
import { judge } from "~/domain/assessment/assess";
import type { Verdict } from "~/domain/assessment/assessment";
import { profileRows } from "~/domain/assessment/requirement-profile";
import { allowedMoves, type RequestState } from "~/domain/procurement/request";
import { WAITING_FOR_SUPPLIER } from "~/domain/procurement/tender";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { assessAsSent, findRequestBetween } from "~/use-cases/dialogue/request-between.server";
import { openProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listAnsweringDeclarations } from "~db/repositories/answering-declarations";
import { findDecisionOfRequest } from "~db/repositories/decisions";
import { findSharedDeclaration } from "~db/repositories/declarations";
import { findRequest, type IntakeRequest } from "~db/repositories/intake-requests";
import { listPeopleByIds } from "~db/repositories/people";
import { findLatestRevision, findRevision, type Revision } from "~db/repositories/revisions";
import { findTenderOfRequest } from "~db/repositories/tenders";
import { findZoneModel } from "~db/repositories/zone-models";
import type { ZoneClassSnapshot } from "~db/schema";
import { presentWithdrawal } from "./assessment-of-pair.server";
import { presentDialogue } from "./dialogue-parts.server";
import { lawOfPlace } from "./law-of-place.server";
import type { MailOf } from "./mail-of.server";
import { toldLetters } from "./told-letters.server";

/** One request: where it stands, what the supplier sees of it, and what came back. */
export async function presentRequest(caller: Caller, requestId: string, portalMail: MailOf = "none") {
  const { actor, database, now } = caller;
  requirePermission(actor, "request.read");
  const db = database.read;
  const request = await findRequest(db, actor.organisationId, requestId);
  if (!request) throw new AppError("not-found", "there is no such request");
  const [asked, latest, model, people, decision] = await Promise.all([
    findRevision(db, actor.organisationId, request.modelId, request.revisionNumber),
    findLatestRevision(db, actor.organisationId, request.modelId),
    findZoneModel(db, actor.organisationId, request.modelId),
    listPeopleByIds(db, [request.createdBy]),
    findDecisionOfRequest(db, actor.organisationId, request.id),
  ]);
  const present = latest?.content.zones.find(({ id }) => id === request.zoneId);
  return {
    id: request.id,
    subject: request.subject,
    law: lawOfPlace("request", { facts: null }, now),
    message: request.message,
    supplierName: request.supplierName,
    state: request.state,
    dueOn: request.dueOn,
    isOverdue: WAITING_FOR_SUPPLIER.includes(request.state) && request.dueOn < toIsoDate(now),
    declineReason: request.declineReason,
    createdAt: request.createdAt.toISOString(),
    updatedAt: request.updatedAt.toISOString(),
    createdByName: people[0]?.name ?? null,
    zone: {
      modelId: request.modelId,
      zoneId: request.zoneId,
      modelName: model?.name ?? "",
      name: asked?.content.zones.find(({ id }) => id === request.zoneId)?.name ?? request.zoneId,
      revisionNumber: request.revisionNumber,
      latestRevisionNumber: latest?.number ?? null,
      isStillThere: present !== undefined,
    },
    snapshot: toShownSnapshot(request.snapshot),
    told: await toldLetters(db, actor.organisationId, { requestId, portalMail }),
    maySend: mayDo(actor, "request.send-link") && (request.state === "sent" || request.state === "accepted"),
    dialogue: await presentDialogueOfRequest(caller, request),
    steps: stepsOf(request.state),
    answer: await presentAnswer(caller, request, latest),
    /** What was offered for the same zone in answer to this and other requests. */
    offers: await listAnsweringDeclarations(db, actor.organisationId, request),
    tender: (await findTenderOfRequest(db, actor.organisationId, request.id)) ?? null,
    withdrawal: await presentWithdrawal(caller, request.declarationId),
    decision: decision
      ? {
          id: decision.id,
          kind: decision.kind,
          decidedAt: decision.decidedAt.toISOString(),
          isCurrent: decision.isCurrent,
        }
      : null,
    mayWithdraw:
      mayDo(actor, "request.withdraw") && allowedMoves(request.state, "hospital").includes("withdraw"),
    mayDecide: mayDo(actor, "decision.record"),
  };
}

/** Exactly what crosses: nothing here may come from anywhere but the snapshot. */
function toShownSnapshot({
  zoneClass,
  slTarget,
  componentTypes,
  profile,
  allowedProtocols,
}: ZoneClassSnapshot) {
  const types = componentTypes.length > 0 ? componentTypes : COMPONENT_TYPES;
  return {
    zoneClass,
    slTarget,
    componentTypes,
    allowedProtocols,
    catalogueVersion: profile.catalogueVersion,
    rowsByFoundation: profileRows(profile, types).map(({ foundationalRequirement, target, rows }) => ({
      foundationalRequirement,
      target,
      requirementIds: rows.map(({ id }) => id),
    })),
  };
}

/** The way of a request that goes well, or as far as it went. */
function stepsOf(state: RequestState): { states: ReadonlyArray<RequestState>; current: number } {
  const way: ReadonlyArray<RequestState> = ["sent", "accepted", "declared", "decided"];
  const states: ReadonlyArray<RequestState> =
    state === "declined" || state === "withdrawn" ? ["sent", state] : way;
  return { states, current: states.indexOf(state) };
}

/** Each question under what its finding says today of the declaration that answers the request. */
async function presentDialogueOfRequest(caller: Caller, { id, declarationId }: IntakeRequest) {
  const { actor, database, now } = caller;
  const request = await findRequestBetween(database.read, actor, id);
  const declaration =
    declarationId === null
      ? undefined
      : await findSharedDeclaration(database.read, actor.organisationId, declarationId);
  const findings = declaration ? assessAsSent(request, declaration.content, toIsoDate(now)).findings : [];
  return presentDialogue(caller, request, findings);
}

async function presentAnswer(
  { actor, database, now }: Caller,
  request: IntakeRequest,
  latest: Revision | undefined,
) {
  if (!request.declarationId) return null;
  const declaration = await findSharedDeclaration(database.read, actor.organisationId, request.declarationId);
  if (!declaration) return null;
  const source = await openProfiles(database.read, actor.organisationId);
  const profile = latest && profileOf(source, latest, request.zoneId);
  const verdict: Verdict | null = profile
    ? judge(profile, declaration.content, toIsoDate(now)).verdict
    : null;
  return {
    declarationId: declaration.declarationId,
    productName: declaration.productName,
    releaseVersion: declaration.releaseVersion,
    declarationVersion: declaration.declarationVersion,
    signedAt: declaration.signedAt.toISOString(),
    verdict,
  };
}
