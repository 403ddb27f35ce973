import { Form } from "@remix-run/react";
import type { StepUp } from "~/domain/access/step-up";
import { useTranslation } from "~/i18n/use-translation";
import { Callout } from "../callout";
import { Disclosure } from "../disclosure";
import { FormActions } from "../form-actions";
import { Panel } from "../panel";
import { type PostedValues, textOf } from "../procurement/posted-values";
import { StepUpField } from "../step-up-field";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";

type CountermeasureMovesProps = {
  may: { accept: boolean; refuse: boolean; withdraw: boolean };
  isOwnProposal: boolean;
  fields: Readonly<Record<string, ReadonlyArray<string>>>;
  values: PostedValues;
  stepUp: StepUp;
};

/** What this person can do with the entry now. */
export function CountermeasureMoves(props: CountermeasureMovesProps) {
  const { may, isOwnProposal, fields, values, stepUp } = props;
  const { t } = useTranslation("countermeasure");
  const isWithdrawal = textOf(values, "move") === "withdraw";
  return (
    <>
      {isOwnProposal ? <Callout tone="info">{t("page.ownProposal")}</Callout> : null}
      {may.refuse ? (
        <Panel title={t("page.decide")} description={t("page.decideText")}>
          <Form method="post" className="grid gap-3">
            <TextArea
              name="reason"
              label={t("page.note")}
              hint={t("page.noteHint")}
              maxLength={2000}
              defaultValue={isWithdrawal ? undefined : textOf(values, "reason")}
              errors={isWithdrawal ? undefined : fields.reason}
            />
            <StepUpField stepUp={stepUp} />
            <FormActions>
              {may.accept ? (
                <SubmitButton name="move" value="accept" icon="check">
                  {t("page.accept")}
                </SubmitButton>
              ) : null}
              <SubmitButton name="move" value="refuse" variant="danger">
                {t("page.refuse")}
              </SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      ) : null}
      {may.withdraw ? (
        <Disclosure summary={t("page.withdraw")} defaultOpen={isWithdrawal} boxed>
          <Form method="post" className="grid gap-3">
            <p>{t("page.withdrawText")}</p>
            <TextArea
              id="withdrawReason"
              name="reason"
              label={t("page.withdrawReason")}
              maxLength={2000}
              defaultValue={isWithdrawal ? textOf(values, "reason") : undefined}
              errors={isWithdrawal ? fields.reason : undefined}
              required
            />
            <div className="actions">
              <SubmitButton name="move" value="withdraw" variant="danger">
                {t("page.withdrawSubmit")}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}
