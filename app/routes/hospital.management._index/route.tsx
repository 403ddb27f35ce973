import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ManagementPage } from "~/components/management/management-page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { presentManagement } from "~/presenters/present-management.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("management:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const query = { step: new URL(args.request.url).searchParams.get("step") };
  return respond(args, (caller) => presentManagement(caller, query));
};

export default function ManagementRoute() {
  return <ManagementPage {...useLoaderData<typeof loader>()} />;
}
