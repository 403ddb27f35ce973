import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { HistoryPage } from "~/components/declaration/history-page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { presentDeclarationHistory } from "~/presenters/present-declaration-history.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("declaration:history.title"));

export const loader = (args: LoaderFunctionArgs) => {
  const { searchParams } = new URL(args.request.url);
  const wholeOf = (name: string) => {
    const number = Number(searchParams.get(name) ?? Number.NaN);
    return Number.isSafeInteger(number) ? number : undefined;
  };
  const [from, to] = [wholeOf("from"), wholeOf("to")];
  return respond(args, (caller) =>
    presentDeclarationHistory(caller, {
      declarationId: args.params.declarationId ?? "",
      before: wholeOf("before"),
      compare: from === undefined || to === undefined ? null : { from, to },
    }),
  );
};

export default function HistoryRoute() {
  const page = useLoaderData<typeof loader>();
  return <HistoryPage key={page.declaration.id} page={page} />;
}
