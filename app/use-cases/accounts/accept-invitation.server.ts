import { z } from "zod";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import type { Db } from "~db/client";
import { findOpenInvitation, type Invitation, markInvitationAccepted } from "~db/repositories/invitations";
import {
  findMember,
  findOrganisation,
  hasMembers,
  isSupplierName,
  renameOrganisation,
  saveMember,
} from "~db/repositories/organisations";
import { findPersonByEmail, saveNewPerson } from "~db/repositories/people";
import { findCarriedRequest, takeOnRequest } from "../requests/take-on-request.server";
import { type InvalidInput, openUseCase, toInvalidInput, type Visitor } from "../use-case.server";
import { hashPassword, isPasswordOf, PasswordSchema } from "./password.server";
import { giveBackGuess, reserveGuess, type Throttled, throttleKeys } from "./throttle.server";
import { hashToken } from "./token.server";

type Refusal =
  | { code: "invitation-not-open" }
  | { code: "wrong-password" }
  | { code: "supplier-exists" }
  | Throttled;

const common = {
  token: z.string().max(200),
  /** What the first person of a supplier calls it. */
  organisationName: lineOfText(120).optional(),
};
const KnownPersonInput = z.strictObject({ ...common, password: z.string().min(1, "required").max(200) });
const NewPersonInput = z.strictObject({ ...common, name: lineOfText(120), password: PasswordSchema });

type Joined = { personId: string; organisationId: string; requestId: string | null };

/**
 * Joins the organisation. Whoever has an account proves it with the password, anybody else makes one; the e-mail
 * comes from the invitation, never from the form. Where the invitation carries a request, it is taken on with it.
 */
export async function acceptInvitation(
  visitor: Visitor,
  raw: { token: string },
  { clientAddress }: { clientAddress: string } = { clientAddress: "" },
): Promise<Result<Joined, Refusal | InvalidInput>> {
  const { database, now } = visitor;
  const invitation = await findOpenInvitation(database.read, hashToken(raw.token), now);
  if (!invitation) return refuse({ code: "invitation-not-open" });
  const person = await findPersonByEmail(database.read, invitation.email);
  if (person) {
    const parsed = KnownPersonInput.safeParse(raw);
    if (!parsed.success) return refuse(toInvalidInput(parsed.error));
    const guess = await reserveGuess(visitor, throttleKeys(invitation.email, clientAddress));
    if (!guess.ok) return guess;
    const { token, organisationName, password } = parsed.data;
    if (!(await isPasswordOf(person.passwordHash, password))) return refuse({ code: "wrong-password" });
    // Whether they may join is another question, and asking it again with the right password is no guessing.
    await database.transaction((db) => giveBackGuess(db, guess.value, now));
    return join(visitor, { token, organisationName });
  }
  const parsed = NewPersonInput.safeParse(raw);
  if (!parsed.success) return refuse(toInvalidInput(parsed.error));
  const { token, organisationName, name, password } = parsed.data;
  return join(visitor, {
    token,
    organisationName,
    newPerson: { name, passwordHash: await hashPassword(password) },
  });
}

/** What was checked outside is looked up again inside the transaction: a link works once, whoever is quicker. */
const join = openUseCase({
  action: "invitation.accept",
  input: z.object({
    token: z.string(),
    organisationName: z.string().optional(),
    newPerson: z.object({ name: z.string(), passwordHash: z.string() }).optional(),
  }),
  async run({ db, input, now, newId }) {
    const invitation = await findOpenInvitation(db, hashToken(input.token), now);
    if (!invitation) return refuse({ code: "invitation-not-open" as const });
    const { request, isOver } = await findCarriedRequest(db, invitation);
    if (isOver) return refuse({ code: "invitation-not-open" as const });
    const known = await findPersonByEmail(db, invitation.email);
    if (!known && !input.newPerson) return refuse({ code: "invitation-not-open" as const });
    // Somebody made an account for this address meanwhile: its password has not been proven here.
    if (known && input.newPerson) return refuse({ code: "wrong-password" as const });
    if (!(await confirmName(db, invitation, input.organisationName)))
      return refuse({ code: "supplier-exists" as const });
    const personId = known?.id ?? newId();
    if (input.newPerson)
      await saveNewPerson(db, { id: personId, email: invitation.email, ...input.newPerson, createdAt: now });
    const { organisationId } = invitation;
    const member = await findMember(db, organisationId, personId);
    const roles = [...new Set([...(member?.roles ?? []), ...invitation.roles])];
    await saveMember(db, organisationId, { personId, roles, state: "active", createdAt: now });
    await markInvitationAccepted(db, organisationId, invitation.id, now);
    const by = { supplierId: organisationId, invitationId: invitation.id, personId, now };
    if (request) await takeOnRequest(db, request, by);
    return accept({ id: invitation.id, personId, organisationId, requestId: request?.requestId ?? null });
  },
});

/**
 * The first person of a supplier that was only named says what it is called. False where another supplier, which people
 * have joined, goes by that name: theirs to invite, not this one's to take.
 */
async function confirmName(
  db: Db,
  { organisationId }: Invitation,
  name: string | undefined,
): Promise<boolean> {
  const organisation = await findOrganisation(db, organisationId);
  if (!organisation?.introducedBy || (await hasMembers(db, organisationId))) return true;
  const confirmed = name ?? organisation.name;
  if (await isSupplierName(db, confirmed)) return false;
  if (confirmed !== organisation.name) await renameOrganisation(db, organisationId, confirmed);
  return true;
}
