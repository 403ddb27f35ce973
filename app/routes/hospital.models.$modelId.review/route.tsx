import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReviewView } from "~/components/review/review-view";
import { useStateName } from "~/components/review/state-name";
import { Section } from "~/components/section";
import { DifferenceDrawing } from "~/diagram/drawing/difference-drawing";
import { drawDifference } from "~/diagram/drawing/drawing";
import { readForm, respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentReview } from "~/presenters/present-review.server";
import { isCommentIntent, takeCommentStep } from "~/use-cases/review/comment-step.server";
import type { Caller } from "~/use-cases/use-case.server";
import { takePublicationStep } from "~/use-cases/zone-models/publication-step.server";

export const loader = async (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const filter = { kind: search.get("kind"), change: search.get("change") };
  const { page, states } = await respond(args, (caller) =>
    presentReview(caller, args.params.modelId ?? "", filter),
  );
  const drawing = page.comparison.total > 0 ? drawDifference(states.before, states.after) : null;
  return { ...page, drawing };
};

export async function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  const { intent, about, ...values } = await readForm(args.request);
  const given = { ...values, modelId };
  const step = await respond(args, (caller) => take(caller, String(intent), given));
  if (step.of === "comment") {
    if (step.outcome.ok) return redirect(paths.review(modelId), 303);
    const comment = { about: String(about), refusal: step.outcome.refusal, text: String(values.text ?? "") };
    return data({ comment, publication: undefined }, { status: 422 });
  }
  if (!step.outcome.ok) {
    const publication = { intent: String(intent), refusal: step.outcome.refusal };
    return data({ comment: undefined, publication }, { status: 422 });
  }
  if (intent === "delete") return redirect(paths.models(), 303);
  return redirect(intent === "approve" ? paths.revisions(modelId) : paths.review(modelId), 303);
}

async function take(caller: Caller, intent: string, values: Readonly<Record<string, unknown>>) {
  if (isCommentIntent(intent))
    return { of: "comment" as const, outcome: await takeCommentStep(caller, intent, values) };
  return { of: "publication" as const, outcome: await takePublicationStep(caller, intent, values) };
}

export default function ReviewPage() {
  const { t } = useTranslation("review");
  const nameOf = useStateName();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { drawing, modelId, latestNumber, submission } = page;
  const from = nameOf(latestNumber === null ? "nothing" : String(latestNumber));
  const to = nameOf(submission ? "submission" : "draft");
  return (
    <ReviewView
      page={page}
      comment={answer?.comment}
      publication={answer?.publication}
      drawing={
        drawing ? (
          <Section title={t("drawing.title")} description={t("drawing.text", { from, to })}>
            <DifferenceDrawing drawing={drawing} from={from} to={to} rowsAt={paths.review(modelId)} />
          </Section>
        ) : null
      }
    />
  );
}
