import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { ArchiveForm, ProductEditForm } from "~/components/declaration/product-edit-form";
import { ReleaseForm, ReleasePanel } from "~/components/declaration/release-panel";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentProduct } from "~/presenters/present-product.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { archiveProduct } from "~/use-cases/products/archive-product.server";
import { archiveRelease } from "~/use-cases/products/archive-release.server";
import { createRelease } from "~/use-cases/products/create-release.server";
import { editProduct } from "~/use-cases/products/edit-product.server";
import { editRelease } from "~/use-cases/products/edit-release.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (t) => data?.product.name ?? t("declaration:product.title"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentProduct(caller, args.params.productId ?? ""));

export async function action(args: ActionFunctionArgs) {
  const { intent, ...values } = await readForm(args.request);
  const { productId = "" } = args.params;
  const refused = { intent, releaseId: values.releaseId };
  if (intent === "declare") {
    const outcome = await respond(args, (caller) => createDeclaration(caller, values));
    if (!outcome.ok) return data({ ...refused, refusal: outcome.refusal }, { status: 422 });
    const { id, copiedFrom } = outcome.value;
    return redirect(copiedFrom ? paths.carryOver(id) : paths.declaration(id), 303);
  }
  const outcome = await respond(args, async (caller) => {
    if (intent === "edit") return editProduct(caller, { ...values, productId });
    if (intent === "archive-product") return archiveProduct(caller, { ...values, productId });
    if (intent === "archive-release") return archiveRelease(caller, values);
    if (intent === "rename") return editRelease(caller, values);
    return createRelease(caller, { ...values, productId });
  });
  if (outcome.ok) return redirect(paths.product(productId), 303);
  return data({ ...refused, refusal: outcome.refusal }, { status: 422 });
}

export default function ProductPage() {
  const { t } = useTranslation("declaration");
  const page = useLoaderData<typeof loader>();
  const { product, releases, sources } = page;
  const refused = useOutcome<typeof action>();
  const refusalOf = (intent: string, releaseId?: string) =>
    refused?.intent === intent && (releaseId === undefined || refused.releaseId === releaseId)
      ? refused.refusal
      : undefined;
  const undeclared = refusalOf("declare");
  return (
    <Page
      title={product.name}
      description={product.componentTypes.map((type) => t(`components:componentType.${type}`)).join(", ")}
      breadcrumb={[{ label: t("product.title"), to: paths.products() }]}
      actions={
        <>
          <ButtonLink to={paths.productReadiness(product.id)}>{t("readiness:pageTitle")}</ButtonLink>
          {page.mayArchive ? <ArchiveForm what="product" isArchived={product.isArchived} /> : null}
        </>
      }
    >
      {product.isArchived ? (
        <Callout tone="info" title={t("archive.archived")}>
          {t("archive.text")}
        </Callout>
      ) : null}
      {product.description ? <p className="whitespace-pre-line">{product.description}</p> : null}
      {undeclared && undeclared.code !== "invalid-input" ? (
        <Callout tone="warning" live>
          {t(`refusal.${undeclared.code}`)}
        </Callout>
      ) : null}
      {page.mayEdit ? <ProductEditForm product={product} refusal={refusalOf("edit")} /> : null}
      {releases.map((release) => (
        <ReleasePanel
          key={release.id}
          release={release}
          sources={sources.filter(({ releaseId }) => releaseId !== release.id)}
          refusal={refusalOf("rename", release.id)}
        />
      ))}
      {page.mayCreateRelease ? (
        <Panel title={t("release.addTitle")}>
          <ReleaseForm refusal={refusalOf("release")} />
        </Panel>
      ) : null}
    </Page>
  );
}
