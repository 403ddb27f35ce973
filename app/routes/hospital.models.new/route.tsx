import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { TemplateText } from "~/components/model/template-text";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { RadioCards } from "~/components/radio-cards";
import { SelectField } from "~/components/select-field";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { answer, readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentNewModel } from "~/presenters/present-models.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("model:new.title"));

export const loader = (args: LoaderFunctionArgs) => respond(args, presentNewModel);
/** An empty model, and on to its import. */
const FROM_FILE = "file";

export async function action(args: ActionFunctionArgs) {
  const values = await readForm(args.request);
  const isFromFile = values.start === FROM_FILE;
  const input = isFromFile ? { ...values, start: "empty" } : values;
  const outcome = await respond(args, (caller) => createZoneModel(caller, input));
  return answer(outcome, ({ id }) => (isFromFile ? paths.modelImport(id) : paths.model(id)));
}

export default function NewModelPage() {
  const { t } = useTranslation("model");
  const { sites, templates } = useLoaderData<typeof loader>();
  const errors = useOutcome<typeof action>()?.refusal?.fields;
  return (
    <Page
      title={t("new.title")}
      description={t("new.description")}
      breadcrumb={[{ label: t("title"), to: paths.models() }]}
      width="text"
    >
      <Form method="post" className="grid gap-5">
        <FormError
          errors={errors}
          labels={{
            name: t("new.name"),
            siteName: t("new.siteName"),
            siteId: t("new.site"),
            purpose: t("new.purpose"),
          }}
        />
        <TextField
          name="name"
          label={t("new.name")}
          hint={t("new.nameHint")}
          errors={errors?.name}
          required
          maxLength={120}
        />
        {sites.length > 0 ? (
          <SelectField
            name="siteId"
            label={t("new.site")}
            options={sites.map(({ id, name }) => ({ value: id, label: name }))}
            placeholder={t("new.siteNone")}
            defaultValue={sites[0]?.id}
            errors={errors?.siteId}
          />
        ) : null}
        <TextField
          name="siteName"
          label={t(sites.length > 0 ? "new.otherSiteName" : "new.siteName")}
          hint={t(sites.length > 0 ? "new.otherSiteHint" : "new.siteHint")}
          errors={errors?.siteName}
          required={sites.length === 0}
          optional={sites.length > 0}
          maxLength={120}
        />
        <TextArea
          name="purpose"
          label={t("new.purpose")}
          hint={t("new.purposeHint")}
          errors={errors?.purpose}
          optional
          rows={3}
        />
        <RadioCards
          name="start"
          legend={t("new.start")}
          hint={t("overlay:template.note")}
          defaultValue="empty"
          options={[
            { value: "empty", label: t("new.startEmpty"), description: t("new.startEmptyText") },
            {
              value: FROM_FILE,
              label: t("transfer:import.start"),
              description: t("transfer:import.startText"),
            },
            ...templates.map((template) => ({
              value: template.id,
              label: template.name,
              description: <TemplateText template={template} />,
            })),
          ]}
          columns={2}
        />
        <FormActions>
          <SubmitButton>{t("new.submit")}</SubmitButton>
          <ButtonLink to={paths.models()} variant="quiet">
            {t("common:cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
