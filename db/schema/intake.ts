import { REMINDERS } from "~/domain/procurement/reminder";
import { foreignKey, index, oneOf, primaryKey, table, text, timestamp } from "../columns";
import { people } from "./identity";
import { intakeRequests } from "./procurement";

/** A request that went to an address instead of an account, by the id of the invitation that carries it. */
export const requestInvitations = table(
  "request_invitations",
  {
    /** The asking hospital. */
    organisationId: text().notNull(),
    requestId: text().notNull(),
    invitationId: text().notNull(),
    /** The organisation that was made to be asked; it goes where another one answers in its place. */
    supplierId: text().notNull(),
    /** Who was asked, in the hospital's words. */
    name: text().notNull(),
    email: text().notNull(),
    answeredBy: text().references(() => people.id),
    answeredAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.requestId, t.invitationId] }),
    foreignKey({
      columns: [t.organisationId, t.requestId],
      foreignColumns: [intakeRequests.organisationId, intakeRequests.id],
    }).onDelete("cascade"),
    index("request_invitations_invitation_ix").on(t.supplierId, t.invitationId),
  ],
);

/** Which reminders of a request have gone out: each once. */
export const requestReminders = table(
  "request_reminders",
  {
    organisationId: text().notNull(),
    requestId: text().notNull(),
    reminder: oneOf(REMINDERS).notNull(),
    sentAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.requestId, t.reminder] }),
    foreignKey({
      columns: [t.organisationId, t.requestId],
      foreignColumns: [intakeRequests.organisationId, intakeRequests.id],
    }).onDelete("cascade"),
  ],
);
