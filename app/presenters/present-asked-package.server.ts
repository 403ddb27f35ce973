import { AppError } from "~/domain/shared/app-error";
import { hashToken } from "~/use-cases/accounts/token.server";
import { findCarriedRequest } from "~/use-cases/requests/take-on-request.server";
import type { Visitor } from "~/use-cases/use-case.server";
import { findReceivedRequest } from "~db/repositories/intake-requests";
import { findOpenInvitation } from "~db/repositories/invitations";
import type { ZonePackage } from "./zone-package.server";

/** What a request asks, for whoever holds its link: the very class that its supplier gets signed in. */
export async function presentAskedPackage({ database, now }: Visitor, token: string): Promise<ZonePackage> {
  const db = database.read;
  const invitation = await findOpenInvitation(db, hashToken(token), now);
  const { request: carried, isOver } = invitation
    ? await findCarriedRequest(db, invitation)
    : { request: null, isOver: false };
  const request =
    invitation && carried && !isOver
      ? await findReceivedRequest(db, invitation.organisationId, carried.requestId)
      : undefined;
  if (!request) throw new AppError("not-found", "there is no such request");
  return { classes: [{ snapshot: request.snapshot, sealedAt: request.createdAt }] };
}
