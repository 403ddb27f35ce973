import { z } from "zod";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { findOpenInvitation, markInvitationAccepted } from "~db/repositories/invitations";
import { findMember, saveMember } from "~db/repositories/organisations";
import { findPersonByEmail, saveNewPerson } from "~db/repositories/people";
import { type InvalidInput, openUseCase, toInvalidInput, type Visitor } from "../use-case.server";
import { hashPassword, isPasswordOf, PasswordSchema } from "./password.server";
import { hashToken } from "./token.server";

type Refusal = { code: "invitation-not-open" } | { code: "wrong-password" };

const KnownPersonInput = z.strictObject({
  token: z.string().max(200),
  password: z.string().min(1, "required").max(200),
});
const NewPersonInput = z.strictObject({
  token: z.string().max(200),
  name: lineOfText(120),
  password: PasswordSchema,
});

/**
 * Joins the organisation. Whoever has an account proves it with the password, anybody else makes one; the e-mail
 * comes from the invitation, never from the form.
 */
export async function acceptInvitation(
  visitor: Visitor,
  raw: { token: string },
): Promise<Result<{ personId: string }, Refusal | InvalidInput>> {
  const { database, now } = visitor;
  const invitation = await findOpenInvitation(database.read, hashToken(raw.token), now);
  if (!invitation) return refuse({ code: "invitation-not-open" });
  const person = await findPersonByEmail(database.read, invitation.email);
  if (person) {
    const parsed = KnownPersonInput.safeParse(raw);
    if (!parsed.success) return refuse(toInvalidInput(parsed.error));
    if (!(await isPasswordOf(person.passwordHash, parsed.data.password)))
      return refuse({ code: "wrong-password" });
    return join(visitor, { token: raw.token });
  }
  const parsed = NewPersonInput.safeParse(raw);
  if (!parsed.success) return refuse(toInvalidInput(parsed.error));
  const passwordHash = await hashPassword(parsed.data.password);
  return join(visitor, { token: raw.token, newPerson: { name: parsed.data.name, passwordHash } });
}

/** What was checked outside is looked up again inside the transaction: a link works once, whoever is quicker. */
const join = openUseCase({
  action: "invitation.accept",
  input: z.object({
    token: z.string(),
    newPerson: z.object({ name: z.string(), passwordHash: z.string() }).optional(),
  }),
  async run({ db, input, now, newId }) {
    const invitation = await findOpenInvitation(db, hashToken(input.token), now);
    if (!invitation) return refuse({ code: "invitation-not-open" as const });
    const known = await findPersonByEmail(db, invitation.email);
    if (!known && !input.newPerson) return refuse({ code: "invitation-not-open" as const });
    // Somebody made an account for this address meanwhile: its password has not been proven here.
    if (known && input.newPerson) return refuse({ code: "wrong-password" as const });
    const personId = known?.id ?? newId();
    if (input.newPerson)
      await saveNewPerson(db, { id: personId, email: invitation.email, ...input.newPerson, createdAt: now });
    const member = await findMember(db, invitation.organisationId, personId);
    const roles = [...new Set([...(member?.roles ?? []), ...invitation.roles])];
    await saveMember(db, invitation.organisationId, { personId, roles, state: "active", createdAt: now });
    await markInvitationAccepted(db, invitation.organisationId, invitation.id, now);
    return accept({ id: invitation.id, personId, organisationId: invitation.organisationId });
  },
});
