import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { listSuppliers, saveNewOrganisation } from "~db/repositories/organisations";
import { useCase } from "../use-case.server";
import { EmailField } from "./fields.server";
import { createInvitation } from "./invite-member.server";

/** Makes room for a supplier that is not on the portal yet, and a link for its first person. */
export const inviteSupplier = useCase({
  action: "supplier.invite",
  input: z.strictObject({ name: lineOfText(120), email: EmailField }),
  async run({ db, actor, input, now, newId }) {
    const suppliers = await listSuppliers(db);
    if (suppliers.some((supplier) => supplier.name.toLowerCase() === input.name.toLowerCase()))
      return refuse({ code: "supplier-exists" as const });
    const supplierId = newId();
    await saveNewOrganisation(db, {
      id: supplierId,
      kind: "supplier",
      name: input.name,
      isDemo: false,
      createdAt: now,
    });
    const invitation = await createInvitation(db, {
      organisationId: supplierId,
      id: newId(),
      email: input.email,
      roles: ["administrator", "contributor", "signatory"],
      invitedBy: actor.personId,
      now,
    });
    return accept({ id: supplierId, token: invitation.token });
  },
});
