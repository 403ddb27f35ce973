import { mayDo } from "~/domain/access/permissions";
import { readViewQuery, type ViewPage } from "~/domain/procurement/saved-view";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findDefaultView, listSavedViews } from "~db/repositories/saved-views";

/** Own ones are fewer; of those that are shared more are of no use in a list. */
const SHOWN_AT_MOST = 200;

/** The views of a page that somebody reads, and the one that the address names. */
export async function viewsOfPage({ actor, database }: Caller, page: ViewPage, search: URLSearchParams) {
  requirePermission(actor, "saved-view.read");
  const { organisationId, personId } = actor;
  const scope = [database.read, organisationId] as const;
  const found = await listSavedViews(...scope, { page, personId, limit: SHOWN_AT_MOST });
  const standard = await findDefaultView(...scope, { page, personId });
  const chosen = search.get("view");
  const now = readViewQuery(page, search.toString()).query;
  return {
    page,
    query: now,
    views: found.map((view) => {
      const { query, dropped } = readViewQuery(page, view.query);
      const isOwn = view.personId === personId;
      return {
        ...{ id: view.id, name: view.name, isShared: view.isShared, isOwn, query, dropped },
        ownerName: isOwn ? null : view.ownerName,
        isDefault: view.id === standard?.id,
        isChosen: view.id === chosen,
        mayChange: mayDo(actor, "saved-view.rename") && (isOwn || mayDo(actor, "saved-view.share")),
      };
    }),
    maySave: mayDo(actor, "saved-view.save"),
    mayShare: mayDo(actor, "saved-view.share"),
  };
}

/** Where somebody goes who asks a page for nothing and has chosen a view for that; null where they stay. */
export async function defaultSearchOf(
  { actor, database }: Caller,
  page: ViewPage,
  search: URLSearchParams,
): Promise<string | null> {
  if (search.size > 0 || !mayDo(actor, "saved-view.read")) return null;
  const { organisationId, personId } = actor;
  const view = await findDefaultView(database.read, organisationId, { page, personId });
  if (!view) return null;
  const next = new URLSearchParams(readViewQuery(page, view.query).query);
  next.set("view", view.id);
  return `?${next}`;
}
