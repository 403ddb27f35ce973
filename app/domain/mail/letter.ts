import { z } from "zod";
import { SectionSchema } from "../declaration/sections";
import { CLOCK_REMINDERS } from "../notice/clock-reminder";
import { NOTICE_KINDS, TOLD_MOVES } from "../notice/notice";
import { CALENDAR_KIND_NAMES, CALENDAR_STAGES } from "../procurement/calendar";
import { REMINDER_LETTERS } from "../procurement/reminder";
import { IsoDateSchema } from "../shared/iso-date";

/** Where the link of a letter leads. A secret is never part of it: the token is made when the letter is sent. */
const LinkSchema = z.discriminatedUnion("to", [
  z.strictObject({ to: z.literal("received-request"), requestId: z.string() }),
  z.strictObject({ to: z.literal("asked"), organisationId: z.string(), invitationId: z.string() }),
  z.strictObject({ to: z.literal("invitation"), organisationId: z.string(), invitationId: z.string() }),
  z.strictObject({ to: z.literal("declaration"), declarationId: z.string() }),
  z.strictObject({ to: z.literal("calendar") }),
  z.strictObject({ to: z.literal("received-notice"), noticeId: z.string() }),
  z.strictObject({ to: z.literal("notices") }),
  z.strictObject({ to: z.literal("incidents") }),
]);
export type LetterLink = z.output<typeof LinkSchema>;

const asked = { hospital: z.string(), subject: z.string(), dueOn: IsoDateSchema, link: LinkSchema };

/**
 * What a letter says, without its words: those are in the messages. Only names, a title and a day: what a request
 * demands stays in the portal, because mail is read by others on its way.
 */
export const LetterSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("request"), ...asked }),
  z.strictObject({ kind: z.literal("reminder"), reminder: z.enum(REMINDER_LETTERS), ...asked }),
  z.strictObject({
    kind: z.literal("member-invitation"),
    organisation: z.string(),
    invitedBy: z.string(),
    link: LinkSchema,
  }),
  z.strictObject({
    kind: z.literal("supplier-invitation"),
    organisation: z.string(),
    hospital: z.string(),
    link: LinkSchema,
  }),
  z.strictObject({
    kind: z.literal("sections-assigned"),
    product: z.string(),
    sections: z.array(SectionSchema),
    assignedBy: z.string(),
    link: LinkSchema,
  }),
  z.strictObject({
    kind: z.literal("calendar"),
    hospital: z.string(),
    /** The first of `count`: what kind of thing, of which product, until when. */
    ends: z.array(
      z.strictObject({
        kind: z.enum(CALENDAR_KIND_NAMES),
        product: z.string(),
        endsOn: IsoDateSchema,
        stage: z.enum(CALENDAR_STAGES),
      }),
    ),
    count: z.int(),
    link: LinkSchema,
  }),
  /** That there is a notice, of what kind and from whom: which product and what is wrong with it is for the portal alone. */
  z.strictObject({
    kind: z.literal("notice"),
    supplier: z.string(),
    hospital: z.string(),
    about: z.enum(NOTICE_KINDS),
    move: z.enum(TOLD_MOVES),
    link: LinkSchema,
  }),
  z.strictObject({
    kind: z.literal("clocks"),
    /** The first of `count`: which law and step, until when; never what happened. */
    clocks: z.array(
      z.strictObject({
        regime: z.string(),
        step: z.string(),
        reminder: z.enum(CLOCK_REMINDERS),
        dueAt: z.iso.datetime(),
      }),
    ),
    count: z.int(),
    link: LinkSchema,
  }),
]);
export type Letter = z.output<typeof LetterSchema>;

/** One line without control characters and line separators, at most `max` characters: what may stand in a header. */
export function headerLine(text: string, max = 150): string {
  // Control characters, line and paragraph separators, bidirectional overrides.
  const line = text
    .replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return line.length > max ? `${[...line].slice(0, max - 1).join("")}…` : line;
}
