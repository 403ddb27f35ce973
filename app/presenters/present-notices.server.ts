import { mayDo } from "~/domain/access/permissions";
import { clockIdsOfNotice } from "~/domain/notice/notice";
import { nextDue } from "~/domain/notice/reporting-clock";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listNoticeEvents, listNotices, type Notice } from "~db/repositories/notices";
import { standingClocks } from "./notice-clocks.server";

const PAGE = 50;
/** So many notices with a clock are looked at for the report that each owes next. */
const TIMED_BOUND = 500;
const NOT_WITHDRAWN = ["draft", "published", "updated", "closed"] as const;

/** What can be looked at alone. */
const NOTICE_VIEWS = ["report-due", "drafts"] as const;

export type NoticesQuery = {
  before: string | null;
  /** `report-due`: only those that owe a report by a moment, the soonest first; `drafts`: only those that nobody else sees yet. */
  show?: string | null;
};

/** The supplier's notices, last changed first, each with what is due next. */
export async function presentNotices(
  caller: Caller,
  { before, show = null }: NoticesQuery = { before: null },
) {
  const { actor, database } = caller;
  requirePermission(actor, "notice.read");
  const view = NOTICE_VIEWS.find((one) => one === show) ?? null;
  const mayWrite = mayDo(actor, "notice.save");
  const page = { mayWrite, view, views: NOTICE_VIEWS };
  if (view === "report-due") return { ...page, older: null, ...(await presentClocksDue(caller)) };
  const found = await listNotices(database.read, actor.organisationId, {
    ...{ limit: PAGE + 1, before, states: view === "drafts" ? ["draft"] : undefined },
  });
  const notices = await withClocks(caller, found.slice(0, PAGE));
  const older = found.length > PAGE ? (notices.at(-1)?.id ?? null) : null;
  return { ...page, older, notices, isCut: false };
}

/** Notices that owe a report by a moment, the soonest first; `isCut` where more have a clock than are looked at. */
export async function presentClocksDue(caller: Caller) {
  const { actor, database } = caller;
  requirePermission(actor, "notice.read");
  const found = await listNotices(database.read, actor.organisationId, {
    ...{ limit: TIMED_BOUND + 1, states: NOT_WITHDRAWN, hasEvents: true },
  });
  const timed = await withClocks(caller, found.slice(0, TIMED_BOUND));
  const owing = timed.flatMap((notice) =>
    notice.due?.dueAt ? [{ ...notice, dueAt: notice.due.dueAt }] : [],
  );
  return {
    notices: owing.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime()),
    isCut: found.length > TIMED_BOUND,
  };
}

async function withClocks({ actor, database, now }: Caller, notices: ReadonlyArray<Notice>) {
  const timed = notices.filter(({ content }) => content.kind !== "advisory").map(({ id }) => id);
  const events = await listNoticeEvents(database.read, actor.organisationId, timed);
  return notices.map(({ id, state, content, updatedAt }) => ({
    ...{ id, state, title: content.title, kind: content.kind, updatedAt },
    due:
      state === "withdrawn"
        ? null
        : (nextDue(standingClocks(clockIdsOfNotice(content.kind), events.get(id) ?? [], now)) ?? null),
  }));
}
