import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ManagedZonesPage } from "~/components/management/managed-zones-page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { presentManagedZones } from "~/presenters/present-managed-zones.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("management:zones.title"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    coverage: search.get("coverage"),
    model: search.get("model"),
    site: search.get("site"),
    on: search.get("on"),
    fr: search.get("fr"),
    reach: search.get("reach"),
    page: Number(search.get("page") ?? 1),
  };
  return respond(args, (caller) => presentManagedZones(caller, query));
};

export default function ManagedZonesRoute() {
  return <ManagedZonesPage {...useLoaderData<typeof loader>()} />;
}
