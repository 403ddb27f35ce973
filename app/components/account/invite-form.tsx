import { Form } from "@remix-run/react";
import { CheckboxGroup } from "~/components/checkbox-group";
import { FormError } from "~/components/form-error";
import { StepUpField } from "~/components/step-up-field";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { Role } from "~/domain/access/role";
import type { StepUp } from "~/domain/access/step-up";
import { useTranslation } from "~/i18n/use-translation";

type Refusal =
  | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
  | { code: "role-of-other-side" | "already-a-member" | "last-administrator" | "too-many-letters" };

type InviteFormProps = {
  roles: ReadonlyArray<Role>;
  refusal: Refusal | undefined;
  /** As they were sent, where the form came back. */
  values: Readonly<Record<string, unknown>>;
  stepUp: StepUp;
};

export function InviteForm({ roles, refusal, values, stepUp }: InviteFormProps) {
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
      <TextField
        name="email"
        type="email"
        label={t("email")}
        defaultValue={typeof values.email === "string" ? values.email : ""}
        errors={fields?.email}
        required
      />
      <CheckboxGroup
        name="roles"
        legend={t("roles")}
        options={roles.map((role) => ({ value: role, label: t(`components:role.${role}`) }))}
        defaultValues={[values.roles].flat().filter((role) => typeof role === "string")}
        errors={fields?.roles}
      />
      <StepUpField stepUp={stepUp} id="password-invite" />
      <div>
        <SubmitButton>{t("members.inviteSubmit")}</SubmitButton>
      </div>
    </Form>
  );
}
