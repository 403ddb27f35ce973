import { MAIL_STATES } from "~/domain/mail/delivery";
import type { Letter } from "~/domain/mail/letter";
import { foreignKey, index, integer, json, oneOf, primaryKey, table, text, timestamp } from "../columns";
import { invitations, organisations } from "./identity";

/**
 * Letters to be sent, written in the transaction of what they tell of. No secret is kept here: the token of a link is
 * made when a letter is handed over, and only its hash is stored.
 */
export const mailOutbox = table(
  "mail_outbox",
  {
    /** Whose event it was. */
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    /** Lower case. */
    recipient: text().notNull(),
    letter: json<Letter>().notNull(),
    /** What it is about: a request, an invitation, a declaration. */
    subjectId: text().notNull(),
    state: oneOf(MAIL_STATES).notNull(),
    attempts: integer().notNull(),
    /** When it is tried next; while it is being sent, when another process may take it over. */
    dueAt: timestamp().notNull(),
    /** Why it could not be sent the last time. */
    failure: text().notNull(),
    createdAt: timestamp().notNull(),
    settledAt: timestamp(),
    /** What the demo mailbox shows; null everywhere else. */
    copy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("mail_outbox_due_ix").on(t.state, t.dueAt),
    index("mail_outbox_subject_ix").on(t.organisationId, t.subjectId),
    index("mail_outbox_recipient_ix").on(t.recipient, t.createdAt),
  ],
);

/** Further links of an invitation, one for each letter that carried one. Only hashes. */
export const invitationTokens = table(
  "invitation_tokens",
  {
    tokenHash: text().primaryKey(),
    organisationId: text().notNull(),
    invitationId: text().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.invitationId],
      foreignColumns: [invitations.organisationId, invitations.id],
    }).onDelete("cascade"),
    index("invitation_tokens_invitation_ix").on(t.organisationId, t.invitationId),
  ],
);
