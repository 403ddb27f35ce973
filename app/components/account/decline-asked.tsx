import { Form } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { CheckboxField } from "~/components/checkbox-field";
import { Disclosure } from "~/components/disclosure";
import { FormError } from "~/components/form-error";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";

export type DeclineRefusal =
  | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
  | { code: "invitation-not-open" | "somebody-joined" };

type DeclineAskedProps = {
  hospitalName: string;
  organisationName: string;
  refusal: DeclineRefusal | undefined;
  /** As it was written: a page that comes back without a script has nothing else of it. */
  reason: string;
};

/** No, without an account: a reason and a box, since nothing takes it back. */
export function DeclineAsked({ hospitalName, organisationName, refusal, reason }: DeclineAskedProps) {
  const { t } = useTranslation("account");
  const fields = refusal?.code === "invalid-input" ? refusal.fields : undefined;
  const labels = {
    reason: t("asked.declineReason"),
    isFinal: t("asked.declineFinal", { supplier: organisationName }),
  };
  return (
    <Panel title={t("asked.decline")} description={t("asked.declineText", { hospital: hospitalName })}>
      <Disclosure summary={t("asked.declineOpen")} defaultOpen={refusal !== undefined}>
        <Form method="post" className="grid gap-4" noValidate>
          <FormError errors={fields} labels={labels} />
          <input type="hidden" name="intent" value="decline" />
          <TextArea
            name="reason"
            label={labels.reason}
            hint={t("asked.declineReasonHint")}
            errors={fields?.reason}
            defaultValue={reason}
            maxLength={2000}
            required
          />
          <CheckboxField
            name="isFinal"
            value="yes"
            label={labels.isFinal}
            errors={fields?.isFinal}
            required
          />
          <div>
            <SubmitButton variant="danger">{t("asked.declineSubmit")}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </Panel>
  );
}

/** Where the link can do nothing any more. */
export function ClosedRequest({ declined }: { declined: { hospitalName: string } | null }) {
  const { t } = useTranslation("account");
  return declined ? (
    <Callout tone="info" live>
      {t("asked.declined", { hospital: declined.hospitalName })}
    </Callout>
  ) : (
    <Callout tone="warning" action={<ButtonLink to={paths.signIn()}>{t("signIn.title")}</ButtonLink>}>
      {t("asked.closed")}
    </Callout>
  );
}
