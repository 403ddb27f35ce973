import { Callout } from "~/components/callout";
import { DemandedPolicy } from "~/components/declaration/demanded-policy";
import { RowGroups } from "~/components/declaration/demanded-rows";
import { RequestFacts } from "~/components/declaration/request-facts";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { AnswerAs } from "./answer-as";
import { ClosedRequest, DeclineAsked, type DeclineRefusal } from "./decline-asked";
import { JoinForm, type JoinFormProps } from "./join-form";

type FactsProps = Pick<Parameters<typeof RequestFacts>[0], "request">;
type PolicyProps = Parameters<typeof DemandedPolicy>[0];
type GroupsProps = Parameters<typeof RowGroups>[0];

type AskedRequestProps = {
  page:
    | (FactsProps &
        PolicyProps &
        GroupsProps &
        Omit<JoinFormProps, "refusal" | "here"> & { own: ReadonlyArray<{ id: string; name: string }> })
    | null;
  /** A request that was declined through this link, or by whoever answers for the supplier. */
  declined: { hospitalName: string } | null;
  here: string;
  token: string;
  refusal: JoinFormProps["refusal"];
  declineRefusal: DeclineRefusal | undefined;
  declineReason: string;
};

/** What is asked, for somebody who may never have been here: first the facts, then the way in, then the details. */
export function AskedRequest(props: AskedRequestProps) {
  const { page, declined, here, token, refusal, declineRefusal, declineReason } = props;
  const { t } = useTranslation("account");
  if (!page || refusal?.code === "invitation-not-open" || declineRefusal?.code === "invitation-not-open")
    return (
      <Page title={t(declined ? "asked.declinedTitle" : "asked.closedTitle")} width="text">
        <ClosedRequest declined={declined} />
      </Page>
    );
  const { request, groups, own } = page;
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <Page
      title={request.subject}
      description={t("asked.description", { hospital: request.hospitalName })}
      width="text"
    >
      <Panel title={t("asked.what")}>
        <RequestFacts
          request={request}
          hrefOf={(sha256) => paths.askedFile(token, sha256)}
          packageHref={paths.askedPackage(token)}
          zoneHref={null}
        />
      </Panel>
      {own.length > 0 ? <AnswerAs own={own} /> : null}
      <JoinForm {...page} here={here} isSecond={own.length > 0} refusal={refusal} />
      {declineRefusal?.code === "somebody-joined" ? (
        <Callout tone="warning" live>
          {t("asked.somebodyJoined")}
        </Callout>
      ) : null}
      <Panel title={t("asked.rows", { count })} description={t("asked.rowsText")}>
        <RowGroups groups={groups} />
      </Panel>
      <Panel title={t("declaration:received.policy")} description={t("declaration:received.policyText")}>
        <DemandedPolicy policy={page.policy} evidence={page.evidence} />
      </Panel>
      {page.mayName ? (
        <DeclineAsked
          hospitalName={request.hospitalName}
          organisationName={page.organisationName}
          refusal={declineRefusal}
          reason={declineReason}
        />
      ) : null}
    </Page>
  );
}
