import { Form } from "@remix-run/react";
import { CheckboxGroup } from "~/components/checkbox-group";
import { FormError } from "~/components/form-error";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { Role } from "~/domain/access/role";
import { useTranslation } from "~/i18n/use-translation";

type Refusal =
  | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
  | { code: "role-of-other-side" | "already-a-member" | "last-administrator" | "too-many-letters" };

export function InviteForm({ roles, refusal }: { roles: ReadonlyArray<Role>; refusal: Refusal | undefined }) {
  const { t } = useTranslation("account");
  const fields = refusal?.code === "invalid-input" ? refusal.fields : undefined;
  return (
    <Form method="post" className="grid gap-4">
      <FormError
        errors={fields}
        formErrors={refusal && !fields ? [t(`members.refusal.${refusal.code}`)] : undefined}
        labels={{ email: t("email"), roles: t("roles") }}
      />
      <input type="hidden" name="intent" value="invite" />
      <TextField name="email" type="email" label={t("email")} errors={fields?.email} required />
      <CheckboxGroup
        name="roles"
        legend={t("roles")}
        options={roles.map((role) => ({ value: role, label: t(`components:role.${role}`) }))}
        errors={fields?.roles}
      />
      <div>
        <SubmitButton>{t("members.inviteSubmit")}</SubmitButton>
      </div>
    </Form>
  );
}
