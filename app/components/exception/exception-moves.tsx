import { Form } from "@remix-run/react";
import type { StepUp } from "~/domain/access/step-up";
import { REVIEW_OUTCOMES } from "~/domain/procurement/exception-review";
import { useTranslation } from "~/i18n/use-translation";
import { Callout } from "../callout";
import { Disclosure } from "../disclosure";
import { FormActions } from "../form-actions";
import { Panel } from "../panel";
import { type PostedValues, textOf } from "../procurement/posted-values";
import { RadioCards } from "../radio-cards";
import { StepUpField } from "../step-up-field";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";

type ExceptionMovesProps = {
  may: { grant: boolean; refuse: boolean; withdraw: boolean; revoke: boolean; review: boolean };
  isOwnRequest: boolean;
  isWaiting: boolean;
  fields: Readonly<Record<string, ReadonlyArray<string>>>;
  values: PostedValues;
  stepUp: StepUp;
};

/** What this person can do with the exception now. */
export function ExceptionMoves(props: ExceptionMovesProps) {
  const { may, isOwnRequest, isWaiting, fields, values } = props;
  const { t } = useTranslation("exception");
  const move = textOf(values, "move");
  /** What the refused form of one of the moves held, and what was wrong with it. */
  const refused = (...moves: ReadonlyArray<string>) =>
    move !== undefined && moves.includes(move)
      ? { defaultValue: textOf(values, "note"), errors: fields.note }
      : {};
  /** The password is asked for in every such form, what was wrong with it told in the one that was sent. */
  const stepUpOf = (...moves: ReadonlyArray<string>): StepUp => ({
    ...props.stepUp,
    refusal: move !== undefined && moves.includes(move) ? props.stepUp.refusal : undefined,
  });
  return (
    <>
      {isOwnRequest ? <Callout tone="info">{t("moves.ownRequest")}</Callout> : null}
      {isWaiting && !isOwnRequest ? <Callout tone="info">{t("moves.waiting")}</Callout> : null}
      {may.refuse ? (
        <Panel title={t("moves.decide")} description={t("moves.decideText")}>
          <Form method="post" className="grid gap-3">
            <TextArea
              name="note"
              id="decision-note"
              label={t("moves.note")}
              hint={t("moves.noteHint")}
              maxLength={2000}
              {...refused("grant", "refuse")}
            />
            <StepUpField stepUp={stepUpOf("grant", "refuse")} id="decision-password" />
            <FormActions>
              {may.grant ? (
                <SubmitButton name="move" value="grant" icon="check">
                  {t("moves.grant")}
                </SubmitButton>
              ) : null}
              <SubmitButton name="move" value="refuse" variant="regular">
                {t("moves.refuse")}
              </SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      ) : null}
      {may.review ? (
        <Disclosure summary={t("moves.review")} defaultOpen={move === "review"} boxed>
          <Form method="post" className="grid gap-3">
            <p>{t("moves.reviewText")}</p>
            <RadioCards
              name="outcome"
              legend={t("moves.outcome")}
              columns={2}
              defaultValue={textOf(values, "outcome") ?? null}
              errors={fields.outcome}
              options={REVIEW_OUTCOMES.map((outcome) => ({
                value: outcome,
                label: t(`moves.outcomes.${outcome}`),
                description: t(`moves.outcomeText.${outcome}`),
              }))}
            />
            <TextArea
              name="note"
              id="review-note"
              label={t("moves.reviewNote")}
              maxLength={2000}
              {...refused("review")}
            />
            <FormActions>
              <SubmitButton name="move" value="review">
                {t("moves.reviewSubmit")}
              </SubmitButton>
            </FormActions>
          </Form>
        </Disclosure>
      ) : null}
      {may.revoke ? (
        <Disclosure summary={t("moves.revoke")} defaultOpen={move === "revoke"} boxed>
          <Form method="post" className="grid gap-3">
            <p>{t("moves.revokeText")}</p>
            <TextArea
              name="note"
              id="revocation-reason"
              label={t("moves.reason")}
              maxLength={2000}
              {...refused("revoke")}
            />
            <StepUpField stepUp={stepUpOf("revoke")} id="revocation-password" />
            <FormActions>
              <SubmitButton name="move" value="revoke" variant="danger">
                {t("moves.revokeSubmit")}
              </SubmitButton>
            </FormActions>
          </Form>
        </Disclosure>
      ) : null}
      {may.withdraw ? (
        <Disclosure summary={t("moves.withdraw")} defaultOpen={move === "withdraw"} boxed>
          <Form method="post" className="grid gap-3">
            <p>{t("moves.withdrawText")}</p>
            <TextArea
              name="note"
              id="withdrawal-note"
              label={t("moves.withdrawNote")}
              maxLength={2000}
              optional
              {...refused("withdraw")}
            />
            <FormActions>
              <SubmitButton name="move" value="withdraw" variant="danger">
                {t("moves.withdrawSubmit")}
              </SubmitButton>
            </FormActions>
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}
