import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { findOrganisation } from "~db/repositories/organisations";
import { queueLetter } from "../mail/queue-letter.server";
import { addressedSupplier } from "../requests/addressed-supplier.server";
import { useCase } from "../use-case.server";
import { EmailField } from "./fields.server";
import { createInvitation } from "./invite-member.server";

/** Makes room for a supplier that is not on the portal yet, and a link for its first person. */
export const inviteSupplier = useCase({
  action: "supplier.invite",
  input: z.strictObject({ name: lineOfText(120), email: EmailField }),
  async run({ db, actor, input, now, newId }) {
    const step = { db, now, newId };
    const addressed = await addressedSupplier(step, actor, {
      newSupplierName: input.name,
      newSupplierEmail: input.email,
    });
    if (!addressed.ok) return addressed;
    const { supplierId } = addressed.value;
    const invitation = await createInvitation(db, {
      organisationId: supplierId,
      id: newId(),
      email: input.email,
      roles: ["administrator", "contributor", "signatory"],
      invitedBy: actor.personId,
      now,
    });
    const hospital = await findOrganisation(db, actor.organisationId);
    await queueLetter(step, actor.organisationId, {
      recipient: input.email,
      letter: {
        kind: "supplier-invitation",
        organisation: input.name,
        hospital: hospital?.name ?? "",
        link: { to: "invitation", organisationId: supplierId, invitationId: invitation.id },
      },
      subjectId: invitation.id,
    });
    return accept({ id: supplierId, token: invitation.token });
  },
});
