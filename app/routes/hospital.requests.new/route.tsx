import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { Page } from "~/components/page";
import { RequestForm } from "~/components/procurement/request-form";
import { RequestPreview } from "~/components/procurement/request-preview";
import { ZoneChoice } from "~/components/procurement/zone-choice";
import { Steps } from "~/components/steps";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentNewRequest } from "~/presenters/present-new-request.server";
import { createRequest } from "~/use-cases/requests/create-request.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("request:form.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const [model, zone] = search.get("place")?.split("/") ?? [search.get("model"), search.get("zone")];
  return respond(args, (caller) => presentNewRequest(caller, { model: model ?? null, zone: zone ?? null }));
};

export async function action(args: ActionFunctionArgs) {
  const { place, ...values } = await readForm(args.request);
  const [modelId = "", zoneId = ""] = String(place ?? "").split("/");
  const outcome = await respond(args, (caller) => createRequest(caller, { ...values, modelId, zoneId }));
  if (outcome.ok) return redirect(paths.request(outcome.value.id), 303);
  return data({ refusal: outcome.refusal, values }, { status: 422 });
}

export default function NewRequestPage() {
  const { t } = useTranslation("request");
  const page = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
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
  return (
    <Page {...frame}>
      <Steps label={t("form.steps")} steps={steps} current={page.preview ? 1 : 0} />
      {page.preview === null ? (
        <ZoneChoice models={page.models} withoutTarget={page.withoutTarget} />
      ) : (
        <>
          <RequestPreview preview={page.preview} />
          <RequestForm
            place={`${page.preview.modelId}/${page.preview.zoneId}`}
            suppliers={page.suppliers}
            today={page.today}
            fields={refusal?.code === "invalid-input" ? refusal.fields : {}}
            formErrors={refusal && refusal.code !== "invalid-input" ? [t(`refusal.${refusal.code}`)] : []}
            values={outcome?.values}
          />
        </>
      )}
    </Page>
  );
}
