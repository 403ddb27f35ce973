import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import type { Reminder } from "~/domain/procurement/reminder";
import type { RequestState } from "~/domain/procurement/request";
import type { Db } from "../client";
import { intakeRequests, organisations, requestInvitations, requestReminders } from "../schema";

/** A request that went to an address; `organisationId` is the asking hospital. */
export type RequestInvitation = {
  organisationId: string;
  requestId: string;
  invitationId: string;
  supplierId: string;
  name: string;
  email: string;
  answeredBy: string | null;
  answeredAt: Date | null;
};

export async function saveNewRequestInvitation(
  db: Db,
  organisationId: string,
  invitation: Omit<RequestInvitation, "organisationId" | "answeredBy" | "answeredAt">,
): Promise<void> {
  await db
    .insert(requestInvitations)
    .values({ ...invitation, organisationId, answeredBy: null, answeredAt: null });
}

/** Whom one request was sent to by address. */
export async function listRequestInvitations(
  db: Db,
  organisationId: string,
  requestId: string,
): Promise<ReadonlyArray<RequestInvitation>> {
  return db
    .select()
    .from(requestInvitations)
    .where(
      and(eq(requestInvitations.organisationId, organisationId), eq(requestInvitations.requestId, requestId)),
    )
    .orderBy(asc(requestInvitations.email));
}

/** Addresses that this hospital has asked in the name of a supplier. */
export async function listAskedAddresses(
  db: Db,
  organisationId: string,
  supplierId: string,
): Promise<ReadonlyArray<{ email: string; name: string }>> {
  return db
    .selectDistinct({ email: requestInvitations.email, name: requestInvitations.name })
    .from(requestInvitations)
    .where(
      and(
        eq(requestInvitations.organisationId, organisationId),
        eq(requestInvitations.supplierId, supplierId),
      ),
    )
    .orderBy(asc(requestInvitations.email));
}

/** The request that an invitation carries; both ids come from a token that was found open. */
export async function findRequestOfInvitation(
  db: Db,
  supplierId: string,
  invitationId: string,
): Promise<{ hospitalId: string; requestId: string; name: string } | undefined> {
  const [row] = await db
    .select({
      hospitalId: requestInvitations.organisationId,
      requestId: requestInvitations.requestId,
      name: requestInvitations.name,
    })
    .from(requestInvitations)
    .where(
      and(eq(requestInvitations.supplierId, supplierId), eq(requestInvitations.invitationId, invitationId)),
    );
  return row;
}

/** `personId` is null where the holder of the link answered without an account. */
export async function markRequestInvitationAnswered(
  db: Db,
  organisationId: string,
  { invitationId, personId, at }: { invitationId: string; personId: string | null; at: Date },
): Promise<void> {
  await db
    .update(requestInvitations)
    .set({ answeredBy: personId, answeredAt: at })
    .where(
      and(
        eq(requestInvitations.organisationId, organisationId),
        eq(requestInvitations.invitationId, invitationId),
      ),
    );
}

export async function listSentReminders(
  db: Db,
  organisationId: string,
  requestId: string,
): Promise<ReadonlyArray<Reminder>> {
  const rows = await db
    .select({ reminder: requestReminders.reminder })
    .from(requestReminders)
    .where(
      and(eq(requestReminders.organisationId, organisationId), eq(requestReminders.requestId, requestId)),
    );
  return rows.map(({ reminder }) => reminder);
}

export async function saveSentReminder(
  db: Db,
  organisationId: string,
  sent: { requestId: string; reminder: Reminder; sentAt: Date },
): Promise<void> {
  await db.insert(requestReminders).values({ organisationId, ...sent });
}

/** A request that waits for its supplier, without what it asks. */
export type RequestToRemind = {
  requestId: string;
  supplierId: string;
  subject: string;
  dueOn: string;
  createdAt: Date;
  state: RequestState;
};

/** Never answered: one that was returned has its own letter, and its day may be long past. */
const isWaitingUntil = (lastDay: string) =>
  and(
    inArray(intakeRequests.state, ["sent", "accepted"]),
    isNull(intakeRequests.declarationId),
    lte(intakeRequests.dueOn, lastDay),
  );

/** Hospitals with a request that waits for a supplier and is due by that day. */
export async function listHospitalsToRemind(
  db: Db,
  lastDay: string,
): Promise<ReadonlyArray<{ id: string; name: string }>> {
  return db
    .selectDistinct({ id: organisations.id, name: organisations.name })
    .from(intakeRequests)
    .innerJoin(organisations, eq(organisations.id, intakeRequests.organisationId))
    .where(isWaitingUntil(lastDay))
    .orderBy(asc(organisations.id));
}

/** Of one hospital what waits for a supplier and is due by that day. */
export async function listRequestsToRemind(
  db: Db,
  organisationId: string,
  lastDay: string,
): Promise<ReadonlyArray<RequestToRemind>> {
  return db
    .select({
      requestId: intakeRequests.id,
      supplierId: intakeRequests.supplierId,
      subject: intakeRequests.subject,
      dueOn: intakeRequests.dueOn,
      createdAt: intakeRequests.createdAt,
      state: intakeRequests.state,
    })
    .from(intakeRequests)
    .where(and(eq(intakeRequests.organisationId, organisationId), isWaitingUntil(lastDay)))
    .orderBy(asc(intakeRequests.id));
}
