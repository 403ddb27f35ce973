import { Form, PrefetchPageLinks, useFetcher } from "@remix-run/react";
import { useState } from "react";
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
          // What was just written is shown above: the next answer begins with an empty field.
          <ReplyForm key={messages.length} thread={thread} target={target} outcome={own} />
        ) : null}
      </div>
    </div>
  );
}

type ReplyFormProps = { thread: ShownThread; target: DialogueTarget; outcome: DialogueOutcome };

/** Works beside the page that it stands on, so that what was typed stays there where it cannot be sent or is refused. */
function ReplyForm({ thread: { id, isOwn }, target, outcome }: ReplyFormProps) {
  const { t } = useTranslation("dialogue");
  const fetcher = useFetcher<DialogueOutcome>();
  const told = fetcher.data ?? outcome;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Disclosure
      summary={t(isOwn ? "reply.more" : "reply.summary")}
      defaultOpen={outcome !== undefined}
      onOpen={() => setIsOpen(true)}
    >
      {/* The framework loads the page that a form is sent to, and this one anew where it cannot: then it is too late. */}
      {isOpen ? <PrefetchPageLinks page={target.action} /> : null}
      <fetcher.Form method="post" action={target.action} className="comment-form" preventScrollReset>
        <input type="hidden" name="intent" value="write" />
        <input type="hidden" name="threadId" value={id} />
        <input type="hidden" name="returnTo" value={target.returnTo} />
        <MessageField
          id={`answer-${id}`}
          label={t(isOwn ? "reply.labelMore" : "reply.label")}
          outcome={told}
        />
        <div>
          <SubmitButton fetcher={fetcher} size="small" variant="regular">
            {t("reply.submit")}
          </SubmitButton>
        </div>
      </fetcher.Form>
    </Disclosure>
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
