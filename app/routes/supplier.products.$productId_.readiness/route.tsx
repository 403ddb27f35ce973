import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { EmptyState } from "~/components/empty-state";
import { Page } from "~/components/page";
import { productPlace } from "~/components/readiness/fact-place";
import { ReadinessSections } from "~/components/readiness/readiness-sections";
import type { ProductFact } from "~/domain/readiness/product-rules";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentProductReadiness } from "~/presenters/present-product-readiness.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("readiness:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const of = new URL(args.request.url).searchParams.get("of");
  return respond(args, (caller) => presentProductReadiness(caller, args.params.productId ?? "", of));
};

export default function ProductReadinessPage() {
  const { t } = useTranslation("readiness");
  const { product, declaration, names, frameworks } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const of = search.get("of") ?? undefined;
  const title = t("productTitle", { product: product.name });
  const breadcrumb = [{ label: product.name, to: paths.product(product.id) }];
  if (!declaration)
    return (
      <Page title={title} breadcrumb={breadcrumb}>
        <EmptyState
          title={t("noDeclaration")}
          action={<ButtonLink to={paths.product(product.id)}>{t("back")}</ButtonLink>}
        >
          {t("noDeclarationText")}
        </EmptyState>
      </Page>
    );
  const { id, releaseVersion: release, version, regime, isDraft } = declaration;
  return (
    <Page
      title={title}
      description={t("productDescription", { release, version })}
      breadcrumb={breadcrumb}
      width="full"
      actions={
        <ButtonLink
          to={paths.productReadinessFile(product.id, "readiness.xlsx", { of })}
          reloadDocument
          icon="download"
        >
          {t("xlsx")}
        </ButtonLink>
      }
    >
      {isDraft ? <Callout tone="warning" title={t("draft")} /> : null}
      {regime ? <p>{t("otherRegime", { regime: t(`law:regime.${regime}`) })}</p> : null}
      <ReadinessSections
        {...{ names, frameworks }}
        // The rules of a product look at facts of a product alone.
        factHref={(fact) => productPlace(id, fact as ProductFact)}
        rowHref={() => paths.declaration(id)}
      />
    </Page>
  );
}
