import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { Callout } from "~/components/callout";
import { Page } from "~/components/page";
import { RequestBadge, useRequestStateText } from "~/components/procurement/badges";
import { RequestAnswer } from "~/components/procurement/request-answer";
import { RequestFacts } from "~/components/procurement/request-facts";
import { SnapshotPanel } from "~/components/procurement/snapshot-panel";
import { WithdrawForm } from "~/components/procurement/withdraw-form";
import { StateBadge } from "~/components/state-badge";
import { Steps } from "~/components/steps";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentRequest } from "~/presenters/present-request.server";
import { withdrawRequest } from "~/use-cases/requests/withdraw-request.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("request:page.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentRequest(caller, args.params.requestId ?? ""));

/** The only change here: taking the request back. */
export async function action(args: ActionFunctionArgs) {
  const { requestId = "" } = args.params;
  const outcome = await respond(args, (caller) => withdrawRequest(caller, { requestId }));
  if (outcome.ok) return redirect(paths.request(requestId), 303);
  return data({ refusal: outcome.refusal }, { status: 422 });
}

/** A refusal means that the page is out of date. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 422 || defaultShouldRevalidate;
}

export default function RequestPage() {
  const { t } = useTranslation("request");
  const stateText = useRequestStateText();
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <Page
      title={page.subject}
      description={t("page.to", { supplier: page.supplierName })}
      breadcrumb={[{ label: t("title"), to: paths.requests() }]}
      badge={
        <>
          <RequestBadge state={page.state} />
          {page.isOverdue ? <StateBadge state="overdue" /> : null}
        </>
      }
    >
      {refusal && refusal.code !== "invalid-input" ? (
        <Callout tone="danger" live>
          {t(`refusal.${refusal.code}`)}
        </Callout>
      ) : null}
      <Steps
        label={t("page.state")}
        steps={page.steps.states.map((state) => ({ label: stateText(state) }))}
        current={page.steps.current}
      />
      {page.zone.isStillThere ? null : <Callout tone="warning">{t("page.zoneGone")}</Callout>}
      <RequestAnswer
        zone={page.zone}
        requestId={page.id}
        answer={page.answer}
        decision={page.decision}
        mayDecide={page.mayDecide}
      />
      <RequestFacts request={page} />
      <SnapshotPanel snapshot={page.snapshot} />
      {page.mayWithdraw ? <WithdrawForm /> : null}
    </Page>
  );
}
