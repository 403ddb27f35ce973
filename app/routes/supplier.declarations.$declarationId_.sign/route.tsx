import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { revalidateAfterRefusal } from "~/components/after-refusal";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { SignForm } from "~/components/declaration/sign-form";
import { SigningSummary } from "~/components/declaration/signing-summary";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { StateBadge } from "~/components/state-badge";
import { partStepUp } from "~/domain/access/step-up";
import { respond } from "~/http/respond.server";
import { respondWithStepUp } from "~/http/step-up.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentSigning } from "~/presenters/present-signing.server";
import { signDeclaration } from "~/use-cases/declarations/sign-declaration.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("declaration:sheet.sign"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (caller) => ({
    ...(await presentSigning(caller, args.params.declarationId ?? "")),
    needsPassword: !caller.isSteppedUp,
  }));

export function action(args: ActionFunctionArgs) {
  const { context, params } = args;
  return respondWithStepUp(args, async ({ values, attempt }) => {
    const input = { ...values, declarationId: params.declarationId };
    const outcome = await attempt((caller) => signDeclaration({ ...caller, key: context.portalKey }, input));
    if (outcome.ok) return redirect(paths.declaration(outcome.value.id), 303);
    return data({ refusal: outcome.refusal, values }, { status: 422 });
  });
}

export const shouldRevalidate = revalidateAfterRefusal;

export default function SigningPage() {
  const { t } = useTranslation("declaration");
  const { declaration, product, release, maySign, signatories, needsPassword, ...facts } =
    useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const { refusal, stepUp } = partStepUp(outcome?.refusal, needsPassword);
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
            values={outcome?.values}
            stepUp={stepUp}
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
