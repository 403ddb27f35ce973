import { and, asc, desc, eq, exists, inArray, lt, notInArray, or, type SQL } from "drizzle-orm";
import {
  type NoticeContent,
  NoticeContentSchema,
  type NoticeMove,
  type NoticeState,
} from "~/domain/notice/notice";
import type { ReportingEventKind } from "~/domain/notice/reporting-clock";
import type { Db } from "../client";
import {
  declarations,
  intakeRequests,
  type NOTICE_SOURCES,
  noticeEvents,
  noticeHospitals,
  noticeReleases,
  noticeSteps,
  notices,
  organisations,
  people,
} from "../schema";
import { readStored } from "../stored";

/** `organisationId` is the supplier. */
export type Notice = {
  organisationId: string;
  id: string;
  state: NoticeState;
  content: NoticeContent;
  source: (typeof NOTICE_SOURCES)[number];
  sourceDocument: string;
  saveVersion: number;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  publishedAt: Date | null;
};

/** One move with what hospitals read from then on. */
export type NoticeStep = {
  number: number;
  move: NoticeMove;
  reason: string;
  content: NoticeContent;
  recordedBy: string;
  recordedAt: Date;
};

export type NoticeEvent = {
  number: number;
  kind: ReportingEventKind;
  happenedAt: Date;
  note: string;
  recordedBy: string;
  recordedAt: Date;
};

export async function findNotice(db: Db, supplierId: string, noticeId: string): Promise<Notice | undefined> {
  const [row] = await db.select().from(notices).where(isNotice(supplierId, noticeId));
  return row && toNotice(row);
}

/** Keyset paging: what was changed before the notice `before`, from the newest where there is none such. */
export type NoticePage = { limit: number; before?: string | null };

/** `hasEvents`: something was written down of it that starts or stops a clock. */
type NoticeFilter = { states?: ReadonlyArray<NoticeState>; hasEvents?: boolean };

/** Last changed first. */
export async function listNotices(
  db: Db,
  supplierId: string,
  { limit, before, states, hasEvents }: NoticePage & NoticeFilter,
): Promise<ReadonlyArray<Notice>> {
  const own = eq(notices.organisationId, supplierId);
  const inStates = states && inArray(notices.state, [...states]);
  const timed = hasEvents ? exists(eventsOfNotice(db)) : undefined;
  const rows = await db
    .select()
    .from(notices)
    .where(and(own, inStates, timed, await changedBefore(db, own, before)))
    .orderBy(desc(notices.updatedAt), desc(notices.id))
    .limit(limit);
  return rows.map(toNotice);
}

export async function countNotices(db: Db, supplierId: string, state: NoticeState): Promise<number> {
  return db.$count(notices, and(eq(notices.organisationId, supplierId), eq(notices.state, state)));
}

export async function saveNewNotice(db: Db, notice: Notice): Promise<void> {
  await db.insert(notices).values(notice);
}

/** False where it has changed since `saveVersion`: nothing is written. */
export async function saveNotice(
  db: Db,
  supplierId: string,
  notice: Pick<Notice, "id" | "state" | "content" | "saveVersion" | "updatedAt" | "publishedAt">,
): Promise<boolean> {
  const { id, state, content, saveVersion, updatedAt, publishedAt } = notice;
  const saved = await db
    .update(notices)
    .set({ state, content, updatedAt, publishedAt, saveVersion: saveVersion + 1 })
    .where(and(isNotice(supplierId, id), eq(notices.saveVersion, saveVersion)))
    .returning({ id: notices.id });
  return saved.length > 0;
}

/** False where it is no draft any more: nothing is deleted. */
export async function deleteNoticeDraft(db: Db, supplierId: string, noticeId: string): Promise<boolean> {
  const deleted = await db
    .delete(notices)
    .where(and(isNotice(supplierId, noticeId), eq(notices.state, "draft")))
    .returning({ id: notices.id });
  return deleted.length > 0;
}

/** Oldest first, with who made each. */
export async function listNoticeSteps(
  db: Db,
  supplierId: string,
  noticeId: string,
): Promise<ReadonlyArray<NoticeStep & { recordedByName: string }>> {
  const rows = await db
    .select({ step: noticeSteps, recordedByName: people.name })
    .from(noticeSteps)
    .innerJoin(people, eq(people.id, noticeSteps.recordedBy))
    .where(and(eq(noticeSteps.organisationId, supplierId), eq(noticeSteps.noticeId, noticeId)))
    .orderBy(asc(noticeSteps.number));
  return rows.map(({ step, recordedByName }) => ({
    ...toStep(step),
    recordedByName,
  }));
}

export async function saveNoticeStep(
  db: Db,
  supplierId: string,
  noticeId: string,
  step: NoticeStep,
): Promise<void> {
  await db.insert(noticeSteps).values({ organisationId: supplierId, noticeId, ...step });
}

