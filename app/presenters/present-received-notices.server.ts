import { isCurrent } from "~/domain/notice/notice";
import { heldReleaseIds } from "~/use-cases/notices/held-releases.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listReceivedNotices } from "~db/repositories/received-notices";
import { countAffected, modelsInUse } from "./notice-reach.server";

/** So many notices are shown. */
const MOST_SHOWN = 500;

/** What suppliers have told this hospital: what is current and stands in a model first, then last changed first. */
export async function presentReceivedNotices({ actor, database }: Caller) {
  requirePermission(actor, "received-notice.read");
  const db = database.read;
  const { organisationId } = actor;
  const held = await heldReleaseIds(db, organisationId);
  const notices = await listReceivedNotices(db, organisationId, { heldReleaseIds: held, limit: MOST_SHOWN });
  const models = await modelsInUse(db, organisationId);
  const shown = notices.map(({ id, state, content, supplierName, updatedAt }) => ({
    ...{ id, state, supplierName, updatedAt, title: content.title, kind: content.kind },
    ...{ severity: content.severity, assets: countAffected(models, content.releaseIds) },
  }));
  const concerns = ({ state, assets }: (typeof shown)[number]) => Number(isCurrent(state) && assets > 0);
  return { notices: shown.toSorted((a, b) => concerns(b) - concerns(a)) };
}
