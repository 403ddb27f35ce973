import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { QuestionsPage } from "~/components/dialogue/questions-page";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { answerDialogueForm } from "~/http/dialogue.server";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentQuestions } from "~/presenters/present-questions.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, (t) =>
    data ? t("dialogue:pageTitle", { subject: data.subject }) : t("dialogue:title"),
  );

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  return respond(args, (caller) =>
    presentQuestions(caller, "hospital", {
      requestId: args.params.requestId ?? "",
      findingId: search.get("finding"),
      declarationId: search.get("declaration"),
    }),
  );
};

export const action = (args: ActionFunctionArgs) =>
  answerDialogueForm(args, { side: "hospital", page: (requestId) => paths.requestQuestions(requestId) });

export default function RequestQuestionsPage() {
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const { requestId } = page.dialogue;
  return (
    <QuestionsPage
      {...page}
      side="hospital"
      outcome={outcome}
      requestPath={paths.request(requestId)}
      action={paths.requestQuestions(requestId)}
    />
  );
}
