import { mayDo } from "~/domain/access/permissions";
import { clockIdsOfNotice } from "~/domain/notice/notice";
import { nextDue } from "~/domain/notice/reporting-clock";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listNoticeEvents, listNotices } from "~db/repositories/notices";
import { standingClocks } from "./notice-clocks.server";

const PAGE = 50;

/** The supplier's notices, last changed first, each with what is due next. */
export async function presentNotices(
  { actor, database, now }: Caller,
  { before }: { before: string | null } = { before: null },
) {
  requirePermission(actor, "notice.read");
  const { organisationId } = actor;
  const found = await listNotices(database.read, organisationId, { limit: PAGE + 1, before });
  const notices = found.slice(0, PAGE);
  const timed = notices.filter(({ content }) => content.kind !== "advisory").map(({ id }) => id);
  const events = await listNoticeEvents(database.read, organisationId, timed);
  return {
    older: found.length > PAGE ? (notices.at(-1)?.id ?? null) : null,
    mayWrite: mayDo(actor, "notice.save"),
    notices: notices.map(({ id, state, content, updatedAt }) => ({
      ...{ id, state, title: content.title, kind: content.kind, updatedAt },
      due:
        state === "withdrawn"
          ? null
          : (nextDue(standingClocks(clockIdsOfNotice(content.kind), events.get(id) ?? [], now)) ?? null),
    })),
  };
}
