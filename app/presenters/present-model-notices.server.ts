import { isCurrent } from "~/domain/notice/notice";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listNoticesAboutReleases } from "~db/repositories/received-notices";
import { findModelOf } from "./model-parts.server";

/** So many can be chosen from; those that are current come first. */
const MOST_CHOSEN_FROM = 100;

/** Notices about releases that stand in the draft of a model, for their reach on the diagram. None that was withdrawn. */
export async function presentModelNotices(caller: Caller, modelId: string) {
  const { actor, database } = caller;
  requirePermission(actor, "received-notice.read");
  const { draft } = await findModelOf(caller, modelId);
  const placed = new Set(draft.assets.flatMap(({ productReleaseId }) => productReleaseId ?? []));
  const notices = await listNoticesAboutReleases(database.read, actor.organisationId, {
    ...{ releaseIds: [...placed], limit: MOST_CHOSEN_FROM },
  });
  const concerning = notices.filter(({ content }) => content.releaseIds.some((id) => placed.has(id)));
  return {
    notices: concerning
      .toSorted((a, b) => Number(isCurrent(b.state)) - Number(isCurrent(a.state)))
      .map(({ id, state, content, supplierName }) => ({
        ...{ id, state, title: content.title, supplierName, releaseIds: content.releaseIds },
      })),
  };
}
