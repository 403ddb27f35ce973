import { Form } from "@remix-run/react";
import { Disclosure } from "~/components/disclosure";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { useTranslation } from "~/i18n/use-translation";
import { firstOf } from "./risk-form";
import type { RiskOutcome } from "./risk-outcome";
import type { RiskPageParts } from "./risk-parts";
import { useRiskPath } from "./use-risk-path";

type WithdrawFormProps = { page: RiskPageParts; acceptanceId: string; outcome: RiskOutcome | undefined };

/** For whoever accepted the target last: takes their word back, with a reason. */
export function WithdrawForm({ page, acceptanceId, outcome }: WithdrawFormProps) {
  const { t } = useTranslation("risk");
  const pathOf = useRiskPath(page);
  const own = outcome?.form === "withdraw" ? outcome : undefined;
  const errors = own?.refusal.code === "invalid-input" ? own.refusal.fields : {};
  return (
    <Disclosure summary={t("acceptance.withdraw")} defaultOpen={own !== undefined}>
      <Form
        method="post"
        action={pathOf("target")}
        className="grid grid-cols-1 gap-3"
        noValidate
        preventScrollReset
      >
        <input type="hidden" name="form" value="withdraw" />
        <input type="hidden" name="acceptanceId" value={acceptanceId} />
        <FormError errors={errors} labels={{ reason: t("acceptance.reason") }} />
        <p>{t("acceptance.withdrawText")}</p>
        <TextArea
          name="reason"
          label={t("acceptance.reason")}
          defaultValue={own ? firstOf(own.typed, "reason") : undefined}
          errors={errors.reason}
          required
          maxLength={2000}
          rows={2}
        />
        <FormActions>
          <SubmitButton variant="danger">{t("acceptance.withdraw")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
