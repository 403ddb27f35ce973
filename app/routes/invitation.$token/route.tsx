import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { FormError } from "~/components/form-error";
import { KeyValue } from "~/components/key-value";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
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
  respondOpenly(args, async () => ({
    invitation: await presentInvitation(toVisitor(args.context), args.params.token ?? ""),
  }));

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const visitor = toVisitor(context);
  const values = await readForm(request);
  const outcome = await respondOpenly(args, () =>
    acceptInvitation(visitor, { ...values, token: params.token ?? "" }),
  );
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  const session = await respondOpenly(args, async () =>
    startSession(visitor, {
      personId: outcome.value.personId,
      userAgent: request.headers.get("User-Agent") ?? "",
      previousToken: await readSessionToken(request, context),
    }),
  );
  if (!session.ok) return redirect(paths.signIn());
  return redirect(paths.home(), {
    headers: { "Set-Cookie": await writeSessionCookie(context, session.value.token) },
  });
}

export default function InvitationPage() {
  const { t } = useTranslation("account");
  const { invitation } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
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
          {refusal?.code === "wrong-password" ? (
            <Callout tone="danger" live>
              {t("invitation.wrongPassword")}
            </Callout>
          ) : null}
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
