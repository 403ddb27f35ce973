import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ManagedResponsesPage } from "~/components/management/managed-responses-page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { presentManagedResponses } from "~/presenters/present-managed-responses.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("management:responseList.title"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    supplier: search.get("supplier"),
    response: search.get("response"),
    page: Number(search.get("page") ?? 1),
  };
  return respond(args, (caller) => presentManagedResponses(caller, query));
};

export default function ManagedResponsesRoute() {
  return <ManagedResponsesPage {...useLoaderData<typeof loader>()} />;
}
