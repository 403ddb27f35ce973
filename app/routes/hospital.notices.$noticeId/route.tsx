import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { ContainedPanel } from "~/components/notice/contained-panel";
import { MoveList } from "~/components/notice/move-list";
import { NoticeStateBadge } from "~/components/notice/notice-badge";
import { NoticeText } from "~/components/notice/notice-text";
import { ReachPanel } from "~/components/notice/reach-panel";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { Section } from "~/components/section";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentReceivedNotice } from "~/presenters/present-received-notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("notice:received.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentReceivedNotice(caller, args.params.noticeId ?? ""));

export default function ReceivedNoticePage() {
  const { t } = useTranslation("notice");
  const notice = useLoaderData<typeof loader>();
  const { id, content, state, steps, reach } = notice;
  const withdrawal = steps.findLast(({ move }) => move === "withdraw");
  return (
    <Page
      title={content.title}
      description={notice.supplierName}
      breadcrumb={[{ label: t("received.title"), to: paths.receivedNotices() }]}
      badge={<NoticeStateBadge state={state} />}
      actions={
        notice.mayOpenIncident && state !== "withdrawn" ? (
          <ButtonLink to={paths.newIncident({ notice: id })} variant="primary">
            {t("received.startIncident")}
          </ButtonLink>
        ) : null
      }
    >
      {withdrawal ? (
        <Callout tone="warning">{t("received.withdrawn", { reason: withdrawal.reason })}</Callout>
      ) : null}
      <Panel>
        <NoticeText content={content} releases={notice.releases} />
      </Panel>
      <Section title={t("received.where")} description={t("received.whereText")}>
        {reach.length === 0 ? <p className="text-muted">{t("received.nowhere")}</p> : null}
        {reach.map((model) => (
          <ReachPanel key={model.modelId} {...model} noticeId={id} />
        ))}
      </Section>
      {notice.contained ? <ContainedPanel {...notice.contained} /> : null}
      <Panel title={t("page.history")}>
        <MoveList steps={steps} />
      </Panel>
    </Page>
  );
}
