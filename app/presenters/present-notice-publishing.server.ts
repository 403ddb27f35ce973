import { gapsBeforePublishing } from "~/domain/notice/notice";
import { findOwnNotice } from "~/use-cases/notices/find-own-notice.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listAnsweredHospitals, listAskingHospitals, listNoticeEvents } from "~db/repositories/notices";
import { namedReleases } from "./own-releases.server";

/**
 * What publishing a draft would show to whom, before it is done. Named are hospitals of which the supplier knows: those that it
 * chooses and those that it has answered. Who else has drawn a release is theirs, also how many.
 */
export async function presentNoticePublishing(
  { actor, database }: Caller,
  noticeId: string,
  hospitalIds: ReadonlyArray<string>,
) {
  requirePermission(actor, "notice.publish");
  const db = database.read;
  const { organisationId } = actor;
  const { id, state, content, saveVersion } = await findOwnNotice(db, actor, noticeId);
  const [releases, events, asking, answered] = await Promise.all([
    namedReleases(db, organisationId),
    listNoticeEvents(db, organisationId, [id]),
    listAskingHospitals(db, organisationId),
    listAnsweredHospitals(db, organisationId, content.releaseIds),
  ]);
  const isAware = (events.get(id) ?? []).some(({ kind }) => kind === "aware");
  const chosen = asking.filter((hospital) => hospitalIds.includes(hospital.id));
  return {
    ...{ id, state, content, saveVersion },
    releases: releases.filter((release) => content.releaseIds.includes(release.id)),
    gaps: gapsBeforePublishing(content, { isAware }),
    chosen,
    answered: answered.filter(({ id: answeredId }) => chosen.every((hospital) => hospital.id !== answeredId)),
  };
}
