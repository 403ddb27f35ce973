import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { DemoMailbox } from "~/components/account/demo-mailbox";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { presentDemoMailbox } from "~/presenters/present-demo-mailbox.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("mail:mailbox.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) =>
    presentDemoMailbox(caller, {
      isDemo: args.context.isDemo,
      to: new URL(args.request.url).searchParams.get("to")?.slice(0, 254) ?? "",
    }),
  );

export default function DemoMailboxPage() {
  return <DemoMailbox {...useLoaderData<typeof loader>()} />;
}
