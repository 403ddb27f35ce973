import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { RiskPage } from "~/components/risk/risk-page";
import { toStep } from "~/components/risk/risk-steps";
import { respond } from "~/http/respond.server";
import { presentRisk } from "~/presenters/present-risk.server";
import { answerRiskForm } from "./answer-risk-form.server";
import { placeOf } from "./place-of.server";

/** After a refusal too: it may be one because the draft has changed. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export function loader(args: LoaderFunctionArgs) {
  return respond(args, (caller) => {
    const { modelId, element } = placeOf(args);
    const accepted = new URL(args.request.url).searchParams.get("accepted");
    return presentRisk(caller, modelId, element, accepted);
  });
}

export const action = (args: ActionFunctionArgs) => answerRiskForm(args);

export default function RiskRoute() {
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const [search] = useSearchParams();
  return <RiskPage page={page} outcome={outcome} step={toStep(search.get("step"))} />;
}
