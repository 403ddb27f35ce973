import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { typedOf } from "~/diagram/table/form-values";
import { TableView } from "~/diagram/table/table-view";
import { readForm, respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { presentModelTable } from "~/presenters/present-model-table.server";
import { tableQueryOf } from "~/presenters/table-query.server";
import { isCommentIntent, takeCommentStep } from "~/use-cases/review/comment-step.server";
import { isSavedAlready, toTableRefusal } from "./answers";
import { overlayOf } from "./overlay-of.server";
import { takePost } from "./take-post.server";

/** After a refusal too: it may be one because the model has changed. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export function loader(args: LoaderFunctionArgs) {
  const query = tableQueryOf(new URL(args.request.url).searchParams);
  const { modelId = "" } = args.params;
  return respond(args, async (caller) => {
    const page = await presentModelTable(caller, modelId, query);
    const { personId } = caller.actor;
    return { ...page, personId, shown: await overlayOf(caller, page, query) };
  });
}

export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const { form, intent, about, ...values } = await readForm(args.request);
  if (isCommentIntent(intent)) {
    const outcome = await respond(args, (caller) => takeCommentStep(caller, intent, { ...values, modelId }));
    if (outcome.ok) return redirect(onwards(args.request, { place: "element-comments" }), 303);
    const comment = { about: String(about), refusal: outcome.refusal, text: String(values.text ?? "") };
    return data({ comment }, { status: 422 });
  }
  const taken = await respond(args, (caller) => takePost(caller, modelId, values));
  const { outcome, copied } = taken;
  if (!outcome || outcome.ok || isSavedAlready(outcome)) {
    if (copied !== undefined) return data({ form: "chosen", copied: copied.text });
    return redirect(onwards(args.request, taken), 303);
  }
  const refusal = toTableRefusal(outcome.refusal, taken.channelRows ?? []);
  const answer = { form: String(form), typed: typedOf(values), refusal, copied: copied?.text };
  return data(answer, { status: 422 });
}

/** Where the page goes on: the same filters and pages, at what was changed. */
function onwards(
  request: Request,
  { element, place }: { element?: string | undefined; place: string },
): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("_data");
  if (place !== "element-comments" && place !== "steps") {
    for (const name of ["add", "waive", "element"]) searchParams.delete(name);
    if (element !== undefined) searchParams.set("element", element);
  }
  const query = searchParams.size > 0 ? `?${searchParams}` : "";
  return `${pathname.replace(/\.data$/, "")}${query}#${place}`;
}

export default function ModelTablePage() {
  const { t } = useTranslation("model");
  const page = useLoaderData<typeof loader>();
  const answer = useOutcome<typeof action>();
  const outcome = answer && "typed" in answer ? answer : undefined;
  return (
    <>
      {page.state === "submitted" ? (
        <Callout tone="info" title={t("table.submitted")}>
          {t("table.submittedText")}
        </Callout>
      ) : null}
      <TableView
        key={page.modelId}
        {...page}
        outcome={outcome}
        comment={answer && "comment" in answer ? answer.comment : undefined}
        copied={answer && "form" in answer && "copied" in answer ? answer.copied : undefined}
      />
    </>
  );
}
