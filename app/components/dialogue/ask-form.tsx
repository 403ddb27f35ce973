import { Form } from "@remix-run/react";
import { useMessage } from "~/components/procurement/use-message";
import { SubmitButton } from "~/components/submit-button";
import type { Message } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import type { DialogueOutcome, DialogueTarget } from "./dialogue";
import { MessageField } from "./message-field";

type AskFormProps = {
  target: DialogueTarget;
  /** null = the request as a whole. */
  about: { findingId: string; declarationId: string; reason: Message } | null;
  hint: string;
  outcome: DialogueOutcome;
};

/** A new question about a finding or about the request. */
export function AskForm({ target, about, hint, outcome }: AskFormProps) {
  const { t } = useTranslation("dialogue");
  const write = useMessage();
  return (
    <Form method="post" action={target.action} className="grid max-w-xl gap-3">
      <input type="hidden" name="intent" value="ask" />
      <input type="hidden" name="returnTo" value={target.returnTo} />
      {about ? (
        <>
          <input type="hidden" name="findingId" value={about.findingId} />
          <input type="hidden" name="declarationId" value={about.declarationId} />
        </>
      ) : null}
      <p>
        <span className="text-muted">{t("form.about")}:</span>{" "}
        {about ? write(about.reason) : t("form.request")}
      </p>
      <MessageField
        id="question"
        label={t("form.text")}
        hint={hint}
        outcome={outcome?.about === null ? outcome : undefined}
      />
      <div>
        <SubmitButton icon="question">{t("form.submit")}</SubmitButton>
      </div>
    </Form>
  );
}
