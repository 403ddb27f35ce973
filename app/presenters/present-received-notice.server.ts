import { mayDo } from "~/domain/access/permissions";
import { AppError } from "~/domain/shared/app-error";
import { heldReleaseIds } from "~/use-cases/notices/held-releases.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listNoticeSteps } from "~db/repositories/notices";
import { findReceivedNotice, listReleaseNames } from "~db/repositories/received-notices";
import { alsoContainedIn } from "./also-contained.server";
import { modelsInUse, reachIn } from "./notice-reach.server";

/** A supplier's notice as this hospital reads it, with where it concerns it. People of the supplier are not named. */
export async function presentReceivedNotice({ actor, database }: Caller, noticeId: string) {
  requirePermission(actor, "received-notice.read");
  const db = database.read;
  const { organisationId } = actor;
  const held = await heldReleaseIds(db, organisationId);
  const notice = await findReceivedNotice(db, organisationId, { noticeId, heldReleaseIds: held });
  if (!notice) throw new AppError("not-found", "there is no such notice");
  const { id, state, content, supplierName, publishedAt, updatedAt } = notice;
  const releases = await listReleaseNames(db, notice.organisationId, content.releaseIds);
  const steps = await listNoticeSteps(db, notice.organisationId, id);
  const models = await modelsInUse(db, organisationId);
  return {
    ...{ id, state, content, supplierName, publishedAt, updatedAt },
    releases: releases.map(({ releaseId, productName, version }) => ({
      ...{ id: releaseId, name: `${productName} ${version}` },
    })),
    steps: steps.map(({ number, move, reason, recordedAt }) => ({ number, move, reason, recordedAt })),
    reach: models.flatMap((model) => reachIn(model, content.releaseIds) ?? []),
    contained: await alsoContainedIn(db, organisationId, content, models),
    mayOpenIncident: mayDo(actor, "incident.open"),
  };
}
