import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { EmptyState } from "~/components/empty-state";
import { EarlierExceptions } from "~/components/exception/earlier-exception";
import { ExceptionForm } from "~/components/exception/exception-form";
import { GapNames } from "~/components/exception/exception-panel";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentNewException } from "~/presenters/present-new-exception.server";
import { requestException } from "~/use-cases/exceptions/request-exception.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("exception:form.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentNewException(caller, pairOf(args.request)));

export async function action(args: ActionFunctionArgs) {
  const values = await readForm(args.request);
  const { extendsId, ...ids } = pairOf(args.request);
  const outcome = await respond(args, (caller) =>
    requestException(caller, { ...values, ...ids, extendsId: extendsId ?? "" }),
  );
  if (outcome.ok) return redirect(paths.exception(outcome.value.id), 303);
  return data({ refusal: outcome.refusal, values }, { status: 422 });
}

/** `?model=&zone=&declaration=`, and `&extends=` for an extension: the address holds what it is about. */
function pairOf(request: Request) {
  const search = new URL(request.url).searchParams;
  return {
    modelId: search.get("model") ?? "",
    zoneId: search.get("zone") ?? "",
    declarationId: search.get("declaration") ?? "",
    extendsId: search.get("extends"),
  };
}

export default function NewExceptionPage() {
  const { t } = useTranslation("exception");
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const refusal = outcome?.refusal;
  const { ids, earlier, newerDeclaration } = page;
  const toAssessment = paths.assessment(ids.modelId, ids.zoneId, ids.declarationId);
  const pair = { model: ids.modelId, zone: ids.zoneId, declaration: ids.declarationId };
  return (
    <Page
      title={t("form.title", { product: page.productName, zone: page.zoneName })}
      description={t("form.description", { supplier: page.supplierName, release: page.releaseVersion })}
      width="text"
      breadcrumb={[
        { label: t("title"), to: paths.exceptions() },
        { label: t("assessment:pageTitle"), to: toAssessment },
      ]}
    >
      {newerDeclaration ? (
        <Callout
          tone="warning"
          action={
            <ButtonLink to={paths.assessment(ids.modelId, ids.zoneId, newerDeclaration.id)}>
              {t("form.openNewer")}
            </ButtonLink>
          }
        >
          {t("form.newer", { version: newerDeclaration.version })}
        </Callout>
      ) : null}
      {earlier?.mayBeExtended ? (
        <>
          <Callout tone="info" title={t("form.extension")}>
            <p>{t("form.extensionText")}</p>
            <p>{t("form.earlierGaps")}</p>
            <GapNames gaps={earlier.gaps} />
          </Callout>
          <EarlierExceptions earlier={earlier.lineage} />
        </>
      ) : null}
      {earlier && !earlier.mayBeExtended ? (
        <Callout
          tone="danger"
          action={<ButtonLink to={paths.newException(pair)}>{t("form.askNew")}</ButtonLink>}
        >
          {t("form.notExtendable")}
        </Callout>
      ) : null}
      {page.gaps.length === 0 ? (
        <EmptyState
          title={t("form.noGaps")}
          action={<ButtonLink to={toAssessment}>{t("form.toAssessment")}</ButtonLink>}
        >
          {t("form.noGapsText")}
        </EmptyState>
      ) : (
        <ExceptionForm
          {...page}
          fields={refusal?.code === "invalid-input" ? refusal.fields : {}}
          formErrors={refusal && refusal.code !== "invalid-input" ? [t(`refusal.${refusal.code}`)] : []}
          values={outcome?.values}
        />
      )}
    </Page>
  );
}
