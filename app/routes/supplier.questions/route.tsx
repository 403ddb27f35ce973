import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { WaitingQuestionsPage } from "~/components/dialogue/waiting-questions-page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentWaitingQuestions } from "~/presenters/present-waiting-questions.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("dialogue:list.title"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentWaitingQuestions(caller, "supplier"));

export default function WaitingForSupplierPage() {
  return (
    <WaitingQuestionsPage {...useLoaderData<typeof loader>()} toRequest={paths.receivedRequestQuestions} />
  );
}
