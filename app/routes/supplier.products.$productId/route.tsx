import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { ReleaseForm, ReleasePanel } from "~/components/declaration/release-panel";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { answer, readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentProduct } from "~/presenters/present-product.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { createRelease } from "~/use-cases/products/create-release.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (t) => data?.product.name ?? t("declaration:product.title"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentProduct(caller, args.params.productId ?? ""));

export async function action(args: ActionFunctionArgs) {
  const { intent, ...values } = await readForm(args.request);
  if (intent === "declare") {
    const outcome = await respond(args, (caller) => createDeclaration(caller, values));
    return answer(outcome, ({ id }) => paths.declaration(id));
  }
  const input = { ...values, productId: args.params.productId };
  const outcome = await respond(args, (caller) => createRelease(caller, input));
  return answer(outcome, ({ productId }) => paths.product(productId));
}

export default function ProductPage() {
  const { t } = useTranslation("declaration");
  const { product, releases, mayCreateRelease, mayDeclare } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <Page
      title={product.name}
      description={product.componentTypes.map((type) => t(`components:componentType.${type}`)).join(", ")}
      breadcrumb={[{ label: t("product.title"), to: paths.products() }]}
    >
      {product.description ? <p className="whitespace-pre-line">{product.description}</p> : null}
      {refusal?.code === "draft-exists" ? (
        <Callout tone="warning" live>
          {t("refusal.draft-exists")}
        </Callout>
      ) : null}
      {releases.map((release) => (
        <ReleasePanel key={release.id} release={release} mayDeclare={mayDeclare} />
      ))}
      {mayCreateRelease ? (
        <Panel title={t("release.addTitle")}>
          <ReleaseForm refusal={refusal?.code === "draft-exists" ? undefined : refusal} />
        </Panel>
      ) : null}
    </Page>
  );
}
