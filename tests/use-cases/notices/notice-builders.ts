import { EMPTY_NOTICE, type NoticeContent } from "~/domain/notice/notice";
import { publishNotice } from "~/use-cases/notices/publish-notice.server";
import { saveNotice } from "~/use-cases/notices/save-notice.server";
import type { Caller } from "~/use-cases/use-case.server";
import { accepted } from "../../builders/declaration";

/** A complete advisory about these releases. */
export function aContentOf(...releaseIds: ReadonlyArray<string>): NoticeContent {
  return {
    ...EMPTY_NOTICE,
    ...{ title: "Memory is read", text: "Whoever reaches the port reads the memory.", severity: "high" },
    ...{ vulnerabilities: ["CVE-2026-12345"], releaseIds: [...releaseIds], remedies: "Update to 1.1." },
  };
}

/** The id of an advisory that hospitals with the release read. */
export async function aPublishedNotice(supplier: Caller, releaseId: string): Promise<string> {
  const { id } = accepted(await saveNotice(supplier, { notice: null, content: aContentOf(releaseId) }));
  accepted(await publishNotice(supplier, { noticeId: id, version: 1, move: "publish" }));
  return id;
}
