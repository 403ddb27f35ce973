import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { CountermeasureForm } from "~/components/countermeasure/countermeasure-form";
import { PlaceChoice } from "~/components/countermeasure/place-choice";
import { EmptyState } from "~/components/empty-state";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Steps } from "~/components/steps";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { type ChosenPlace, presentNewCountermeasure } from "~/presenters/present-new-countermeasure.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("countermeasure:form.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentNewCountermeasure(caller, chosenPlace(args.request)));

export async function action(args: ActionFunctionArgs) {
  const values = await readForm(args.request);
  const place = chosenPlace(args.request);
  const outcome = await respond(args, (caller) => proposeCountermeasure(caller, { ...values, ...place }));
  if (outcome.ok) return redirect(paths.countermeasure(outcome.value.id), 303);
  return data({ refusal: outcome.refusal, values }, { status: 422 });
}

/** `?place=<model>/zone/<zone>` or `/conduit/<conduit>`: the address holds the first step, the form the second. */
function chosenPlace(request: Request): ChosenPlace | null {
  const place = new URL(request.url).searchParams.get("place");
  const [modelId = "", elementKind, elementId = ""] = place?.split("/") ?? [];
  if (elementKind !== "zone" && elementKind !== "conduit") return null;
  return { modelId, elementKind, elementId };
}

export default function NewCountermeasurePage() {
  const { t } = useTranslation("countermeasure");
  const { models, place, today } = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const hasPlaces = models.some(({ zones }) => zones.length > 0);
  const steps = [{ label: t("form.step1"), to: paths.newCountermeasure() }, { label: t("form.step2") }];
  return (
    <Page
      title={t("form.title")}
      description={t("form.description")}
      width="text"
      breadcrumb={[{ label: t("title"), to: paths.countermeasures() }]}
    >
      {hasPlaces ? (
        <>
          <Steps label={t("form.steps")} steps={steps} current={place ? 1 : 0} />
          {place ? (
            <CountermeasureForm
              place={place}
              today={today}
              fields={outcome?.refusal.fields ?? {}}
              values={outcome?.values}
            />
          ) : (
            <PlaceChoice models={models} />
          )}
        </>
      ) : (
        <EmptyState
          title={t("list.none")}
          action={<ButtonLink to={paths.models()}>{t("list.toModels")}</ButtonLink>}
        >
          {t("list.noModel")}
        </EmptyState>
      )}
    </Page>
  );
}
