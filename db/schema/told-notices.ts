import { CLOCK_REMINDERS } from "~/domain/notice/clock-reminder";
import { foreignKey, index, integer, oneOf, primaryKey, table, text, timestamp } from "../columns";
import { organisations } from "./identity";
import { noticeSteps } from "./notices";

/** Moves of notices that hospitals are told of by letter. Here `organisationId` is the supplier. */
export const noticeTellings = table(
  "notice_tellings",
  {
    organisationId: text().notNull(),
    noticeId: text().notNull(),
    number: integer().notNull(),
    /** null = still to be told; set in the transaction that writes the letters. */
    toldAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.noticeId, t.number] }),
    index("notice_tellings_told_ix").on(t.toldAt),
    foreignKey({
      columns: [t.organisationId, t.noticeId, t.number],
      foreignColumns: [noticeSteps.organisationId, noticeSteps.noticeId, noticeSteps.number],
    }),
  ],
);

/** Which reminders of running clocks have gone out; a corrected beginning gives another end, which is told of anew. */
export const clockReminders = table(
  "clock_reminders",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    /** Of a notice or an incident. */
    subjectId: text().notNull(),
    clockId: text().notNull(),
    step: text().notNull(),
    reminder: oneOf(CLOCK_REMINDERS).notNull(),
    dueAt: timestamp().notNull(),
    sentAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.subjectId, t.clockId, t.step, t.reminder, t.dueAt] })],
);
