import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { InvitationLink } from "~/components/account/invitation-link";
import { InviteForm } from "~/components/account/invite-form";
import { MemberTable } from "~/components/account/member-table";
import { NoMail } from "~/components/account/no-mail";
import { PendingInvitations } from "~/components/account/pending-invitations";
import { Callout } from "~/components/callout";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentMembers } from "~/presenters/present-members.server";
import { inviteMember } from "~/use-cases/accounts/invite-member.server";
import { revokeInvitation } from "~/use-cases/accounts/revoke-invitation.server";
import { updateMember } from "~/use-cases/accounts/update-member.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("account:members.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentMembers(caller, args.context.mail));

export async function action(args: ActionFunctionArgs) {
  const { intent, ...values } = await readForm(args.request);
  if (intent === "invite") {
    const outcome = await respond(args, (caller) => inviteMember(caller, values));
    if (!outcome.ok) return data({ intent, refusal: outcome.refusal, link: undefined }, { status: 422 });
    const link = new URL(paths.invitation(outcome.value.token), args.request.url).toString();
    return data({ intent, refusal: undefined, link: { url: link, email: String(values.email) } });
  }
  const outcome = await respond(args, async (caller) =>
    intent === "revoke" ? revokeInvitation(caller, values) : updateMember(caller, values),
  );
  if (!outcome.ok) return data({ intent, refusal: outcome.refusal, link: undefined }, { status: 422 });
  return data({ intent, refusal: undefined, link: undefined });
}

export default function MembersPage() {
  const { t } = useTranslation("account");
  const page = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const refusal = outcome?.refusal;
  return (
    <Page
      title={t("members.title")}
      description={t("members.description", { organisation: page.organisationName })}
    >
      {outcome?.link ? <InvitationLink {...outcome.link} isMailed={page.mail !== "none"} /> : null}
      {refusal && outcome.intent !== "invite" ? (
        <Callout tone="danger" title={t("refused")} live>
          {t(`members.refusal.${refusal.code}`)}
        </Callout>
      ) : null}
      <MemberTable members={page.members} roles={page.roles} mayUpdate={page.mayUpdate} />
      {page.mayInvite ? (
        <Panel title={t("members.invite")}>
          {page.mail === "none" ? <NoMail /> : null}
          <InviteForm roles={page.roles} refusal={outcome?.intent === "invite" ? refusal : undefined} />
        </Panel>
      ) : null}
      <Panel title={t("members.invitations")}>
        <PendingInvitations invitations={page.invitations} mayRevoke={page.mayInvite} />
      </Panel>
    </Page>
  );
}
