import { EMPTY_NOTICE } from "~/domain/notice/notice";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { namedReleases } from "./own-releases.server";

/** An empty notice with the releases that it may be about. */
export async function presentNewNotice({ actor, database }: Caller) {
  requirePermission(actor, "notice.save");
  return { content: EMPTY_NOTICE, releases: await namedReleases(database.read, actor.organisationId) };
}
