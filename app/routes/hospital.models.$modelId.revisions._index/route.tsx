import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { revalidateAfterRefusal } from "~/components/after-refusal";
import { ButtonLink } from "~/components/button-link";
import { Link } from "~/components/link";
import { DifferenceTable } from "~/components/model/difference-table";
import { EditList } from "~/components/model/edit-list";
import { PublicationPanel } from "~/components/model/publication-panel";
import { RevisionList } from "~/components/model/revision-list";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Section } from "~/components/section";
import { partStepUp } from "~/domain/access/step-up";
import { respond } from "~/http/respond.server";
import { respondWithStepUp } from "~/http/step-up.server";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentRevisions } from "~/presenters/present-revisions.server";
import { takePublicationStep } from "~/use-cases/zone-models/publication-step.server";

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (caller) => ({
    ...(await presentRevisions(caller, args.params.modelId ?? "")),
    needsPassword: !caller.isSteppedUp,
  }));

export function action(args: ActionFunctionArgs) {
  const { modelId = "" } = args.params;
  return respondWithStepUp(args, async ({ values: { intent, ...values }, attempt }) => {
    const outcome = await attempt((caller) =>
      takePublicationStep(caller, String(intent), { ...values, modelId }),
    );
    if (!outcome.ok) return data({ intent: String(intent), refusal: outcome.refusal }, { status: 422 });
    return redirect(intent === "delete" ? paths.models() : paths.revisions(modelId), 303);
  });
}

export const shouldRevalidate = revalidateAfterRefusal;

export default function RevisionsPage() {
  const { t } = useTranslation("model");
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const { refusal, stepUp } = partStepUp(outcome?.refusal, page.needsPassword);
  const since =
    page.latestNumber === null
      ? t("difference.sinceNothing")
      : t("difference.since", { number: page.latestNumber });
  return (
    <>
      <PublicationPanel
        {...page}
        outcome={refusal && outcome ? { ...outcome, refusal } : undefined}
        stepUp={stepUp}
      />
      <Section
        title={t("difference.title")}
        description={since}
        actions={
          <>
            <ButtonLink to={paths.review(page.modelId)} variant="primary" icon="search">
              {t(page.submission ? "review:review.open" : "review:review.openDraft")}
            </ButtonLink>
            <Link to={`${paths.review(page.modelId)}#comments`}>
              {t("review:comments.count", { count: page.openComments })}
            </Link>
          </>
        }
      >
        <DifferenceTable rows={page.difference} caption={t("difference.title")} />
      </Section>
      <Section
        title={t("revision.list")}
        actions={
          page.latestNumber === null ? undefined : (
            <ButtonLink to={paths.compareStates(page.modelId)} icon="zoom-in">
              {t("review:compare.open")}
            </ButtonLink>
          )
        }
      >
        <RevisionList modelId={page.modelId} revisions={page.revisions} />
      </Section>
      <Section title={t("edit.list")} description={t("edit.listText")}>
        <EditList edits={page.edits} />
      </Section>
    </>
  );
}
