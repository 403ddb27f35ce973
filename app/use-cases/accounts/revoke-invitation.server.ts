import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { revokeInvitation as revoke } from "~db/repositories/invitations";
import { useCase } from "../use-case.server";

/** The link stops working at once. */
export const revokeInvitation = useCase({
  action: "member.revoke-invitation",
  input: z.strictObject({ invitationId: z.string().max(64) }),
  async run({ db, actor, input, now }) {
    if (!(await revoke(db, actor.organisationId, input.invitationId, now)))
      throw new AppError("not-found", "there is no such open invitation");
    return accept({ id: input.invitationId });
  },
});
