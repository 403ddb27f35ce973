import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { QueuePage } from "~/components/queue/queue-page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentQueue } from "~/presenters/present-queue.server";
import { defaultSearchOf, viewsOfPage } from "~/presenters/saved-views.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("queue:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    kind: search.get("kind"),
    party: search.get("party"),
    due: search.get("due"),
    model: search.get("model") || null,
    zone: search.get("zone") || null,
    supplier: search.get("supplier") || null,
    find: search.get("find") || null,
    after: search.get("page"),
  };
  return respond(args, async (caller) => {
    const standard = await defaultSearchOf(caller, "queue", search);
    if (standard) throw redirect(`${paths.queue()}${standard}`);
    return { ...(await presentQueue(caller, query)), saved: await viewsOfPage(caller, "queue", search) };
  });
};

export default function QueueRoute() {
  return <QueuePage {...useLoaderData<typeof loader>()} />;
}
