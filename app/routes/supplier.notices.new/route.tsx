import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, type MetaFunction, useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { FormActions } from "~/components/form-actions";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { NoticeImportForm } from "~/components/notice/import-form";
import { NoticeFields } from "~/components/notice/notice-fields";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { contentOfForm } from "~/domain/notice/form-values";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentNewNotice } from "~/presenters/present-new-notice.server";
import { importNotice } from "~/use-cases/notices/import-notice.server";
import { saveNotice } from "~/use-cases/notices/save-notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("notice:form.pageTitle"));

export const loader = (args: LoaderFunctionArgs) => respond(args, presentNewNotice);

export async function action(args: ActionFunctionArgs) {
  const values = await readForm(args.request);
  if (values.intent === "import") {
    const bytes = new TextEncoder().encode(String(values.file ?? ""));
    const read = await respond(args, (caller) => importNotice(caller, bytes));
    if (!read.ok) return data({ refusal: read.refusal, values: undefined }, { status: 422 });
    return redirect(paths.notice(read.value.id, { unknown: read.value.unknown.slice(0, 10) }), 303);
  }
  const outcome = await respond(args, (caller) =>
    saveNotice(caller, { notice: null, content: contentOfForm(values) }),
  );
  if (outcome.ok) return redirect(paths.notice(outcome.value.id), 303);
  return data({ refusal: outcome.refusal, values }, { status: 422 });
}

export default function NewNoticePage() {
  const { t } = useTranslation("notice");
  const { content, releases } = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const refusal = outcome?.refusal;
  return (
    <Page
      title={t("form.title")}
      description={t("form.description")}
      width="text"
      breadcrumb={[{ label: t("list.title"), to: paths.notices() }]}
    >
      {refusal ? (
        <Callout tone="danger" live>
          {t(`refusal.${refusal.code}`)}
        </Callout>
      ) : null}
      <Panel title={t("form.import")} description={t("form.importText")}>
        <NoticeImportForm />
      </Panel>
      <Form method="post" className="grid gap-4" noValidate>
        <NoticeFields
          content={content}
          releases={releases}
          errors={refusal?.code === "invalid-input" ? refusal.fields : {}}
          values={outcome?.values}
        />
        <FormActions>
          <SubmitButton>{t("form.save")}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  );
}
