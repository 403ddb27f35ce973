import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { MetaFunction } from "@remix-run/react";
import { ProductForm } from "~/components/declaration/product-form";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { answer, readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentNewProduct } from "~/presenters/present-products.server";
import { createProduct } from "~/use-cases/products/create-product.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("declaration:product.new"));

export const loader = (args: LoaderFunctionArgs) => respond(args, presentNewProduct);

export async function action(args: ActionFunctionArgs) {
  const values = await readForm(args.request);
  const outcome = await respond(args, (caller) => createProduct(caller, values));
  return answer(outcome, ({ id }) => paths.product(id));
}

export default function NewProductPage() {
  const { t } = useTranslation("declaration");
  return (
    <Page
      title={t("product.new")}
      description={t("product.newDescription")}
      breadcrumb={[{ label: t("product.title"), to: paths.products() }]}
      width="text"
    >
      <Panel>
        <ProductForm refusal={useOutcome<typeof action>()?.refusal} />
      </Panel>
    </Page>
  );
}
