import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { revalidateAfterRefusal } from "~/components/after-refusal";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { ReviewView } from "~/components/review/review-view";
import { useStateName } from "~/components/review/state-name";
import { Section } from "~/components/section";
import { DifferenceDrawing } from "~/diagram/drawing/difference-drawing";
import { drawDifference } from "~/diagram/drawing/drawing";
import { partStepUp } from "~/domain/access/step-up";
import { respond } from "~/http/respond.server";
import { respondWithStepUp } from "~/http/step-up.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentReview } from "~/presenters/present-review.server";
import { isCommentIntent, takeCommentStep } from "~/use-cases/review/comment-step.server";
import { takePublicationStep } from "~/use-cases/zone-models/publication-step.server";

export const loader = async (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const filter = { kind: search.get("kind"), change: search.get("change") };
  const { page, states, needsPassword } = await respond(args, async (caller) => ({
    ...(await presentReview(caller, args.params.modelId ?? "", filter)),
    needsPassword: !caller.isSteppedUp,
  }));
  const drawing = page.comparison.total > 0 ? drawDifference(states.before, states.after) : null;
  return { ...page, drawing, needsPassword };
};

export function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  return respondWithStepUp(args, async ({ values: { intent: asked, about, ...values }, attempt }) => {
    const intent = String(asked);
    const given = { ...values, modelId };
    if (isCommentIntent(intent)) {
      const outcome = await respond(args, (caller) => takeCommentStep(caller, intent, given));
      if (outcome.ok) return redirect(paths.review(modelId), 303);
      const comment = { about: String(about), refusal: outcome.refusal, text: String(values.text ?? "") };
      return data({ comment, publication: undefined }, { status: 422 });
    }
    const outcome = await attempt((caller) => takePublicationStep(caller, intent, given));
    if (!outcome.ok) {
      const publication = { intent, refusal: outcome.refusal };
      return data({ comment: undefined, publication }, { status: 422 });
    }
    if (intent === "delete") return redirect(paths.models(), 303);
    return redirect(intent === "approve" ? paths.revisions(modelId) : paths.review(modelId), 303);
  });
}

export const shouldRevalidate = revalidateAfterRefusal;

export default function ReviewPage() {
  const { t } = useTranslation("review");
  const nameOf = useStateName();
  const page = useLoaderData<typeof loader>();
  const answer = useOutcome<typeof action>();
  const { refusal, stepUp } = partStepUp(answer?.publication?.refusal, page.needsPassword);
  const { drawing, modelId, latestNumber, submission } = page;
  const from = nameOf(latestNumber === null ? "nothing" : String(latestNumber));
  const to = nameOf(submission ? "submission" : "draft");
  return (
    <ReviewView
      page={page}
      comment={answer?.comment}
      publication={refusal && answer?.publication ? { ...answer.publication, refusal } : undefined}
      stepUp={stepUp}
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
