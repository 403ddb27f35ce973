import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, type MetaFunction, useLoaderData } from "@remix-run/react";
import { CheckboxField } from "~/components/checkbox-field";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { textOf } from "~/components/procurement/posted-values";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentNewIncident } from "~/presenters/present-new-incident.server";
import { openIncident } from "~/use-cases/incidents/open-incident.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("notice:incident.newTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentNewIncident(caller, noticeOf(args.request)));

export async function action(args: ActionFunctionArgs) {
  const values = await readForm(args.request);
  const { title = "", description = "", detectedAt = "", involvesPersonalData } = values;
  const outcome = await respond(args, (caller) =>
    openIncident(caller, {
      ...{ title, description, detectedAt, noticeId: noticeOf(args.request) },
      involvesPersonalData: involvesPersonalData === "on",
    }),
  );
  if (outcome.ok) return redirect(paths.incident(outcome.value.id), 303);
  return data({ refusal: outcome.refusal, values }, { status: 422 });
}

function noticeOf(request: Request): string | null {
  return new URL(request.url).searchParams.get("notice");
}

export default function NewIncidentPage() {
  const { t } = useTranslation("notice");
  const { notice, now } = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const refusal = outcome?.refusal;
  const fields = refusal?.code === "invalid-input" ? refusal.fields : {};
  const labels = { title: t("incident.fieldTitle"), detectedAt: t("incident.detectedAt") };
  return (
    <Page
      title={t("incident.newTitle")}
      description={notice ? t("incident.about", { title: notice.title }) : t("incident.newText")}
      width="text"
      breadcrumb={[{ label: t("incident.title"), to: paths.incidents() }]}
    >
      <Form method="post" className="grid gap-4" noValidate>
        <FormError
          errors={fields}
          formErrors={refusal && refusal.code !== "invalid-input" ? [t(`refusal.${refusal.code}`)] : []}
          labels={labels}
        />
        <TextField
          name="title"
          label={labels.title}
          defaultValue={textOf(outcome?.values, "title") ?? notice?.title}
          errors={fields.title}
          maxLength={200}
          required
        />
        <TextArea
          name="description"
          label={t("incident.descriptionLabel")}
          defaultValue={textOf(outcome?.values, "description")}
          errors={fields.description}
          maxLength={8000}
          optional
        />
        <TextField
          name="detectedAt"
          type="datetime-local"
          label={labels.detectedAt}
          defaultValue={textOf(outcome?.values, "detectedAt") ?? now}
          max={now}
          errors={fields.detectedAt}
          required
        />
        <CheckboxField
          name="involvesPersonalData"
          label={t("incident.personalData")}
          defaultChecked={textOf(outcome?.values, "involvesPersonalData") === "on"}
        />
        <FormActions>
          <SubmitButton>{t("incident.open")}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  );
}
