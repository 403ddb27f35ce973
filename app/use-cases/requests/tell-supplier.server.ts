import { mayDo } from "~/domain/access/permissions";
import { SUPPLIER_ROLES } from "~/domain/access/role";
import type { Letter } from "~/domain/mail/letter";
import type { Reminder } from "~/domain/procurement/reminder";
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

/**
 * A link for somebody without an account: it shows the request and makes its holder the first person of the supplier.
 * Good for two weeks beyond the due date, at least for two weeks and at most for half a year.
 */
export async function inviteToRequest(
  step: MailStep,
  { hospital, requestId, supplierId, dueOn }: AskedRequest,
  addressee: { name: string; email: string; invitedBy: string },
): Promise<{ invitationId: string; token: string }> {
  const { db, now, newId } = step;
  const latest = Math.min(Date.parse(dueOn), now.getTime() + 166 * DAY_MS);
  const { id, token } = await createInvitation(db, {
    organisationId: supplierId,
    id: newId(),
    email: addressee.email,
    roles: SUPPLIER_ROLES,
    invitedBy: addressee.invitedBy,
    now,
    expiresAt: new Date(Math.max(latest, now.getTime()) + 14 * DAY_MS),
  });
  const { name, email } = addressee;
  await saveNewRequestInvitation(db, hospital.id, { requestId, invitationId: id, supplierId, name, email });
  return { invitationId: id, token };
}

/**
 * A letter to everybody at the supplier who answers requests; where nobody has joined yet, to the addresses the request
 * went to. Answers how many letters.
 */
export async function tellSupplier(
  step: MailStep,
  request: AskedRequest,
  reminder: Reminder | null = null,
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
  reminder: Reminder | null,
  link: Letter["link"],
): Letter {
  const asked = { hospital: hospital.name, subject, dueOn, link };
  return reminder === null ? { kind: "request", ...asked } : { kind: "reminder", reminder, ...asked };
}
