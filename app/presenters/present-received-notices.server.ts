import { heldReleaseIds } from "~/use-cases/notices/held-releases.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listReceivedNotices, type ReceivedNotice } from "~db/repositories/received-notices";
import { countAffected, type HospitalModel, modelsInUse } from "./notice-reach.server";

const PAGE = 50;
/** What is current and stands in a model comes first, so many at most. */
const MOST_URGENT = 200;

/** What suppliers have told this hospital: on the first page what is current and stands in a model, then last changed first. */
export async function presentReceivedNotices(
  { actor, database }: Caller,
  { before }: { before: string | null } = { before: null },
) {
  requirePermission(actor, "received-notice.read");
  const db = database.read;
  const { organisationId } = actor;
  const held = { heldReleaseIds: await heldReleaseIds(db, organisationId) };
  const urgent = before
    ? []
    : await listReceivedNotices(db, organisationId, { ...held, isUrgent: true, limit: MOST_URGENT });
  const others = { ...held, isUrgent: false, limit: PAGE + 1, before };
  const found = await listReceivedNotices(db, organisationId, others);
  const rest = found.slice(0, PAGE);
  const models = await modelsInUse(db, organisationId);
  return {
    notices: [...urgent, ...rest].map((notice) => toRow(notice, models)),
    older: found.length > PAGE ? (rest.at(-1)?.id ?? null) : null,
  };
}

function toRow(
  { id, state, content, supplierName, updatedAt }: ReceivedNotice,
  models: ReadonlyArray<HospitalModel>,
) {
  const { title, kind, severity, releaseIds } = content;
  const assets = countAffected(models, releaseIds);
  return { id, state, supplierName, updatedAt, title, kind, severity, assets };
}
