import { AppError } from "~/domain/shared/app-error";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findRequest } from "~db/repositories/intake-requests";
import { findTender, listTenderRequests } from "~db/repositories/tenders";
import type { PackedClass, ZonePackage } from "./zone-package.server";

/** All that a tender asks: each class once, as it was sent to its suppliers. */
export async function presentTenderPackage(
  { actor, database }: Caller,
  tenderId: string,
): Promise<ZonePackage> {
  requirePermission(actor, "tender.export");
  const { organisationId } = actor;
  const tender = await findTender(database.read, organisationId, tenderId);
  if (!tender) throw new AppError("not-found", "there is no such tender");
  const requests = await listTenderRequests(database.read, organisationId, [tenderId]);
  const lots = [...new Set(requests.map(({ lot }) => lot))].sort((a, b) => a - b);
  const classes: Array<PackedClass> = [];
  for (const lot of lots) {
    const first = requests.find((request) => request.lot === lot);
    const request = first && (await findRequest(database.read, organisationId, first.requestId));
    if (request) classes.push({ snapshot: request.snapshot, sealedAt: tender.createdAt });
  }
  return { classes };
}
