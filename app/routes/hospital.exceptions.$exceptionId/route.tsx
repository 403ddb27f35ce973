import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { revalidateAfterRefusal } from "~/components/after-refusal";
import { Callout } from "~/components/callout";
import { EarlierExceptions } from "~/components/exception/earlier-exception";
import { ExceptionBadge } from "~/components/exception/exception-badge";
import { AcceptedGaps, ExceptionFacts, RestingDecisions } from "~/components/exception/exception-facts";
import { ExceptionMoves } from "~/components/exception/exception-moves";
import { ExceptionSummary } from "~/components/exception/exception-summary";
import { LeanedOn } from "~/components/exception/leaned-on";
import { StepList } from "~/components/exception/step-list";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { partStepUp } from "~/domain/access/step-up";
import { respond } from "~/http/respond.server";
import { respondWithStepUp } from "~/http/step-up.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentException } from "~/presenters/present-exception.server";
import { decideException } from "~/use-cases/exceptions/decide-exception.server";
import { reviewException } from "~/use-cases/exceptions/review-exception.server";
import { revokeException } from "~/use-cases/exceptions/revoke-exception.server";
import { withdrawException } from "~/use-cases/exceptions/withdraw-exception.server";
import type { Caller } from "~/use-cases/use-case.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("exception:page.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (caller) => ({
    ...(await presentException(caller, args.params.exceptionId ?? "")),
    needsPassword: !caller.isSteppedUp,
  }));

/** Five moves, told apart by the button that was pressed. */
export function action(args: ActionFunctionArgs) {
  const { exceptionId = "" } = args.params;
  return respondWithStepUp(args, async ({ values, attempt }) => {
    const { move, ...rest } = values;
    const outcome = await attempt((caller) => make(caller, move, { ...rest, exceptionId }));
    if (outcome.ok) return redirect(paths.exception(exceptionId), 303);
    return data({ refusal: outcome.refusal, values }, { status: 422 });
  });
}

async function make(caller: Caller, move: unknown, input: Readonly<Record<string, unknown>>) {
  if (move === "withdraw") return withdrawException(caller, input);
  if (move === "revoke") return revokeException(caller, input);
  if (move === "review") return reviewException(caller, input);
  return decideException(caller, { ...input, decision: move });
}

export const shouldRevalidate = revalidateAfterRefusal;

export default function ExceptionPage() {
  const { t } = useTranslation("exception");
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const { refusal, stepUp } = partStepUp(outcome?.refusal, page.needsPassword);
  return (
    <Page
      title={t("page.title", { product: page.productName, zone: page.zoneName })}
      description={t("page.byline", { supplier: page.supplierName, release: page.releaseVersion })}
      breadcrumb={[{ label: t("title"), to: paths.exceptions() }]}
      badge={<ExceptionBadge standing={page.standing} />}
    >
      {refusal && refusal.code !== "invalid-input" ? (
        <Callout tone="danger" live>
          {t(`refusal.${refusal.code}`)}
        </Callout>
      ) : null}
      <ExceptionSummary exception={page} />
      <ExceptionMoves
        may={page.may}
        isOwnRequest={page.isOwnRequest}
        isWaiting={page.isWaiting}
        fields={refusal?.code === "invalid-input" ? refusal.fields : {}}
        values={outcome?.values}
        stepUp={stepUp}
      />
      <AcceptedGaps gaps={page.gaps} />
      <ExceptionFacts exception={page} />
      <LeanedOn countermeasures={page.countermeasures} />
      <RestingDecisions decisions={page.decisions} />
      <Panel title={t("page.history")}>
        <StepList steps={page.history} />
        <EarlierExceptions earlier={page.earlier} />
      </Panel>
    </Page>
  );
}
