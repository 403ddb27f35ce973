import { Form } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { SubmitButton } from "~/components/submit-button";
import type { Role } from "~/domain/access/role";
import { useTranslation } from "~/i18n/use-translation";

type Invitation = {
  id: string;
  email: string;
  roles: ReadonlyArray<Role>;
  expiresAt: string;
  isExpired: boolean;
};
type Props = { invitations: ReadonlyArray<Invitation>; mayRevoke: boolean };

export function PendingInvitations({ invitations, mayRevoke }: Props) {
  const { t } = useTranslation("account");
  if (invitations.length === 0) return <p>{t("members.noInvitations")}</p>;
  const revoke = {
    id: "revoke",
    header: t("members.revoke"),
    headerHidden: true,
    cell: (invitation: Invitation) => (
      <Form method="post">
        <input type="hidden" name="intent" value="revoke" />
        <input type="hidden" name="invitationId" value={invitation.id} />
        <SubmitButton size="small" variant="quiet">
          {t("members.revoke")}
        </SubmitButton>
      </Form>
    ),
  };
  return (
    <DataTable
      caption={t("members.invitations")}
      captionHidden
      rows={invitations}
      rowKey={(invitation) => invitation.id}
      columns={[
        { id: "email", header: t("email"), rowHeader: true, cell: (invitation) => invitation.email },
        {
          id: "roles",
          header: t("roles"),
          wrap: true,
          cell: (invitation) => invitation.roles.map((role) => t(`components:role.${role}`)).join(", "),
        },
        {
          id: "expires",
          header: t("members.expires"),
          cell: (invitation) => (
            <>
              <DateText value={invitation.expiresAt} />{" "}
              {invitation.isExpired ? `(${t("members.expired")})` : null}
            </>
          ),
        },
        ...(mayRevoke ? [revoke] : []),
      ]}
    />
  );
}
