import { Form } from "@remix-run/react";
import { CheckboxGroup } from "~/components/checkbox-group";
import { DataTable } from "~/components/data-table";
import { Disclosure } from "~/components/disclosure";
import { EmptyState } from "~/components/empty-state";
import { SelectField } from "~/components/select-field";
import { StateBadge } from "~/components/state-badge";
import { StepUpField } from "~/components/step-up-field";
import { SubmitButton } from "~/components/submit-button";
import type { Role } from "~/domain/access/role";
import type { StepUp } from "~/domain/access/step-up";
import { useTranslation } from "~/i18n/use-translation";

type Member = {
  personId: string;
  name: string;
  email: string;
  roles: ReadonlyArray<Role>;
  state: "active" | "suspended" | "left";
  isSelf: boolean;
};
type Props = {
  members: ReadonlyArray<Member>;
  roles: ReadonlyArray<Role>;
  mayUpdate: boolean;
  stepUpOf: (personId: string) => StepUp;
};

export function MemberTable({ members, roles, mayUpdate, stepUpOf }: Props) {
  const { t } = useTranslation("account");
  const change = {
    id: "change",
    header: t("members.change"),
    headerHidden: true,
    cell: (member: Member) => (
      <ChangeMember member={member} roles={roles} stepUp={stepUpOf(member.personId)} />
    ),
  };
  return (
    <DataTable
      caption={t("members.caption")}
      captionHidden
      rows={members}
      rowKey={(member) => member.personId}
      empty={
        <EmptyState title={t("members.noneWithoutRole")} icon="check-circle">
          {t("members.noneWithoutRoleText")}
        </EmptyState>
      }
      columns={[
        {
          id: "name",
          header: t("common:name"),
          rowHeader: true,
          cell: (member) => (member.isSelf ? `${member.name} (${t("members.self")})` : member.name),
        },
        { id: "email", header: t("email"), cell: (member) => member.email },
        {
          id: "roles",
          header: t("roles"),
          wrap: true,
          cell: (member) => member.roles.map((role) => t(`components:role.${role}`)).join(", "),
        },
        {
          id: "state",
          header: t("members.state"),
          cell: (member) => <StateBadge state={member.state === "active" ? "active" : "suspended"} />,
        },
        ...(mayUpdate ? [change] : []),
      ]}
    />
  );
}

type ChangeMemberProps = { member: Member; roles: ReadonlyArray<Role>; stepUp: StepUp };

function ChangeMember({ member, roles, stepUp }: ChangeMemberProps) {
  const { t } = useTranslation("account");
  return (
    <Disclosure summary={t("members.change")} defaultOpen={stepUp.refusal !== undefined}>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="intent" value="update" />
        <input type="hidden" name="personId" value={member.personId} />
        <CheckboxGroup
          name="roles"
          id={`roles-${member.personId}`}
          legend={t("roles")}
          options={roles.map((role) => ({ value: role, label: t(`components:role.${role}`) }))}
          defaultValues={member.roles}
        />
        <SelectField
          name="state"
          id={`state-${member.personId}`}
          label={t("members.access")}
          defaultValue={member.state === "active" ? "active" : "suspended"}
          options={[
            { value: "active", label: t("members.active") },
            { value: "suspended", label: t("members.suspended") },
          ]}
        />
        <StepUpField stepUp={stepUp} id={`password-${member.personId}`} />
        <div>
          <SubmitButton size="small">{t("members.save")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
