import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { DemandedPolicy } from "~/components/declaration/demanded-policy";
import { DemandedRows } from "~/components/declaration/demanded-rows";
import { ReceivedFindings } from "~/components/declaration/received-findings";
import { RequestActions } from "~/components/declaration/request-actions";
import { RequestFacts } from "~/components/declaration/request-facts";
import { SelfCheckList } from "~/components/declaration/self-check-list";
import { toStateName } from "~/components/declaration/summaries";
import { LawPanel } from "~/components/law/law-panel";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { ReceiptPanel } from "~/components/procurement/receipt-panel";
import { Section } from "~/components/section";
import { StateBadge } from "~/components/state-badge";
import { answer, readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentReceivedRequest } from "~/presenters/present-received-request.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { declineRequest } from "~/use-cases/declarations/decline-request.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (t) => data?.request.subject ?? t("declaration:received.title"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  return respond(args, (caller) =>
    presentReceivedRequest(caller, {
      requestId: args.params.requestId ?? "",
      productId: search.get("product"),
      declarationId: search.get("declaration"),
    }),
  );
};

export async function action(args: ActionFunctionArgs) {
  const { intent, ...values } = await readForm(args.request);
  if (intent === "correct") {
    const correction = await respond(args, (caller) => createDeclaration(caller, values));
    return answer(correction, ({ id }) => paths.declaration(id));
  }
  const input = { ...values, requestId: args.params.requestId };
  const outcome = await respond(args, async (caller) => {
    if (intent === "declare") return answerRequest(caller, input);
    return intent === "decline" ? declineRequest(caller, input) : acceptRequest(caller, input);
  });
  return answer(outcome, ({ id }) => paths.receivedRequest(id));
}

export default function ReceivedRequestPage() {
  const { t } = useTranslation("declaration");
  const page = useLoaderData<typeof loader>();
  const refusal = useOutcome<typeof action>()?.refusal;
  const { request } = page;
  return (
    <Page
      title={request.subject}
      badge={<StateBadge state={toStateName(request.state)} />}
      breadcrumb={[{ label: t("received.title"), to: paths.receivedRequests() }]}
    >
      <Panel title={t("received.demand")}>
        <RequestFacts
          request={request}
          hrefOf={(sha256) => paths.receivedFile(request.id, sha256)}
          packageHref={paths.receivedPackage(request.id)}
          zoneHref={paths.receivedZone(request.id)}
        />
        <RequestActions mayAccept={page.mayAccept} mayDecline={page.mayDecline} refusal={refusal} />
      </Panel>
      {page.decision ? (
        <ReceiptPanel decision={page.decision} hrefOf={(file) => paths.receivedReceipt(request.id, file)} />
      ) : null}
      <ReceivedFindings
        requestId={request.id}
        spokenOf={page.spokenOf}
        findings={page.findings}
        returned={page.returned}
        dialogue={page.dialogue}
        mayCorrect={page.mayCorrect}
      />
      <Section title={t("received.answer")} description={t("received.answerText")}>
        {page.mayAccept ? <Callout tone="info">{t("received.acceptFirst")}</Callout> : null}
        <SelfCheckList
          checks={page.selfChecks}
          request={request}
          sentDeclarationId={page.sentDeclarationId}
          mayDeclare={page.mayDeclare}
        />
      </Section>
      <LawPanel law={page.law} />
      <Panel title={t("received.rows")}>
        <DemandedRows
          products={page.products}
          productId={page.productId}
          hasExpectation={request.expectedTypes.length > 0}
          componentTypes={page.componentTypes}
          groups={page.groups}
        />
      </Panel>
      <Panel id="policy" title={t("received.policy")} description={t("received.policyText")}>
        <DemandedPolicy policy={page.policy} evidence={page.evidence} />
      </Panel>
    </Page>
  );
}
