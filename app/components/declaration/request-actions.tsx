import { Form } from "@remix-run/react";
import { Disclosure } from "~/components/disclosure";
import { FormError } from "~/components/form-error";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { useTranslation } from "~/i18n/use-translation";
import { type Refusal, useRefusal } from "./refusal";

type RequestActionsProps = { mayAccept: boolean; mayDecline: boolean; refusal: Refusal | undefined };

/** Accepting promises a declaration; declining is final and says why. */
export function RequestActions({ mayAccept, mayDecline, refusal }: RequestActionsProps) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  if (!mayAccept && !mayDecline && !refusal) return null;
  return (
    <div className="grid gap-3">
      <FormError errors={fields} formErrors={formErrors} labels={{ reason: t("received.reason") }} />
      {mayAccept ? (
        <Form method="post">
          <input type="hidden" name="intent" value="accept" />
          <SubmitButton icon="check">{t("received.accept")}</SubmitButton>
        </Form>
      ) : null}
      {mayDecline ? (
        <Disclosure summary={t("received.decline")} defaultOpen={fields.reason !== undefined}>
          <Form method="post" className="grid max-w-xl gap-3">
            <input type="hidden" name="intent" value="decline" />
            <TextArea
              name="reason"
              label={t("received.reason")}
              hint={t("received.reasonHint")}
              errors={fields.reason}
              required
              maxLength={2000}
            />
            <div>
              <SubmitButton variant="danger">{t("received.declineSubmit")}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </div>
  );
}
