import { Form } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import { SubmitButton } from "~/components/submit-button";
import type { Tone } from "~/components/tone";
import type { ThreadState } from "~/domain/dialogue/dialogue";
import { useTranslation } from "~/i18n/use-translation";
import type { DialogueOutcome, DialogueTarget, ShownThread } from "./dialogue";
import { MessageField } from "./message-field";

const STATE_TONES = {
  open: "warning",
  answered: "info",
  settled: "success",
} as const satisfies Record<ThreadState, Tone>;

type ThreadViewProps = {
  thread: ShownThread;
  otherName: string;
  target: DialogueTarget;
  outcome?: DialogueOutcome;
};

/** One question with what was said to it, and what this side can do now. */
export function ThreadView({ thread, otherName, target, outcome }: ThreadViewProps) {
  const { t } = useTranslation("dialogue");
  const { id, state, isOwn, duty, messages, may } = thread;
  const own = outcome?.about === id ? outcome : undefined;
  const isAnswer = !isOwn;
  return (
    <div
      id={`question-${id}`}
      className={state === "settled" ? "comment-thread is-resolved" : "comment-thread"}
    >
      <p className="comment-head">
        <Badge tone={STATE_TONES[state]}>{t(`state.${state}`)}</Badge>
        <span className="text-muted text-sm">
          {isOwn ? t("asked") : t("askedByOther", { other: otherName })}
        </span>
        {duty ? <strong className="text-sm">{t(`duty.${duty}`)}</strong> : null}
      </p>
      {messages.map((message) => (
        <div key={message.number} className={message.number > 1 ? "comment-reply" : undefined}>
          <p className="comment-head">
            <strong>{message.author}</strong>
            <span className="text-muted text-sm">
              <DateText value={message.at} time />
            </span>
          </p>
          <p className="comment-text">{message.text}</p>
        </div>
      ))}
      <div className="comment-head print:hidden">
        {may.settle ? <MoveForm thread={thread} target={target} intent="settle" /> : null}
        {may.reopen ? <MoveForm thread={thread} target={target} intent="reopen" /> : null}
        {may.write ? (
          <Disclosure summary={t(isAnswer ? "reply.summary" : "reply.more")} defaultOpen={own !== undefined}>
            <Form method="post" action={target.action} className="comment-form" preventScrollReset>
              <input type="hidden" name="intent" value="write" />
              <input type="hidden" name="threadId" value={id} />
              <input type="hidden" name="returnTo" value={target.returnTo} />
              <MessageField
                id={`answer-${id}`}
                label={t(isAnswer ? "reply.label" : "reply.labelMore")}
                outcome={own}
              />
              <div>
                <SubmitButton size="small" variant="regular">
                  {t("reply.submit")}
                </SubmitButton>
              </div>
            </Form>
          </Disclosure>
        ) : null}
      </div>
    </div>
  );
}

type MoveFormProps = { thread: ShownThread; target: DialogueTarget; intent: "settle" | "reopen" };

function MoveForm({ thread, target, intent }: MoveFormProps) {
  const { t } = useTranslation("dialogue");
  return (
    <Form method="post" action={target.action} preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="threadId" value={thread.id} />
      <input type="hidden" name="returnTo" value={target.returnTo} />
      <SubmitButton size="small" variant="regular" icon={intent === "settle" ? "check" : "undo"}>
        {t(intent)}
      </SubmitButton>
    </Form>
  );
}
