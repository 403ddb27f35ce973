import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { FormError } from "~/components/form-error";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { RequestTabs } from "~/components/tender/request-tabs";
import { TemplateList } from "~/components/tender/template-list";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentRequestTemplates } from "~/presenters/present-request-templates.server";
import { deleteTemplate } from "~/use-cases/request-templates/delete-request-template.server";
import { renameTemplate } from "~/use-cases/request-templates/rename-request-template.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("tender:template.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentRequestTemplates(caller));

export async function action(args: ActionFunctionArgs) {
  const { intent, ...values } = await readForm(args.request);
  const outcome = await respond(args, async (caller) =>
    intent === "delete" ? deleteTemplate(caller, values) : renameTemplate(caller, values),
  );
  if (outcome.ok) return redirect(paths.requestTemplates(), 303);
  const { fields } = outcome.refusal;
  return data({ fields, templateId: String(values.templateId) }, { status: 422 });
}

export default function RequestTemplatesPage() {
  const { t } = useTranslation("tender");
  const page = useLoaderData<typeof loader>();
  const refused = useOutcome<typeof action>();
  const field = refused ? `name-${refused.templateId}` : "name";
  return (
    <Page title={t("template.title")} description={t("template.description")} tabs={<RequestTabs />}>
      <FormError errors={{ [field]: refused?.fields.name }} labels={{ [field]: t("template.name") }} />
      {page.templates.length === 0 ? (
        <EmptyState title={t("template.empty")}>{t("template.emptyText")}</EmptyState>
      ) : (
        <TemplateList
          templates={page.templates}
          mayManage={page.mayManage}
          refused={refused && { templateId: refused.templateId, errors: refused.fields.name }}
        />
      )}
    </Page>
  );
}
