import { mayDo } from "~/domain/access/permissions";
import { SUPPLIER_ROLES } from "~/domain/access/role";
import type { Letter } from "~/domain/mail/letter";
import type { ReminderLetter } from "~/domain/procurement/reminder";
import { extendInvitation } from "~db/repositories/invitations";
import { listMembers } from "~db/repositories/organisations";
import { listRequestInvitations, saveNewRequestInvitation } from "~db/repositories/request-invitations";
import { createInvitation } from "../accounts/invite-member.server";
import { type MailStep, queueLetter } from "../mail/queue-letter.server";

const DAY_MS = 24 * 60 * 60_000;

export type AskedRequest = {
  hospital: { id: string; name: string };
  requestId: string;
  supplierId: string;
  subject: string;
  dueOn: string;
};

/** Good for two weeks beyond the due date, at least for two weeks and at most for half a year. */
function linkExpiry(dueOn: string, now: Date): Date {
  const latest = Math.min(Date.parse(dueOn), now.getTime() + 166 * DAY_MS);
  return new Date(Math.max(latest, now.getTime()) + 14 * DAY_MS);
}

/** A link for somebody without an account: it shows the request and makes its holder the first person of the supplier. */
export async function inviteToRequest(
  step: MailStep,
  { hospital, requestId, supplierId, dueOn }: AskedRequest,
  addressee: { name: string; email: string; invitedBy: string },
): Promise<{ invitationId: string; token: string }> {
  const { db, now, newId } = step;
  const { id, token } = await createInvitation(db, {
    organisationId: supplierId,
    id: newId(),
    email: addressee.email,
    roles: SUPPLIER_ROLES,
    invitedBy: addressee.invitedBy,
    now,
    expiresAt: linkExpiry(dueOn, now),
  });
  const { name, email } = addressee;
  await saveNewRequestInvitation(db, hospital.id, { requestId, invitationId: id, supplierId, name, email });
  return { invitationId: id, token };
}

/** Links that wait for somebody live as long as the request's new day needs. */
export async function extendLinks(
  { db, now }: MailStep,
  { hospital, requestId, dueOn }: AskedRequest,
): Promise<void> {
  const invited = await listRequestInvitations(db, hospital.id, requestId);
  for (const { supplierId, invitationId, answeredAt } of invited)
    if (answeredAt === null)
      await extendInvitation(db, supplierId, { id: invitationId, expiresAt: linkExpiry(dueOn, now), now });
}

/**
 * A letter to everybody at the supplier who answers requests; where nobody has joined yet, to the addresses the request
 * went to. Answers how many letters.
 */
export async function tellSupplier(
  step: MailStep,
  request: AskedRequest,
  reminder: ReminderLetter | null = null,
): Promise<number> {
  const { hospital, requestId, supplierId } = request;
  const members = await listMembers(step.db, supplierId);
  const answering = members.filter(
    ({ state, roles }) =>
      state === "active" && mayDo({ organisationKind: "supplier", roles }, "received-request.answer"),
  );
  const write = (recipient: string, link: Letter["link"]) =>
    queueLetter(step, hospital.id, {
      recipient,
      letter: toLetter(request, reminder, link),
      subjectId: requestId,
    });
  for (const { email } of answering) await write(email, { to: "received-request", requestId });
  if (members.length > 0) return answering.length;
  const invited = await listRequestInvitations(step.db, hospital.id, requestId);
  for (const { email, invitationId } of invited)
    await write(email, { to: "asked", organisationId: supplierId, invitationId });
  return invited.length;
}

function toLetter(
  { hospital, subject, dueOn }: AskedRequest,
  reminder: ReminderLetter | null,
  link: Letter["link"],
): Letter {
  const asked = { hospital: hospital.name, subject, dueOn, link };
  return reminder === null ? { kind: "request", ...asked } : { kind: "reminder", reminder, ...asked };
}
