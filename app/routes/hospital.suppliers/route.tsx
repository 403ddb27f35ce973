import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, type MetaFunction, useLoaderData } from "@remix-run/react";
import { InvitationLink } from "~/components/account/invitation-link";
import { NoMail } from "~/components/account/no-mail";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { FormError } from "~/components/form-error";
import { Link } from "~/components/link";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { readForm, respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentSuppliers } from "~/presenters/present-suppliers.server";
import { inviteSupplier } from "~/use-cases/accounts/invite-supplier.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("account:suppliers.pageTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentSuppliers(caller, args.context.mail));

export async function action(args: ActionFunctionArgs) {
  const values = await readForm(args.request);
  const outcome = await respond(args, (caller) => inviteSupplier(caller, values));
  if (!outcome.ok) return data({ refusal: outcome.refusal, link: undefined }, { status: 422 });
  const url = new URL(paths.invitation(outcome.value.token), args.request.url).toString();
  return data({ refusal: undefined, link: { url, email: String(values.email) } });
}

export default function SuppliersPage() {
  const { t } = useTranslation("account");
  const { mail, suppliers, mayInvite, mayTakeEvidence } = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  const refusal = outcome?.refusal;
  const fields = refusal?.code === "invalid-input" ? refusal.fields : undefined;
  return (
    <Page title={t("suppliers.title")} description={t("suppliers.description")}>
      {outcome?.link ? <InvitationLink {...outcome.link} isMailed={mail !== "none"} /> : null}
      <DataTable
        caption={t("suppliers.caption")}
        captionHidden
        rows={suppliers}
        rowKey={(supplier) => supplier.id}
        empty={<EmptyState title={t("suppliers.empty")}>{t("suppliers.emptyText")}</EmptyState>}
        columns={[
          { id: "name", header: t("suppliers.name"), rowHeader: true, cell: (supplier) => supplier.name },
          ...(mayTakeEvidence
            ? [
                {
                  id: "evidence",
                  header: t("pack:page.open"),
                  cell: ({ id, name }: (typeof suppliers)[number]) => (
                    <Link to={paths.evidencePacks({ kind: "supplier", supplier: id })}>
                      {t("pack:page.ready.title", { name })}
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayInvite ? (
        <Panel title={t("suppliers.invite")}>
          {mail === "none" ? <NoMail /> : null}
          <Form method="post" className="grid gap-4">
            <FormError
              errors={fields}
              formErrors={refusal && !fields ? [t(`suppliers.refusal.${refusal.code}`)] : undefined}
              labels={{ name: t("suppliers.inviteName"), email: t("email") }}
            />
            <TextField name="name" label={t("suppliers.inviteName")} errors={fields?.name} required />
            <TextField name="email" type="email" label={t("email")} errors={fields?.email} required />
            <div>
              <SubmitButton>{t("suppliers.inviteSubmit")}</SubmitButton>
            </div>
          </Form>
        </Panel>
      ) : null}
    </Page>
  );
}
