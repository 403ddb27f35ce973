import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, type MetaFunction, useSearchParams } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { FormError } from "~/components/form-error";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { readForm, respondOpenly, toLocalPath } from "~/http/respond.server";
import { findSignedIn, readSessionToken, toVisitor, writeSessionCookie } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { signIn } from "~/use-cases/accounts/sign-in.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("account:signIn.pageTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await respondOpenly(args, () => findSignedIn(args.request, args.context));
  if (signedIn?.acting) throw redirect(toLocalPath(new URL(args.request.url).searchParams.get("returnTo")));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { email, password, returnTo } = await readForm(request);
  const outcome = await respondOpenly(args, async () =>
    signIn(
      toVisitor(context),
      { email, password },
      {
        clientAddress: context.clientAddress,
        userAgent: request.headers.get("User-Agent") ?? "",
        previousToken: await readSessionToken(request, context),
      },
    ),
  );
  if (!outcome.ok) {
    const status = outcome.refusal.code === "too-many-attempts" ? 429 : 422;
    return data({ refusal: outcome.refusal }, { status });
  }
  return redirect(toLocalPath(typeof returnTo === "string" ? returnTo : null), {
    headers: { "Set-Cookie": await writeSessionCookie(context, outcome.value.token) },
  });
}

export default function SignInPage() {
  const { t } = useTranslation("account");
  const refusal = useOutcome<typeof action>()?.refusal;
  const [search] = useSearchParams();
  const fields = refusal?.code === "invalid-input" ? refusal.fields : undefined;
  const returnTo = search.get("returnTo") ?? paths.home();
  return (
    <Page title={t("signIn.title")} width="text">
      {returnTo !== paths.home() && !refusal ? <Callout tone="info">{t("signIn.goOn")}</Callout> : null}
      <Panel>
        <Form method="post" className="grid gap-4">
          <FormError errors={fields} labels={{ email: t("email"), password: t("password") }} />
          {refusal?.code === "wrong-credentials" ? (
            <Callout tone="danger" title={t("signIn.wrongTitle")} live>
              {t("signIn.wrong")}
            </Callout>
          ) : null}
          {refusal?.code === "too-many-attempts" ? (
            <Callout tone="warning" title={t("signIn.tooManyTitle")} live>
              {t("signIn.tooMany", { count: refusal.minutes })}
            </Callout>
          ) : null}
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            name="email"
            type="email"
            label={t("email")}
            autoComplete="username"
            errors={fields?.email}
            required
          />
          <TextField
            name="password"
            type="password"
            label={t("password")}
            autoComplete="current-password"
            errors={fields?.password}
            required
          />
          <div>
            <SubmitButton>{t("signIn.submit")}</SubmitButton>
          </div>
          <p className="text-sm text-ink-soft">{t("signIn.noAccount")}</p>
        </Form>
      </Panel>
    </Page>
  );
}
