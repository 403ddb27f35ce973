import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { SectionsPage } from "~/components/declaration/sections-page";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { answer, readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentSections } from "~/presenters/present-sections.server";
import { assignSections } from "~/use-cases/declarations/assign-sections.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("declaration:sections.title"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentSections(caller, args.params.declarationId ?? ""));

export async function action(args: ActionFunctionArgs) {
  const declarationId = args.params.declarationId ?? "";
  const values = await readForm(args.request);
  const outcome = await respond(args, (caller) => assignSections(caller, { ...values, declarationId }));
  return answer(outcome, ({ id }) => paths.declarationSections(id));
}

export default function SectionsRoute() {
  return (
    <SectionsPage page={useLoaderData<typeof loader>()} refusal={useOutcome<typeof action>()?.refusal} />
  );
}
