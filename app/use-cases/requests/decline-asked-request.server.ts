import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { findReceivedRequest } from "~db/repositories/intake-requests";
import { findOpenInvitation } from "~db/repositories/invitations";
import { hasMembers } from "~db/repositories/organisations";
import { markRequestInvitationAnswered } from "~db/repositories/request-invitations";
import { hashToken } from "../accounts/token.server";
import { DeclineReason, decline } from "../declarations/decline-request.server";
import { openUseCase } from "../use-case.server";
import { findCarriedRequest } from "./take-on-request.server";

/**
 * Whoever holds the link of a request says no without an account, once and for good. Only while nobody of the supplier
 * has joined: from then on its people answer, signed in. The hospital's log names the invitation, since there is no person.
 */
export const declineAskedRequest = openUseCase({
  action: "asked-request.decline",
  input: z.strictObject({
    token: z.string().max(200),
    reason: DeclineReason,
    /** A box that is ticked: it cannot be taken back. */
    isFinal: z.literal("yes", "required"),
  }),
  async run({ db, input, now, newId }) {
    const closed = refuse({ code: "invitation-not-open" as const });
    const invitation = await findOpenInvitation(db, hashToken(input.token), now);
    if (!invitation) return closed;
    const supplierId = invitation.organisationId;
    const { request: carried, isOver } = await findCarriedRequest(db, invitation);
    const request = carried && !isOver && (await findReceivedRequest(db, supplierId, carried.requestId));
    if (!carried || !request) return closed;
    if (await hasMembers(db, supplierId)) return refuse({ code: "somebody-joined" as const });
    const declined = await decline({ db, now, newId }, { supplierId, request, reason: input.reason });
    if (!declined.ok) return closed;
    const { hospitalId, requestId } = carried;
    const answered = { invitationId: invitation.id, personId: null, at: now };
    await markRequestInvitationAnswered(db, hospitalId, answered);
    return accept({
      ...{ id: requestId, personId: null, organisationId: hospitalId },
      details: { invitationId: invitation.id },
    });
  },
});
