import { timingSafeEqual } from "node:crypto";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { Form, type MetaFunction, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { FormError } from "~/components/form-error";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { readForm, respondOpenly } from "~/http/respond.server";
import { toVisitor, writeSessionCookie } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { createFirstHospital } from "~/use-cases/accounts/create-first-hospital.server";
import { startSession } from "~/use-cases/accounts/sign-in.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("account:setup.pageTitle"));

/** Only who can read the terminal of the server knows the token. */
function isSetupToken(context: AppLoadContext, token: string | undefined): boolean {
  const [wanted, given] = [Buffer.from(context.setupToken ?? ""), Buffer.from(token ?? "")];
  return wanted.length > 0 && wanted.length === given.length && timingSafeEqual(wanted, given);
}

export const loader = ({ context, params }: LoaderFunctionArgs) => ({
  isOpen: isSetupToken(context, params.token),
});

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  if (!isSetupToken(context, params.token))
    return data({ refusal: { code: "portal-not-empty" as const } }, { status: 403 });
  const visitor = toVisitor(context);
  const values = await readForm(request);
  const outcome = await respondOpenly(args, () => createFirstHospital(visitor, values));
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  const userAgent = request.headers.get("User-Agent") ?? "";
  const session = await respondOpenly(args, () =>
    startSession(visitor, { personId: outcome.value.personId, userAgent }),
  );
  if (!session.ok) return redirect(paths.signIn());
  return redirect(paths.home(), {
    headers: { "Set-Cookie": await writeSessionCookie(context, session.value.token) },
  });
}

export default function SetupPage() {
  const { t } = useTranslation("account");
  const { isOpen } = useLoaderData<typeof loader>();
  const refusal = useOutcome<typeof action>()?.refusal;
  const fields = refusal?.code === "invalid-input" ? refusal.fields : undefined;
  if (!isOpen || refusal?.code === "portal-not-empty")
    return (
      <Page title={t("setup.closedTitle")} width="text">
        <Callout tone="warning">{t("setup.closed")}</Callout>
      </Page>
    );
  const labels = {
    organisationName: t("setup.organisationName"),
    name: t("name"),
    email: t("email"),
    password: t("password"),
  };
  return (
    <Page title={t("setup.title")} description={t("setup.description")} width="text">
      <Panel>
        <Form method="post" className="grid gap-4">
          <FormError errors={fields} labels={labels} />
          <TextField
            name="organisationName"
            label={labels.organisationName}
            errors={fields?.organisationName}
            required
          />
          <TextField name="name" label={labels.name} autoComplete="name" errors={fields?.name} required />
          <TextField
            name="email"
            type="email"
            label={labels.email}
            autoComplete="username"
            errors={fields?.email}
            required
          />
          <TextField
            name="password"
            type="password"
            label={labels.password}
            hint={t("passwordHint")}
            autoComplete="new-password"
            errors={fields?.password}
            required
          />
          <div>
            <SubmitButton>{t("setup.submit")}</SubmitButton>
          </div>
        </Form>
      </Panel>
    </Page>
  );
}
