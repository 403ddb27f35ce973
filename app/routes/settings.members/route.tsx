import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { InvitationLink } from "~/components/account/invitation-link";
import { InviteForm } from "~/components/account/invite-form";
import { MemberTable } from "~/components/account/member-table";
import { NoMail } from "~/components/account/no-mail";
import { PendingInvitations } from "~/components/account/pending-invitations";
import { revalidateAfterRefusal } from "~/components/after-refusal";
import { Callout } from "~/components/callout";
import { FilterChips } from "~/components/filter-chips";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { partStepUp } from "~/domain/access/step-up";
import { respond } from "~/http/respond.server";
import { respondWithStepUp } from "~/http/step-up.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentMembers } from "~/presenters/present-members.server";
import { inviteMember } from "~/use-cases/accounts/invite-member.server";
import { revokeInvitation } from "~/use-cases/accounts/revoke-invitation.server";
import { updateMember } from "~/use-cases/accounts/update-member.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("account:members.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (caller) => ({
    ...(await presentMembers(caller, args.context.mail, new URL(args.request.url).searchParams.get("show"))),
    needsPassword: !caller.isSteppedUp,
  }));

export function action(args: ActionFunctionArgs) {
  return respondWithStepUp(args, async ({ values: { intent, ...values }, attempt }) => {
    const told = { intent, values, link: undefined, refusal: undefined };
    if (intent === "invite") {
      const invited = await attempt((caller) => inviteMember(caller, values));
      if (!invited.ok) return data({ ...told, refusal: invited.refusal }, { status: 422 });
      const url = new URL(paths.invitation(invited.value.token), args.request.url).toString();
      return data({ ...told, link: { url, email: String(values.email) } });
    }
    const outcome = await attempt(async (caller) =>
      intent === "revoke" ? revokeInvitation(caller, values) : updateMember(caller, values),
    );
    return outcome.ok ? data(told) : data({ ...told, refusal: outcome.refusal }, { status: 422 });
  });
}

export const shouldRevalidate = revalidateAfterRefusal;

export default function MembersPage() {
  const { t } = useTranslation("account");
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const { refusal, stepUp } = partStepUp(outcome?.refusal, page.needsPassword);
  // Each form of the page has a field of its own; what was wrong is told at the one that was sent.
  const stepUpOf = (intent: string, personId?: string) => ({
    ...stepUp,
    refusal: outcome?.intent === intent && outcome.values.personId === personId ? stepUp.refusal : undefined,
  });
  return (
    <Page
      title={t("members.title")}
      description={t("members.description", { organisation: page.organisationName })}
    >
      {outcome?.link ? <InvitationLink {...outcome.link} isMailed={page.mail !== "none"} /> : null}
      {refusal && outcome?.intent !== "invite" ? (
        <Callout tone="danger" title={t("refused")} live>
          {t(`members.refusal.${refusal.code}`)}
        </Callout>
      ) : null}
      {page.mayInvite ? (
        <FilterChips
          label={t("members.show")}
          param="show"
          options={page.views.map(({ view, count }) => ({
            ...{ value: view, label: t(`members.view.${view}`), count },
          }))}
        />
      ) : null}
      {page.view === "invited" ? null : (
        <MemberTable
          members={page.members}
          roles={page.roles}
          mayUpdate={page.mayUpdate}
          stepUpOf={(personId) => stepUpOf("update", personId)}
        />
      )}
      {page.mayInvite && page.view === null ? (
        <Panel title={t("members.invite")}>
          {page.mail === "none" ? <NoMail /> : null}
          <InviteForm
            roles={page.roles}
            refusal={outcome?.intent === "invite" ? refusal : undefined}
            values={outcome?.intent === "invite" && outcome.refusal ? outcome.values : {}}
            stepUp={stepUpOf("invite")}
          />
        </Panel>
      ) : null}
      {page.view === "without-role" ? null : (
        <Panel title={t("members.invitations")}>
          <PendingInvitations invitations={page.invitations} mayRevoke={page.mayInvite} />
        </Panel>
      )}
    </Page>
  );
}
