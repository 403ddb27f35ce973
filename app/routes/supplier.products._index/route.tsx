import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { ProductTable } from "~/components/declaration/product-table";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentProducts } from "~/presenters/present-products.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("declaration:product.title"));

export const loader = (args: LoaderFunctionArgs) => respond(args, presentProducts);

export default function ProductsPage() {
  const { t } = useTranslation("declaration");
  const { products, mayCreate } = useLoaderData<typeof loader>();
  const newProduct = mayCreate ? (
    <ButtonLink to={paths.newProduct()} variant="primary" icon="plus">
      {t("product.new")}
    </ButtonLink>
  ) : undefined;
  return (
    <Page
      title={t("product.title")}
      description={t("product.description")}
      actions={products.length > 0 ? newProduct : undefined}
      width="full"
    >
      <Panel flush>
        <ProductTable products={products} action={newProduct} />
      </Panel>
    </Page>
  );
}
