import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { revalidateAfterRefusal } from "~/components/after-refusal";
import { Callout } from "~/components/callout";
import { CountermeasureFacts } from "~/components/countermeasure/countermeasure-facts";
import { CountermeasureMoves } from "~/components/countermeasure/countermeasure-moves";
import { EffectTable } from "~/components/countermeasure/effect-table";
import { StandingBadge } from "~/components/countermeasure/standing-badge";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { partStepUp } from "~/domain/access/step-up";
import { respond } from "~/http/respond.server";
import { respondWithStepUp } from "~/http/step-up.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentCountermeasure } from "~/presenters/present-countermeasure.server";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { withdrawCountermeasure } from "~/use-cases/countermeasures/withdraw-countermeasure.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("countermeasure:page.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (caller) => ({
    ...(await presentCountermeasure(caller, args.params.countermeasureId ?? "")),
    needsPassword: !caller.isSteppedUp,
  }));

/** Three moves, told apart by the button that was pressed. */
export function action(args: ActionFunctionArgs) {
  const { countermeasureId = "" } = args.params;
  return respondWithStepUp(args, async ({ values, attempt }) => {
    const { move, ...rest } = values;
    const outcome = await attempt(async (caller) =>
      move === "withdraw"
        ? withdrawCountermeasure(caller, { ...rest, countermeasureId })
        : decideCountermeasure(caller, { ...rest, countermeasureId, decision: move }),
    );
    if (outcome.ok) return redirect(paths.countermeasure(countermeasureId), 303);
    return data({ refusal: outcome.refusal, values }, { status: 422 });
  });
}

export const shouldRevalidate = revalidateAfterRefusal;

export default function CountermeasurePage() {
  const { t } = useTranslation("countermeasure");
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const { refusal, stepUp } = partStepUp(outcome?.refusal, page.needsPassword);
  return (
    <Page
      title={page.title}
      breadcrumb={[{ label: t("title"), to: paths.countermeasures() }]}
      badge={<StandingBadge standing={page.standing} />}
    >
      {refusal && refusal.code !== "invalid-input" ? (
        <Callout tone="danger" live>
          {t(`refusal.${refusal.code}`)}
        </Callout>
      ) : null}
      <EffectTable
        modelId={page.place.modelId}
        isPublished={page.place.isPublished}
        isProposed={page.standing === "proposed"}
        effects={page.effects}
      />
      <CountermeasureMoves
        may={page.may}
        isOwnProposal={page.isOwnProposal}
        fields={refusal?.code === "invalid-input" ? refusal.fields : {}}
        values={outcome?.values}
        stepUp={stepUp}
      />
      <CountermeasureFacts countermeasure={page} />
    </Page>
  );
}
