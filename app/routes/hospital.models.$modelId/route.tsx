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
  const { model, latestRevisionNumber } = useLoaderData<typeof loader>();
  const tabs = [
    { to: paths.model(model.id), label: t("tabs.diagram"), end: true },
    { to: paths.modelTable(model.id), label: t("tabs.table") },
    { to: paths.revisions(model.id), label: t("tabs.revisions"), count: latestRevisionNumber ?? 0 },
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
