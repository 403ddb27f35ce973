import { Form } from "@remix-run/react";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";

/** For somebody who is signed in and belongs to a supplier already. */
export function AnswerAs({ own }: { own: ReadonlyArray<{ id: string; name: string }> }) {
  const { t } = useTranslation("account");
  return (
    <Panel title={t("asked.ownTitle")} description={t("asked.ownText")}>
      {own.map(({ id, name }) => (
        <Form key={id} method="post">
          <input type="hidden" name="intent" value="answer-as" />
          <input type="hidden" name="organisationId" value={id} />
          <SubmitButton>{t("asked.answerAs", { name })}</SubmitButton>
        </Form>
      ))}
    </Panel>
  );
}
