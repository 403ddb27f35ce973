import { THREAD_STATES } from "~/domain/dialogue/dialogue";
import { foreignKey, index, integer, oneOf, primaryKey, table, text, timestamp } from "../columns";
import { declarations } from "./declarations";
import { people } from "./identity";
import { intakeRequests } from "./procurement";

export const SIDES = ["hospital", "supplier"] as const;

/**
 * Questions about what an intake request asks. Both sides read all of it but the names of people of the other side, so
 * nothing of the hospital's network may ever be added here. `organisationId` is the asking hospital of the request.
 */
export const dialogueThreads = table(
  "dialogue_threads",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    requestId: text().notNull(),
    /** A finding of the assessment against the request's own profile; null = the request as a whole. */
    findingId: text(),
    /** The version that the finding was about and whose it is; null where the request was asked about. */
    supplierId: text(),
    declarationId: text(),
    askedBy: oneOf(SIDES).notNull(),
    state: oneOf(THREAD_STATES).notNull(),
    createdAt: timestamp().notNull(),
    /** Of the latest message or move. */
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.requestId],
      foreignColumns: [intakeRequests.organisationId, intakeRequests.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.supplierId, t.declarationId],
      foreignColumns: [declarations.organisationId, declarations.id],
    }),
    index("dialogue_threads_request_ix").on(t.organisationId, t.requestId),
    index("dialogue_threads_state_ix").on(t.organisationId, t.state, t.updatedAt),
  ],
);

/** Never changed, never deleted but with its thread. */
export const dialogueMessages = table(
  "dialogue_messages",
  {
    organisationId: text().notNull(),
    threadId: text().notNull(),
    /** 1, 2, 3 … within the thread. */
    number: integer().notNull(),
    side: oneOf(SIDES).notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.threadId, t.number] }),
    foreignKey({
      columns: [t.organisationId, t.threadId],
      foreignColumns: [dialogueThreads.organisationId, dialogueThreads.id],
    }).onDelete("cascade"),
  ],
);
