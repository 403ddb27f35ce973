import { AppError } from "~/domain/shared/app-error";
import { type Sheet, writeSheets } from "~/formats/workbook/write-workbook";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findOrganisation } from "~db/repositories/organisations";
import { listPeopleByIds } from "~db/repositories/people";
import { comparedOffers } from "./compared-offers.server";
import { nameOfFile } from "./present-model-export.server";
import { findPublishedZone } from "./zone-of-revision.server";

export type OffersIds = { modelId: string; zoneId: string; declarationIds: ReadonlyArray<string> };

/** A whole comparison as its files hold it: nothing of it is filtered. */
export async function presentOffersExport(caller: Caller, { modelId, zoneId, declarationIds }: OffersIds) {
  const { actor, database, now } = caller;
  requirePermission(actor, "offer-comparison.export");
  requirePermission(actor, "offer-note.read");
  const place = await findPublishedZone(caller, modelId, zoneId);
  const { profile } = place;
  if (!profile) throw new AppError("not-found", "the zone has no target");
  const [hospital, people, compared] = await Promise.all([
    findOrganisation(database.read, actor.organisationId),
    listPeopleByIds(database.read, [actor.personId]),
    comparedOffers(caller, { ...place, profile }, declarationIds),
  ]);
  return {
    ...compared,
    hospitalName: hospital?.name ?? "",
    writtenBy: people[0]?.name ?? "",
    writtenAt: now.toISOString(),
  };
}

export type OffersToExport = Awaited<ReturnType<typeof presentOffersExport>>;

export function nameOfOffersFile({ zone, asOf }: OffersToExport, file: "offers.xlsx" | "offers.pdf"): string {
  return nameOfFile(zone.name, asOf, file);
}

/** The comparison as a workbook, with the sheets that were made of it. */
export async function offersWorkbookFile(
  offers: OffersToExport,
  sheets: ReadonlyArray<Sheet>,
): Promise<{ name: string; type: string; body: Blob }> {
  return { name: nameOfOffersFile(offers, "offers.xlsx"), type: XLSX, body: await writeSheets(sheets) };
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
