import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { ModelList } from "~/components/model/model-list";
import { Page } from "~/components/page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentModels } from "~/presenters/present-models.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("model:title"));

export const loader = (args: LoaderFunctionArgs) => respond(args, presentModels);

export default function ModelsPage() {
  const { t } = useTranslation("model");
  const { models, mayCreate } = useLoaderData<typeof loader>();
  const first = mayCreate ? (
    <ButtonLink to={paths.newModel()} variant="primary" icon="plus">
      {t("list.new")}
    </ButtonLink>
  ) : undefined;
  return (
    <Page
      title={t("title")}
      description={t("list.description")}
      actions={models.length > 0 ? first : undefined}
      width="full"
    >
      <ModelList
        models={models}
        empty={
          <EmptyState title={t("list.empty")} action={first} icon="model">
            {t(mayCreate ? "list.emptyText" : "list.emptyTextReader")}
          </EmptyState>
        }
      />
    </Page>
  );
}
