import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept, refuse } from "~/domain/shared/result";
import type { Db } from "~db/client";
import { readdressRequest } from "~db/repositories/intake-requests";
import { findOpenInvitation, markInvitationAccepted } from "~db/repositories/invitations";
import { deleteOrganisation, hasMembers } from "~db/repositories/organisations";
import { hashToken } from "../accounts/token.server";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { useCase } from "../use-case.server";
import { findCarriedRequest, takeOnRequest } from "./take-on-request.server";

/**
 * A request that came by a link to an address is answered by an organisation that is on the portal already. The one
 * that was only named to be asked gives way, where nothing else points at it.
 */
export const adoptRequest = useCase({
  action: "received-request.adopt",
  input: z.strictObject({ token: z.string().max(200) }),
  async run({ db, actor, input, now, newId }) {
    const { organisationId, personId } = actor;
    const invitation = await findOpenInvitation(db, hashToken(input.token), now);
    if (!invitation) return refuse({ code: "invitation-not-open" as const });
    const { request, isOver } = await findCarriedRequest(db, invitation);
    if (!request) throw new AppError("not-found", "this link carries no request");
    if (isOver) return refuse({ code: "invitation-not-open" as const });
    const named = invitation.organisationId;
    await markInvitationAccepted(db, named, invitation.id, now);
    const left =
      named === organisationId
        ? null
        : await takeFrom(named, request, { db, now, newId, supplierId: organisationId });
    const by = { supplierId: organisationId, invitationId: invitation.id, personId, now };
    await takeOnRequest(db, request, by);
    if (left === 0 && !(await hasMembers(db, named))) await deleteOrganisation(db, named);
    return accept({ id: request.requestId });
  },
});

type Taking = { db: Db; now: Date; newId: () => string; supplierId: string };

/** Readdresses the request; what this lets the hospital see of the supplier is judged. Answers what the other has left. */
async function takeFrom(
  named: string,
  { hospitalId, requestId }: { hospitalId: string; requestId: string },
  { db, now, newId, supplierId }: Taking,
): Promise<number> {
  const shared = () => seenByHospitals(db, { supplierId }, [hospitalId]);
  const before = await shared();
  const left = await readdressRequest(db, hospitalId, requestId, { from: named, to: supplierId, at: now });
  const by = { db, now, newId, personId: null };
  await reassessDeclarations(by, "declaration-shared", { before, after: await shared() });
  return left;
}
