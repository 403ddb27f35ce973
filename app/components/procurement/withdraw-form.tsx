import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { Disclosure } from "../disclosure";
import { SubmitButton } from "../submit-button";

/** Two steps, because there is no way back. */
export function WithdrawForm() {
  const { t } = useTranslation("request");
  return (
    <Disclosure summary={t("page.withdrawSummary")} boxed>
      <Form method="post" className="grid gap-2">
        <p>{t("page.withdrawText")}</p>
        <div className="actions">
          <SubmitButton variant="danger">{t("page.withdraw")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
