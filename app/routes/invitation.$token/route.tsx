import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, type MetaFunction, useLoaderData } from "@remix-run/react";
import { JoinRefusal } from "~/components/account/join-refusal";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { FormError } from "~/components/form-error";
import { KeyValue } from "~/components/key-value";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { noteMissedLink, refuseLinkTrials } from "~/http/link-throttle.server";
import { readForm, respondOpenly } from "~/http/respond.server";
import { readSessionToken, toVisitor, writeSessionCookie } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentInvitation } from "~/presenters/present-invitation.server";
import { acceptInvitation } from "~/use-cases/accounts/accept-invitation.server";
import { startSession } from "~/use-cases/accounts/sign-in.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("account:invitation.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respondOpenly(args, async () => {
    const { clientAddress, now } = args.context;
    refuseLinkTrials(clientAddress, now);
    const invitation = await presentInvitation(toVisitor(args.context), args.params.token ?? "");
    if (!invitation) noteMissedLink(clientAddress, now);
    return { invitation };
  });

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const visitor = toVisitor(context);
  const values = await readForm(request);
  const outcome = await respondOpenly(args, () =>
    acceptInvitation(visitor, { ...values, token: params.token ?? "" }, context),
  );
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: statusOf(outcome.refusal) });
  const session = await respondOpenly(args, async () =>
    startSession(visitor, {
      personId: outcome.value.personId,
      organisationId: outcome.value.organisationId,
      userAgent: request.headers.get("User-Agent") ?? "",
      previousToken: await readSessionToken(request, context),
    }),
  );
  if (!session.ok) return redirect(paths.signIn());
  return redirect(paths.home(), {
    headers: { "Set-Cookie": await writeSessionCookie(context, session.value.token) },
  });
}

function statusOf({ code }: { code: string }): number {
  return code === "too-many-attempts" ? 429 : 422;
}

export default function InvitationPage() {
  const { t } = useTranslation("account");
  const { invitation } = useLoaderData<typeof loader>();
  const refusal = useOutcome<typeof action>()?.refusal;
  const fields = refusal?.code === "invalid-input" ? refusal.fields : undefined;
  if (!invitation || refusal?.code === "invitation-not-open")
    return (
      <Page title={t("invitation.closedTitle")} width="text">
        <Callout tone="warning" action={<ButtonLink to={paths.signIn()}>{t("signIn.title")}</ButtonLink>}>
          {t("invitation.closed")}
        </Callout>
      </Page>
    );
  return (
    <Page title={t("invitation.title", { organisation: invitation.organisationName })} width="text">
      <Panel>
        <Form method="post" className="grid gap-4">
          <FormError errors={fields} labels={{ name: t("name"), password: t("password") }} />
          <JoinRefusal refusal={refusal} />
          <KeyValue
            entries={[
              { term: t("email"), value: invitation.email },
              {
                term: t("roles"),
                value: invitation.roles.map((role) => t(`components:role.${role}`)).join(", "),
              },
            ]}
          />
          {invitation.hasAccount ? (
            <p>{t("invitation.known")}</p>
          ) : (
            <TextField name="name" label={t("name")} autoComplete="name" errors={fields?.name} required />
          )}
          <TextField
            name="password"
            type="password"
            label={t("password")}
            hint={invitation.hasAccount ? undefined : t("passwordHint")}
            autoComplete={invitation.hasAccount ? "current-password" : "new-password"}
            errors={fields?.password}
            required
          />
          <div>
            <SubmitButton>{t("invitation.submit")}</SubmitButton>
          </div>
        </Form>
      </Panel>
    </Page>
  );
}
