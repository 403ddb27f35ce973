import type { Actor } from "~/domain/access/role";
import { lotsOf, MOST_TENDER_REQUESTS } from "~/domain/procurement/tender";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { saveTenderFiles } from "~db/repositories/attachments";
import { appendAuditEntry } from "~db/repositories/audit";
import { listFilesNamed } from "~db/repositories/files";
import { findOrganisation } from "~db/repositories/organisations";
import { findTenderOfSubmission, saveNewTender, saveTenderRequest } from "~db/repositories/tenders";
import type { MailStep } from "../mail/queue-letter.server";
import { openProfiles } from "../profiles/profile-source.server";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { type AskedZone, findAskedZone } from "../requests/asked-zone.server";
import { sendRequest } from "../requests/send-request.server";
import { type InvalidInput, useCase } from "../use-case.server";
import { tenderSuppliers } from "./addressed-suppliers.server";
import { TenderFields, type TenderInput } from "./fields.server";

type Lot = ReadonlyArray<AskedZone>;
type SentTender = { id: string; requestIds: ReadonlyArray<string>; zones: number; suppliers: number };
export type CreateTenderRefusal =
  /** The same form once more: nothing is sent a second time. */
  { code: "already-sent"; tenderId: string } | { code: "too-many-letters" } | InvalidInput;

const invalid = (field: string, message: string): InvalidInput => ({
  code: "invalid-input",
  fields: { [field]: [message] },
});

/**
 * Asks several suppliers for several zones at once: one request for each supplier and each lot of zones that ask the very
 * same. Every supplier gets requests like any other, and nothing that tells of the others. All or nothing.
 */
export const createTender = useCase({
  action: "tender.create",
  input: TenderFields,
  async run({ db, actor, input, now, newId }): Promise<Result<SentTender, CreateTenderRefusal>> {
    const { organisationId, personId } = actor;
    const sent = await findTenderOfSubmission(db, organisationId, input.submission);
    if (sent) return refuse({ code: "already-sent", tenderId: sent.id });
    if (input.dueOn < toIsoDate(now)) return refuse(invalid("dueOn", "in-the-past"));
    const step = { db, now, newId };
    const lots = await findLots(step, actor, input);
    if (!lots.ok) return lots;
    const wanted = input.supplierIds.length + input.newSuppliers.length;
    if (wanted * lots.value.length > MOST_TENDER_REQUESTS)
      return refuse(invalid("supplierIds", "too-many-requests"));
    const { attachments } = input;
    const digests = attachments.map(({ sha256 }) => sha256);
    if ((await listFilesNamed(db, organisationId, digests)).length < digests.length)
      return refuse(invalid("attachments", "unknown-file"));
    const suppliers = await tenderSuppliers(step, actor, input);
    if (!suppliers.ok) return suppliers;
    const { submission, subject, message, dueOn } = input;
    const tenderId = newId();
    const zones = lots.value.flatMap((lot, place) => lot.map((zone) => ({ ...zone, lot: place + 1 })));
    await saveNewTender(
      db,
      {
        ...{ organisationId, id: tenderId, name: input.name || subject, subject, message, dueOn, submission },
        ...{ state: "open", createdBy: personId, createdAt: now, remindedAt: null, closedAt: null },
      },
      zones.map(({ snapshot: _, ...zone }, position) => ({ ...zone, position })),
    );
    await saveTenderFiles(db, organisationId, tenderId, attachments);
    const hospital = await findOrganisation(db, organisationId);
    const words = { hospitalName: hospital?.name ?? "", subject, message, dueOn };
    const requestIds: Array<string> = [];
    for (const supplier of suppliers.value) {
      const shared = () => seenByHospitals(db, { supplierId: supplier.supplierId }, [organisationId]);
      const before = await shared();
      for (const [place, [zone]] of lots.value.entries()) {
        const requestId = zone && (await sendRequest(step, actor, { ...words, zone, supplier }));
        if (zone === undefined || requestId === undefined) return refuse({ code: "too-many-letters" });
        await saveTenderRequest(db, organisationId, { tenderId, requestId, lot: place + 1 });
        await noteRequest(step, actor, { requestId, tenderId, supplierId: supplier.supplierId, zone });
        requestIds.push(requestId);
      }
      const by = { ...step, personId };
      await reassessDeclarations(by, "declaration-shared", { before, after: await shared() });
    }
    return accept({ id: tenderId, requestIds, zones: zones.length, suppliers: suppliers.value.length });
  },
  audit: ({ attachments }, { requestIds, zones, suppliers }) => ({
    ...{ requests: requestIds.length, zones, suppliers, attachments: attachments.length },
  }),
});

/** Zones that ask the very same stand together; a request of a lot is about its first. */
async function findLots(
  { db }: MailStep,
  { organisationId }: Actor,
  { places, componentTypes }: TenderInput,
): Promise<Result<ReadonlyArray<Lot>, InvalidInput>> {
  const source = await openProfiles(db, organisationId);
  const zones: Array<AskedZone> = [];
  for (const place of places) {
    const zone = await findAskedZone(db, source, organisationId, { ...place, componentTypes });
    if (!zone.ok) return refuse(invalid("places", "zone-without-target"));
    zones.push(zone.value);
  }
  return accept(lotsOf(zones, ({ snapshot }) => canonicalJson(snapshot)));
}

/** Each request has the entry that it would have alone. */
async function noteRequest(
  { db, now }: MailStep,
  { organisationId, personId }: Actor,
  request: { requestId: string; tenderId: string; supplierId: string; zone: AskedZone },
): Promise<void> {
  const { requestId, tenderId, supplierId, zone } = request;
  const { modelId, zoneId, revisionNumber } = zone;
  await appendAuditEntry(db, {
    ...{ at: now, action: "request.create", personId, organisationId, subjectId: requestId },
    details: { supplierId, modelId, zoneId, revisionNumber, tenderId },
  });
}
