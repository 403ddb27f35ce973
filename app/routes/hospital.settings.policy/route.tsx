import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { fieldsOfForm, layerOfFields, toPolicyErrors } from "~/components/policy/policy-form";
import { PolicyForm } from "~/components/policy/policy-form-panel";
import { PolicyHistory } from "~/components/policy/policy-history";
import type { PolicyOutcome } from "~/components/policy/policy-outcome";
import { PolicyOverview } from "~/components/policy/policy-overview";
import { PolicyReading } from "~/components/policy/policy-reading";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentPolicy } from "~/presenters/present-policy.server";
import { setOrganisationPolicy } from "~/use-cases/policies/set-organisation-policy.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("policy:pageTitle"));

/** After a refusal too: it may be one because the policy has changed. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export const loader = (args: LoaderFunctionArgs) => respond(args, presentPolicy);

export async function action(args: ActionFunctionArgs) {
  const { policy, reason = "", version } = await readForm(args.request);
  const fields = fieldsOfForm(policy);
  const typed = { fields, reason: String(reason) };
  const layer = layerOfFields(fields);
  const outcome = await respond(args, (caller) => setOrganisationPolicy(caller, { layer, reason, version }));
  if (outcome.ok) return redirect(`${paths.policy()}#versions`, 303);
  const { refusal } = outcome;
  const answer: PolicyOutcome =
    refusal.code === "invalid-input"
      ? { typed, refusal: { ...refusal, fields: toPolicyErrors(refusal.fields, "layer.") } }
      : { typed, refusal };
  return data(answer, { status: 422 });
}

export default function PolicyPage() {
  const { t } = useTranslation("policy");
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  return (
    <Page title={t("title")} description={t("description")}>
      <PolicyOverview {...page} />
      {page.mayEdit ? <PolicyForm {...page} outcome={outcome} /> : <PolicyReading {...page} />}
      <PolicyHistory history={page.history} isCut={page.isHistoryCut} />
    </Page>
  );
}
