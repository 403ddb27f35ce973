import type { Actor } from "~/domain/access/role";
import type { NoticeContent } from "~/domain/notice/notice";
import { AppError } from "~/domain/shared/app-error";
import type { Db } from "~db/client";
import { findNotice, type Notice } from "~db/repositories/notices";
import { listReleases } from "~db/repositories/products";

/** Throws `not-found` for a foreign id too. */
export async function findOwnNotice(db: Db, actor: Actor, noticeId: string): Promise<Notice> {
  const notice = await findNotice(db, actor.organisationId, noticeId);
  if (!notice) throw new AppError("not-found", "there is no such notice");
  return notice;
}

/** Throws `not-found` where a release is none of the supplier's own. */
export async function requireOwnReleases(
  db: Db,
  actor: Actor,
  { releaseIds }: Pick<NoticeContent, "releaseIds">,
): Promise<void> {
  const own = new Set((await listReleases(db, actor.organisationId)).map(({ id }) => id));
  if (!releaseIds.every((id) => own.has(id))) throw new AppError("not-found", "there is no such release");
}
