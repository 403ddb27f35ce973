import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { SignForm } from "~/components/declaration/sign-form";
import { SigningSummary } from "~/components/declaration/signing-summary";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { StateBadge } from "~/components/state-badge";
import { answer, readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentSigning } from "~/presenters/present-signing.server";
import { signDeclaration } from "~/use-cases/declarations/sign-declaration.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("declaration:sheet.sign"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentSigning(caller, args.params.declarationId ?? ""));

export async function action(args: ActionFunctionArgs) {
  const values = await readForm(args.request);
  const input = { ...values, declarationId: args.params.declarationId };
  const outcome = await respond(args, (caller) =>
    signDeclaration({ ...caller, key: args.context.portalKey }, input),
  );
  return answer(outcome, ({ id }) => paths.declaration(id));
}

export default function SigningPage() {
  const { t } = useTranslation("declaration");
  const { declaration, product, release, maySign, signatories, ...facts } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const statement = { product: product.name, release: release.version, version: declaration.version };
  const sheet = paths.declaration(declaration.id);
  return (
    <Page
      title={t("signing.title", statement)}
      description={t("signing.description", statement)}
      badge={<StateBadge state={declaration.state} />}
      breadcrumb={[
        { label: t("product.title"), to: paths.products() },
        { label: product.name, to: paths.product(product.id) },
        { label: t("version", { version: declaration.version }), to: sheet },
      ]}
    >
      <SigningSummary facts={facts} />
      {maySign ? (
        <Panel title={t("signing.sign")}>
          <SignForm
            saveVersion={declaration.saveVersion}
            visibility={declaration.visibility}
            statement={statement}
            refusal={refusal}
          />
        </Panel>
      ) : declaration.state === "signed" ? (
        <Callout
          tone="info"
          title={t("signing.already")}
          action={<ButtonLink to={sheet}>{t("signing.toDeclaration")}</ButtonLink>}
        >
          {t("signing.alreadyText")}
        </Callout>
      ) : (
        <Callout tone="info" title={t("signing.notYou")}>
          {signatories.length > 0 ? t("signing.who", { names: signatories.join(", ") }) : t("signing.nobody")}
        </Callout>
      )}
    </Page>
  );
}
