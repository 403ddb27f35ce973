import { mayDo } from "~/domain/access/permissions";
import {
  clockIdsOfNotice,
  gapsBeforePublishing,
  NOTICE_MOVES,
  NOTICE_TRANSITIONS,
} from "~/domain/notice/notice";
import { findOwnNotice } from "~/use-cases/notices/find-own-notice.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import {
  listAskingHospitals,
  listNoticeEvents,
  listNoticeHospitals,
  listNoticeSteps,
} from "~db/repositories/notices";
import { standingClocks } from "./notice-clocks.server";
import { namedReleases } from "./own-releases.server";

/** One notice of the supplier's own: what it says, what is missing, its clocks and its history. */
export async function presentNotice({ actor, database, now }: Caller, noticeId: string) {
  requirePermission(actor, "notice.read");
  const db = database.read;
  const { organisationId } = actor;
  const { id, state, content, source, sourceDocument, saveVersion, updatedAt, publishedAt } =
    await findOwnNotice(db, actor, noticeId);
  const [releases, steps, allEvents, chosen, asking] = await Promise.all([
    namedReleases(db, organisationId),
    listNoticeSteps(db, organisationId, id),
    listNoticeEvents(db, organisationId, [id]),
    listNoticeHospitals(db, organisationId, id),
    listAskingHospitals(db, organisationId),
  ]);
  const events = allEvents.get(id) ?? [];
  const isAware = events.some(({ kind }) => kind === "aware");
  return {
    ...{ id, state, content, source, sourceDocument, saveVersion, updatedAt, publishedAt, releases },
    gaps: gapsBeforePublishing(content, { isAware }),
    clocks: standingClocks(clockIdsOfNotice(content.kind), events, now),
    events: events.map(({ kind, ...event }) => ({ ...event, what: kind })),
    steps: steps.map(({ number, move, reason, recordedAt, recordedByName }) => ({
      ...{ number, move, reason, recordedAt, recordedByName },
    })),
    hospitals: asking.map((hospital) => ({
      ...hospital,
      isChosen: chosen.some(({ id: hospitalId }) => hospitalId === hospital.id),
    })),
    may: {
      save: state === "draft" && mayDo(actor, "notice.save"),
      record: mayDo(actor, "notice.record"),
      publish: mayDo(actor, "notice.publish"),
    },
    moves: NOTICE_MOVES.filter((move) => NOTICE_TRANSITIONS[move].from.includes(state)),
  };
}
