import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, Outlet, useLoaderData } from "@remix-run/react";
import { NavTabs } from "~/components/nav-tabs";
import { Page } from "~/components/page";
import { StateBadge } from "~/components/state-badge";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentModelFrame } from "~/presenters/present-model.server";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (t) => data?.model.name ?? t("model:title"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentModelFrame(caller, args.params.modelId ?? ""));

export default function ModelFrame() {
  const { t } = useTranslation("model");
  const { model, latestRevisionNumber, mayEdit, openThreads } = useLoaderData<typeof loader>();
  const openComments = openThreads.reduce((sum, { count }) => sum + count, 0);
  const tabs = [
    { to: paths.model(model.id), label: t("tabs.diagram"), end: true },
    { to: paths.modelTable(model.id), label: t("tabs.table") },
    { to: paths.modelHistory(model.id), label: t("editing:history.tab") },
    { to: paths.revisions(model.id), label: t("tabs.revisions"), count: latestRevisionNumber ?? 0 },
    {
      ...{ to: paths.review(model.id), label: t("review:review.tab") },
      ...(openComments > 0 && { count: openComments }),
    },
    { to: paths.modelLinking(model.id), label: t("linking:tab") },
    ...(mayEdit ? [{ to: paths.modelImport(model.id), label: t("transfer:import.tab") }] : []),
    { to: paths.modelExport(model.id), label: t("transfer:export.tab") },
  ];
  return (
    <Page
      title={model.name}
      description={model.siteName}
      breadcrumb={[{ label: t("title"), to: paths.models() }]}
      badge={<StateBadge state={model.state === "submitted" ? "submitted" : "draft"} />}
      tabs={<NavTabs label={t("tabs.label")} tabs={tabs} />}
      width="full"
    >
      <Outlet />
    </Page>
  );
}
