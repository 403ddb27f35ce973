import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { OwnNotice } from "~/components/notice/own-notice";
import { contentOfForm, listOf } from "~/domain/notice/form-values";
import { NOTICE_MOVES } from "~/domain/notice/notice";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentNotice } from "~/presenters/present-notice.server";
import { discardNotice } from "~/use-cases/notices/discard-notice.server";
import { publishNotice } from "~/use-cases/notices/publish-notice.server";
import { recordNoticeEvent } from "~/use-cases/notices/record-notice-event.server";
import { saveNotice } from "~/use-cases/notices/save-notice.server";
import type { Caller } from "~/use-cases/use-case.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("notice:list.pageTitle"));

export const loader = async (args: LoaderFunctionArgs) => ({
  notice: await respond(args, (caller) => presentNotice(caller, args.params.noticeId ?? "")),
  unknown: new URL(args.request.url).searchParams.getAll("unknown").slice(0, 10),
});

/** Saving, moving, writing down and deleting, told apart by the form that was sent. */
export async function action(args: ActionFunctionArgs) {
  const { noticeId = "" } = args.params;
  const values = await readForm(args.request);
  const outcome = await respond(args, (caller) => make(caller, noticeId, values));
  if (!outcome.ok) return data({ refusal: outcome.refusal, values }, { status: 422 });
  return redirect(values.intent === "discard" ? paths.notices() : paths.notice(noticeId), 303);
}

async function make(caller: Caller, noticeId: string, values: Readonly<Record<string, unknown>>) {
  const { intent, version, reason, kind, happenedAt, note } = values;
  if (intent === "discard") return discardNotice(caller, { noticeId });
  if (intent === "record") return recordNoticeEvent(caller, { noticeId, kind, happenedAt, note });
  if (intent === "save")
    return saveNotice(caller, { notice: { id: noticeId, version }, content: contentOfForm(values) });
  // A draft is published on the page that says what hospitals will read.
  const move = NOTICE_MOVES.find((one) => one === intent && one !== "publish");
  return publishNotice(caller, {
    ...{ noticeId, version, move, reason, hospitalIds: listOf(values.hospitalIds) },
    content: intent === "update" ? contentOfForm(values) : null,
  });
}

export default function NoticePage() {
  const { notice, unknown } = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  return <OwnNotice {...notice} unknown={unknown} refusal={outcome?.refusal} values={outcome?.values} />;
}
