import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { InvitationLink } from "~/components/account/invitation-link";
import { revalidateAfterRefusal } from "~/components/after-refusal";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { DialoguePanel } from "~/components/dialogue/pair-questions";
import { LawPanel } from "~/components/law/law-panel";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { RequestBadge, useRequestStateText } from "~/components/procurement/badges";
import { RequestAnswer } from "~/components/procurement/request-answer";
import { RequestFacts } from "~/components/procurement/request-facts";
import { SnapshotPanel } from "~/components/procurement/snapshot-panel";
import { ToldPanel } from "~/components/procurement/told-panel";
import { WithdrawForm } from "~/components/procurement/withdraw-form";
import { WithdrawalNote } from "~/components/procurement/withdrawal-note";
import { StateBadge } from "~/components/state-badge";
import { Steps } from "~/components/steps";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentRequest } from "~/presenters/present-request.server";
import { sendRequestLink } from "~/use-cases/requests/send-request-link.server";
import { withdrawRequest } from "~/use-cases/requests/withdraw-request.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("request:page.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentRequest(caller, args.params.requestId ?? "", args.context.mail));

/** Telling the supplier once more, or taking the request back. */
export async function action(args: ActionFunctionArgs) {
  const { requestId = "" } = args.params;
  const { intent } = await readForm(args.request);
  if (intent === "send-letter" || intent === "make-link") {
    const by = intent === "make-link" ? "link" : "letter";
    const told = await respond(args, (caller) => sendRequestLink(caller, { requestId, by }));
    if (!told.ok) return data({ refusal: told.refusal, told: null }, { status: 422 });
    return data({ refusal: undefined, told: toTold(told.value.link, args.request.url) });
  }
  const outcome = await respond(args, (caller) => withdrawRequest(caller, { requestId }));
  if (outcome.ok) return redirect(paths.request(requestId), 303);
  return data({ refusal: outcome.refusal, told: null }, { status: 422 });
}

function toTold(link: { token: string; email: string } | null, base: string) {
  return {
    link: link && { email: link.email, url: new URL(paths.askedRequest(link.token), base).toString() },
  };
}

export const shouldRevalidate = revalidateAfterRefusal;

export default function RequestPage() {
  const { t } = useTranslation("request");
  const stateText = useRequestStateText();
  const page = useLoaderData<typeof loader>();
  const { refusal, told } = useOutcome<typeof action>() ?? {};
  return (
    <Page
      title={page.subject}
      description={t("page.to", { supplier: page.supplierName })}
      breadcrumb={[{ label: t("title"), to: paths.requests() }]}
      actions={page.answer && page.zone.isStillThere ? <CompareLink page={page} /> : null}
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
      {told?.link ? <InvitationLink {...told.link} isRequest /> : null}
      {told && !told.link ? <Callout tone="success" title={t("mail:told.sentAgain")} live /> : null}
      <Steps
        label={t("page.state")}
        steps={page.steps.states.map((state) => ({ label: stateText(state) }))}
        current={page.steps.current}
      />
      {page.zone.isStillThere ? null : <Callout tone="warning">{t("page.zoneGone")}</Callout>}
      <WithdrawalNote withdrawal={page.withdrawal} />
      <RequestAnswer
        zone={page.zone}
        requestId={page.id}
        answer={page.answer}
        decision={page.decision}
        mayDecide={page.mayDecide}
      />
      <DialoguePanel dialogue={page.dialogue} />
      <RequestFacts request={page} />
      <ToldPanel told={page.told} supplierName={page.supplierName} maySend={page.maySend} />
      <LawPanel law={page.law} />
      <SnapshotPanel snapshot={page.snapshot} />
      {page.mayWithdraw ? <WithdrawForm /> : null}
    </Page>
  );
}

/** All that answers requests for the same zone; where that is one alone, others can be chosen there. */
function CompareLink({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { t } = useTranslation("offers");
  const { modelId, zoneId } = page.zone;
  return (
    <ButtonLink to={paths.offers({ model: modelId, zone: zoneId, declarations: page.offers })}>
      {t("links.compare")}
    </ButtonLink>
  );
}
