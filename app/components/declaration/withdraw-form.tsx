import { Form } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import { FormError } from "~/components/form-error";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { useTranslation } from "~/i18n/use-translation";
import { type Refusal, useRefusal } from "./refusal";

/** Takes a signed declaration out of use, for good and with a reason. */
export function WithdrawDeclarationForm({ refusal }: { refusal: Refusal | undefined }) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  return (
    <Disclosure summary={t("withdrawal.open")} defaultOpen={refusal !== undefined}>
      <Form method="post" className="grid max-w-xl gap-3">
        <FormError errors={fields} formErrors={formErrors} labels={{ reason: t("withdrawal.reason") }} />
        <p>{t("withdrawal.text")}</p>
        <input type="hidden" name="intent" value="withdraw" />
        <TextArea
          name="reason"
          label={t("withdrawal.reason")}
          hint={t("withdrawal.reasonHint")}
          errors={fields.reason}
          required
          maxLength={2000}
        />
        <div>
          <SubmitButton variant="danger">{t("withdrawal.submit")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

/** That a declaration is out of use, on its own page. */
export function OwnWithdrawalNote({ withdrawal }: { withdrawal: { at: string; reason: string } | null }) {
  const { t } = useTranslation("declaration");
  if (!withdrawal) return null;
  return (
    <Callout tone="warning" title={t("withdrawal.title")}>
      <p className="comment-text">{withdrawal.reason}</p>
      <p className="text-muted text-sm">
        <DateText value={withdrawal.at} time />
      </p>
      <p>{t("withdrawal.done")}</p>
    </Callout>
  );
}
