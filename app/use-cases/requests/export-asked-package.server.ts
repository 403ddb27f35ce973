import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { findOpenInvitation } from "~db/repositories/invitations";
import { hashToken } from "../accounts/token.server";
import { requireFewByLink } from "../export-limit.server";
import { openUseCase } from "../use-case.server";
import { findCarriedRequest } from "./take-on-request.server";

/**
 * Notes that what a request asks is taken along by its link, before its first byte: as long as the link works and the
 * request is open. The hospital's log names the invitation, since there is no person.
 */
export const exportAskedPackage = openUseCase({
  action: "asked-request.export",
  input: z.strictObject({ token: z.string().max(200) }),
  async run({ db, input, now }) {
    const invitation = await findOpenInvitation(db, hashToken(input.token), now);
    if (!invitation) throw new AppError("not-found", "there is no such request");
    const { request, isOver } = await findCarriedRequest(db, invitation);
    if (!request || isOver) throw new AppError("not-found", "there is no such request");
    await requireFewByLink(db, request, { action: "asked-request.export", now });
    const { hospitalId, requestId } = request;
    const details = { invitationId: invitation.id };
    return accept({ id: requestId, personId: null, organisationId: hospitalId, details });
  },
});