/** In the order in which they were written down. */
export async function listNoticeEvents(
  db: Db,
  supplierId: string,
  noticeIds: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, ReadonlyArray<NoticeEvent & { recordedByName: string }>>> {
  const byNotice = new Map<string, Array<NoticeEvent & { recordedByName: string }>>();
  if (noticeIds.length === 0) return byNotice;
  const rows = await db
    .select({ event: noticeEvents, recordedByName: people.name })
    .from(noticeEvents)
    .innerJoin(people, eq(people.id, noticeEvents.recordedBy))
    .where(and(eq(noticeEvents.organisationId, supplierId), inArray(noticeEvents.noticeId, [...noticeIds])))
    .orderBy(asc(noticeEvents.noticeId), asc(noticeEvents.number));
  for (const { event, recordedByName } of rows) {
    const { organisationId: _, noticeId, ...rest } = event;
    const known = byNotice.get(noticeId);
    if (known) known.push({ ...rest, recordedByName });
    else byNotice.set(noticeId, [{ ...rest, recordedByName }]);
  }
  return byNotice;
}

export async function saveNoticeEvent(
  db: Db,
  supplierId: string,
  noticeId: string,
  event: NoticeEvent,
): Promise<void> {
  await db.insert(noticeEvents).values({ organisationId: supplierId, noticeId, ...event });
}

/** Adds to what it is about; a release that it once named stays, so that whoever read it finds it again. */
export async function saveNoticeReleases(
  db: Db,
  supplierId: string,
  noticeId: string,
  releaseIds: ReadonlyArray<string>,
): Promise<void> {
  if (releaseIds.length === 0) return;
  await db
    .insert(noticeReleases)
    .values(releaseIds.map((releaseId) => ({ organisationId: supplierId, noticeId, releaseId })))
    .onConflictDoNothing();
}

/** Adds to whom it was chosen for. */
export async function saveNoticeHospitals(
  db: Db,
  supplierId: string,
  noticeId: string,
  { hospitalIds, chosenAt }: { hospitalIds: ReadonlyArray<string>; chosenAt: Date },
): Promise<void> {
  if (hospitalIds.length === 0) return;
  await db
    .insert(noticeHospitals)
    .values(hospitalIds.map((hospitalId) => ({ organisationId: supplierId, noticeId, hospitalId, chosenAt })))
    .onConflictDoNothing();
}

/** The hospitals that the supplier chose, by name. */
export async function listNoticeHospitals(
  db: Db,
  supplierId: string,
  noticeId: string,
): Promise<ReadonlyArray<{ id: string; name: string }>> {
  return db
    .select({ id: organisations.id, name: organisations.name })
    .from(noticeHospitals)
    .innerJoin(organisations, eq(organisations.id, noticeHospitals.hospitalId))
    .where(and(eq(noticeHospitals.organisationId, supplierId), eq(noticeHospitals.noticeId, noticeId)))
    .orderBy(asc(organisations.name));
}

/** Hospitals that have asked the supplier for something: whom else the portal serves is none of its business. */
export async function listAskingHospitals(
  db: Db,
  supplierId: string,
): Promise<ReadonlyArray<{ id: string; name: string }>> {
  return db
    .selectDistinct({ id: organisations.id, name: organisations.name })
    .from(intakeRequests)
    .innerJoin(organisations, eq(organisations.id, intakeRequests.organisationId))
    .where(eq(intakeRequests.supplierId, supplierId))
    .orderBy(asc(organisations.name));
}

/** Hospitals that the supplier has answered with a declaration of one of these releases, by name. */
export async function listAnsweredHospitals(
  db: Db,
  supplierId: string,
  releaseIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<{ id: string; name: string }>> {
  if (releaseIds.length === 0) return [];
  return db
    .selectDistinct({ id: organisations.id, name: organisations.name })
    .from(intakeRequests)
    .innerJoin(organisations, eq(organisations.id, intakeRequests.organisationId))
    .innerJoin(
      declarations,
      and(
        eq(declarations.organisationId, intakeRequests.supplierId),
        eq(declarations.id, intakeRequests.declarationId),
      ),
    )
    .where(
      and(
        eq(intakeRequests.supplierId, supplierId),
        inArray(declarations.releaseId, [...releaseIds]),
        notInArray(intakeRequests.state, ["declined", "withdrawn"]),
      ),
    )
    .orderBy(asc(organisations.name));
}

/** `readable` keeps the cursor within what its reader may see. */
export async function changedBefore(
  db: Db,
  readable: SQL | undefined,
  before: string | null | undefined,
): Promise<SQL | undefined> {
  if (!before) return undefined;
  const { updatedAt, id } = notices;
  const [last] = await db
    .select({ updatedAt, id })
    .from(notices)
    .where(and(readable, eq(id, before)));
  return last && or(lt(updatedAt, last.updatedAt), and(eq(updatedAt, last.updatedAt), lt(id, last.id)));
}

function eventsOfNotice(db: Db) {
  const { organisationId, noticeId, number } = noticeEvents;
  return db
    .select({ number })
    .from(noticeEvents)
    .where(and(eq(organisationId, notices.organisationId), eq(noticeId, notices.id)));
}

function isNotice(supplierId: string, noticeId: string) {
  return and(eq(notices.organisationId, supplierId), eq(notices.id, noticeId));
}

export function toNotice(row: typeof notices.$inferSelect): Notice {
  const { id, content } = row;
  return {
    ...row,
    content: readStored(NoticeContentSchema, content, { column: "notices.content", row: `notice ${id}` }),
  };
}

function toStep(row: typeof noticeSteps.$inferSelect): NoticeStep {
  const { organisationId: _, noticeId, ...step } = row;
  const place = { column: "notice_steps.content", row: `step ${step.number} of notice ${noticeId}` };
  return { ...step, content: readStored(NoticeContentSchema, step.content, place) };
}
