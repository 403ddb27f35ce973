import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { findRequest } from "~db/repositories/intake-requests";
import { saveInvitationToken } from "~db/repositories/invitations";
import { findOrganisation } from "~db/repositories/organisations";
import { listRequestInvitations } from "~db/repositories/request-invitations";
import { hashToken, newToken } from "../accounts/token.server";
import { isMailLimitReached } from "../mail/queue-letter.server";
import { useCase } from "../use-case.server";
import { tellSupplier } from "./tell-supplier.server";

/** The link is there where it was asked for, and shown this once. */
type SentLink = { id: string; link: { token: string; email: string } | null };
type SendLinkRefusal = {
  code: "not-in-this-state" | "no-open-link" | "too-many-letters" | "nobody-to-tell";
};

/**
 * Tells the supplier of a request once more: by a letter, or by a link that is shown this once, to be handed over by the
 * person who asked. A link needs an address that has not been answered from yet.
 */
export const sendRequestLink = useCase({
  action: "request.send-link",
  input: z.strictObject({
    requestId: z.string().min(1).max(64),
    by: z.enum(["letter", "link"]),
  }),
  async run({ db, actor, input, now, newId }): Promise<Result<SentLink, SendLinkRefusal>> {
    const request = await findRequest(db, actor.organisationId, input.requestId);
    if (!request) throw new AppError("not-found", "there is no such request");
    if (request.state !== "sent" && request.state !== "accepted")
      return refuse({ code: "not-in-this-state" });
    const invited = await listRequestInvitations(db, actor.organisationId, request.id);
    if (input.by === "link") {
      const open = invited.find(({ answeredAt }) => answeredAt === null);
      const token = newToken();
      const isKept =
        open !== undefined &&
        (await saveInvitationToken(db, open.supplierId, {
          ...{ invitationId: open.invitationId, tokenHash: hashToken(token), createdAt: now },
        }));
      if (!isKept) return refuse({ code: "no-open-link" });
      return accept({ id: request.id, link: { token, email: open.email } });
    }
    for (const { email } of invited)
      if (await isMailLimitReached({ db, now }, actor.organisationId, email))
        return refuse({ code: "too-many-letters" });
    const hospital = await findOrganisation(db, actor.organisationId);
    const told = await tellSupplier(
      { db, now, newId },
      {
        hospital: { id: actor.organisationId, name: hospital?.name ?? "" },
        ...{ requestId: request.id, supplierId: request.supplierId },
        ...{ subject: request.subject, dueOn: request.dueOn },
      },
    );
    if (told === 0) return refuse({ code: "nobody-to-tell" });
    return accept({ id: request.id, link: null });
  },
  audit: (input) => ({ by: input.by }),
});
