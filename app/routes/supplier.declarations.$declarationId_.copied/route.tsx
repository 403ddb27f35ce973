import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { CarryOverFacts, LookAgainPanel } from "~/components/declaration/carry-over";
import { DeclarationFrame } from "~/components/declaration/declaration-frame";
import { DifferencePanel } from "~/components/declaration/difference-panel";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { presentCarryOver } from "~/presenters/present-carry-over.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("declaration:carryOver.title"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentCarryOver(caller, args.params.declarationId ?? ""));

export default function CarryOverPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <DeclarationFrame head={page}>
      <CarryOverFacts source={page.source} taken={page.taken} />
      <LookAgainPanel declarationId={page.declaration.id} again={page.again} />
      <DifferencePanel difference={page.difference} />
    </DeclarationFrame>
  );
}
