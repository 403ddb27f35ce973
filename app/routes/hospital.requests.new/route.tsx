import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { RequestForm } from "~/components/procurement/request-form";
import { RequestPreview } from "~/components/procurement/request-preview";
import { TemplateChoice } from "~/components/procurement/template-choice";
import { ZoneChoice } from "~/components/procurement/zone-choice";
import { Steps } from "~/components/steps";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentNewRequest } from "~/presenters/present-new-request.server";
import { createTender } from "~/use-cases/tenders/create-tender.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("request:form.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const [model, zone] = [search.get("model"), search.get("zone")];
  const places = model && zone ? [`${model}/${zone}`] : search.getAll("place");
  return respond(args, (caller) =>
    presentNewRequest(caller, { places, asset: search.get("asset"), template: search.get("template") }),
  );
};

/** One supplier and one kind of zone lead to the one request, more to the tender that holds them. */
export async function action(args: ActionFunctionArgs) {
  const values = await readForm(args.request);
  const outcome = await respond(args, (caller) => createTender(caller, values));
  if (outcome.ok) {
    const { id, requestIds } = outcome.value;
    const [only] = requestIds;
    return redirect(only && requestIds.length === 1 ? paths.request(only) : paths.tender(id), 303);
  }
  const { refusal } = outcome;
  if (refusal.code === "already-sent") return redirect(paths.tender(refusal.tenderId), 303);
  return data({ refusal, values }, { status: 422 });
}

export default function NewRequestPage() {
  const { t } = useTranslation("request");
  const page = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const [search] = useSearchParams();
  const refusal = outcome?.refusal;
  const hasZones = page.models.some(({ zones }) => zones.length > 0);
  const frame = {
    title: t("form.title"),
    description: t("form.description"),
    width: "text",
    breadcrumb: [{ label: t("title"), to: paths.requests() }],
  } as const;
  if (!hasZones)
    return (
      <Page {...frame}>
        <EmptyState
          title={t("form.noZones")}
          action={<ButtonLink to={paths.models()}>{t("list.openModels")}</ButtonLink>}
        >
          {t("form.noZonesText")}
        </EmptyState>
      </Page>
    );
  const steps = [{ label: t("form.step1"), to: paths.newRequest() }, { label: t("form.step2") }];
  const isChosen = page.previews.length > 0;
  return (
    <Page {...frame}>
      <Steps label={t("form.steps")} steps={steps} current={isChosen ? 1 : 0} />
      {isChosen ? (
        <>
          <RequestPreview previews={page.previews} />
          <TemplateChoice
            templates={page.templates}
            chosen={page.template}
            places={page.previews.map(({ place }) => place)}
          />
          <RequestForm
            key={page.template}
            submission={page.submission}
            places={page.previews.map(({ place }) => place)}
            suppliers={page.suppliers}
            today={page.today}
            fields={refusal?.code === "invalid-input" ? refusal.fields : {}}
            formErrors={refusal && refusal.code !== "invalid-input" ? [t(`refusal.${refusal.code}`)] : []}
            values={outcome?.values ?? page.suggested}
          />
        </>
      ) : (
        <ZoneChoice
          models={page.models}
          devices={page.devices}
          withoutTarget={page.withoutTarget}
          template={page.template}
          isMissing={search.has("step")}
        />
      )}
    </Page>
  );
}
