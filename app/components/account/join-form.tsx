import { Form } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { KeyValue } from "~/components/key-value";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { JoinRefusal } from "./join-refusal";

export type JoinFormProps = {
  organisationName: string;
  /** The first person of an organisation says what it is called. */
  mayName: boolean;
  email: string;
  hasAccount: boolean;
  /** The address of this page, to come back to. */
  here: string;
  /** Another way in stands above. */
  isSecond?: boolean;
  refusal:
    | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
    | { code: "invitation-not-open" | "wrong-password" | "supplier-exists" }
    | { code: "too-many-attempts"; minutes: number }
    | undefined;
};

/** Three fields at most: what the company is called, who one is, and a password. */
export function JoinForm({
  organisationName,
  mayName,
  email,
  hasAccount,
  here,
  isSecond = false,
  refusal,
}: JoinFormProps) {
  const { t } = useTranslation("account");
  const fields = refusal?.code === "invalid-input" ? refusal.fields : undefined;
  const labels = { organisationName: t("asked.organisation"), name: t("name"), password: t("password") };
  return (
    <Panel
      title={isSecond ? t("asked.joinInstead") : t("asked.join")}
      description={hasAccount ? t("asked.knownText") : t("asked.joinText")}
    >
      <Form method="post" className="grid gap-4" noValidate>
        <FormError errors={fields} labels={labels} />
        <JoinRefusal refusal={refusal} />
        <KeyValue entries={[{ term: t("email"), value: <span className="break-all">{email}</span> }]} />
        {mayName ? (
          <TextField
            name="organisationName"
            label={labels.organisationName}
            hint={t("asked.organisationHint")}
            defaultValue={organisationName}
            autoComplete="organization"
            maxLength={120}
            errors={fields?.organisationName}
            required
          />
        ) : (
          <KeyValue entries={[{ term: labels.organisationName, value: organisationName }]} />
        )}
        {hasAccount ? null : (
          <TextField name="name" label={labels.name} autoComplete="name" errors={fields?.name} required />
        )}
        <TextField
          name="password"
          type="password"
          label={labels.password}
          hint={hasAccount ? undefined : t("passwordHint")}
          autoComplete={hasAccount ? "current-password" : "new-password"}
          errors={fields?.password}
          required
        />
        <FormActions>
          <SubmitButton icon="check">{t("asked.submit")}</SubmitButton>
          {isSecond ? null : (
            <ButtonLink to={paths.signIn({ returnTo: here })} variant="quiet">
              {t("asked.signIn")}
            </ButtonLink>
          )}
        </FormActions>
      </Form>
    </Panel>
  );
}
