import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ManagedGapsPage } from "~/components/management/managed-gaps-page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { presentManagedGaps } from "~/presenters/present-managed-gaps.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("management:gapList.title"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    fr: search.get("fr"),
    why: search.get("why"),
    page: Number(search.get("page") ?? 1),
  };
  return respond(args, (caller) => presentManagedGaps(caller, query));
};

export default function ManagedGapsRoute() {
  return <ManagedGapsPage {...useLoaderData<typeof loader>()} />;
}
