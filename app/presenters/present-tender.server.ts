import { mayDo } from "~/domain/access/permissions";
import { judge } from "~/domain/assessment/assess";
import type { Verdict } from "~/domain/assessment/assessment";
import { FEWEST_OFFERS, MOST_OFFERS } from "~/domain/procurement/offer-comparison";
import {
  daysToAnswer,
  mayRemindAgain,
  tenderProgress,
  WAITING_FOR_SUPPLIER,
} from "~/domain/procurement/tender";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { openProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listTenderOffers } from "~db/repositories/answering-declarations";
import { listTenderFiles } from "~db/repositories/attachments";
import { findSharedDeclaration } from "~db/repositories/declarations";
import { listPeopleByIds } from "~db/repositories/people";
import { listLatestRevisions } from "~db/repositories/revisions";
import {
  findTender,
  listTenderRequests,
  listTenderZones,
  type TenderRequest,
  type TenderZone,
} from "~db/repositories/tenders";
import { toShownFile } from "./shown-files.server";

/** One tender: its zones in lots, every supplier with every request, and what can be compared. */
export async function presentTender(caller: Caller, tenderId: string) {
  const { actor, database, now } = caller;
  requirePermission(actor, "tender.read");
  const db = database.read;
  const { organisationId } = actor;
  const tender = await findTender(db, organisationId, tenderId);
  if (!tender) throw new AppError("not-found", "there is no such tender");
  const [zones, requests, offers, people, files] = await Promise.all([
    listTenderZones(db, organisationId, tenderId),
    listTenderRequests(db, organisationId, [tenderId]),
    listTenderOffers(db, organisationId, tenderId),
    listPeopleByIds(db, [tender.createdBy]),
    listTenderFiles(db, organisationId, tenderId),
  ]);
  const verdicts = await judgeOffers(caller, zones, offers);
  const waiting = requests.filter(({ state }) => WAITING_FOR_SUPPLIER.includes(state));
  const isOpen = tender.state === "open";
  const { id, name, subject, message, state, dueOn } = tender;
  return {
    ...{ id, name, subject, message, state, dueOn },
    createdAt: tender.createdAt.toISOString(),
    createdByName: people[0]?.name ?? null,
    remindedAt: tender.remindedAt?.toISOString() ?? null,
    closedAt: tender.closedAt?.toISOString() ?? null,
    today: toIsoDate(now),
    progress: tenderProgress(requests.map((request) => request.state)),
    waiting: waiting.length,
    attachments: files.map(toShownFile),
    /** How long suppliers have had, as what a template begins with. */
    days: daysToAnswer(toIsoDate(tender.createdAt), dueOn),
    mayKeep: mayDo(actor, "request-template.save"),
    lots: toLots(zones, offers),
    suppliers: toSuppliers(requests, verdicts, toIsoDate(now)),
    mayReschedule: isOpen && mayDo(actor, "tender.reschedule"),
    mayRemind: isOpen && waiting.length > 0 && mayDo(actor, "tender.remind"),
    canRemindNow: mayRemindAgain(tender.remindedAt, now),
    mayClose: isOpen && mayDo(actor, "tender.close"),
  };
}

type Offer = { lot: number; requestId: string; declarationId: string };

/** Each lot with its zones, and what to put side by side for each of them. */
function toLots(zones: ReadonlyArray<TenderZone>, offers: ReadonlyArray<Offer>) {
  return [...new Set(zones.map(({ lot }) => lot))].map((lot) => {
    const answering = offers.filter((offer) => offer.lot === lot);
    const declarations = [...new Set(answering.map(({ declarationId }) => declarationId))];
    return {
      lot,
      zones: zones.filter((zone) => zone.lot === lot),
      offers: declarations.slice(0, MOST_OFFERS),
      omitted: Math.max(0, declarations.length - MOST_OFFERS),
      canCompare: declarations.length >= FEWEST_OFFERS,
    };
  });
}

/** A row for each supplier, a request for each lot. */
function toSuppliers(
  requests: ReadonlyArray<TenderRequest>,
  verdicts: ReadonlyMap<string, Verdict>,
  today: string,
) {
  const names = new Map(requests.map(({ supplierId, supplierName }) => [supplierId, supplierName]));
  return [...names].map(([supplierId, name]) => ({
    supplierId,
    name,
    requests: requests
      .filter((request) => request.supplierId === supplierId)
      .map(({ requestId, lot, state, dueOn }) => ({
        ...{ requestId, lot, state, dueOn },
        isOverdue: WAITING_FOR_SUPPLIER.includes(state) && dueOn < today,
        verdict: verdicts.get(requestId) ?? null,
      })),
  }));
}

/** How each offer comes out against the first zone of its lot as it is today; nothing where the zone has gone. */
async function judgeOffers(
  { actor, database, now }: Caller,
  zones: ReadonlyArray<TenderZone>,
  offers: ReadonlyArray<Offer>,
): Promise<ReadonlyMap<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  if (offers.length === 0) return verdicts;
  const { organisationId } = actor;
  const db = database.read;
  const [source, revisions] = await Promise.all([
    openProfiles(db, organisationId),
    listLatestRevisions(db, organisationId),
  ]);
  for (const { lot, requestId, declarationId } of offers) {
    const zone = zones.find((one) => one.lot === lot);
    const revision = revisions.find(({ modelId }) => modelId === zone?.modelId);
    const profile = zone && revision && profileOf(source, revision, zone.zoneId);
    const declaration = profile && (await findSharedDeclaration(db, organisationId, declarationId));
    if (declaration) verdicts.set(requestId, judge(profile, declaration.content, toIsoDate(now)).verdict);
  }
  return verdicts;
}
