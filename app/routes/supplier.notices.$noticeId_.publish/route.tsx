import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { PublishingNotice } from "~/components/notice/publishing-notice";
import { listOf } from "~/domain/notice/form-values";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentNoticePublishing } from "~/presenters/present-notice-publishing.server";
import { publishNotice } from "~/use-cases/notices/publish-notice.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("notice:publishing.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const chosen = new URL(args.request.url).searchParams.getAll("hospitalIds").slice(0, 500);
  return respond(args, (caller) => presentNoticePublishing(caller, args.params.noticeId ?? "", chosen));
};

/** Publishes the version that was shown; a draft that somebody has changed since is shown again. */
export async function action(args: ActionFunctionArgs) {
  const { noticeId = "" } = args.params;
  const { version, hospitalIds } = await readForm(args.request);
  const outcome = await respond(args, (caller) =>
    publishNotice(caller, { noticeId, version, move: "publish", hospitalIds: listOf(hospitalIds) }),
  );
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(paths.notice(noticeId), 303);
}

export default function PublishNoticePage() {
  const refusal = useOutcome<typeof action>()?.refusal;
  return <PublishingNotice {...useLoaderData<typeof loader>()} refusal={refusal?.code} />;
}
