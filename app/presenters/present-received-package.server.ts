import { AppError } from "~/domain/shared/app-error";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findReceivedRequest } from "~db/repositories/intake-requests";
import type { ZonePackage } from "./zone-package.server";

/** What a request asks, for the supplier that received it: the class as it was sent. */
export async function presentReceivedPackage(
  { actor, database }: Caller,
  requestId: string,
): Promise<ZonePackage> {
  requirePermission(actor, "received-request.export");
  const request = await findReceivedRequest(database.read, actor.organisationId, requestId);
  if (!request) throw new AppError("not-found", "there is no such request");
  return { classes: [{ snapshot: request.snapshot, sealedAt: request.createdAt }] };
}
