import type { ReactNode } from "react";
import { Badge } from "~/components/badge";
import { DateText } from "~/components/date-text";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";
import { CommentForm, type CommentOutcome } from "./comment-form";
import { CommentPost, useCommentTransition } from "./comment-post";

type Said = { id: string; text: string; personName: string; at: string };
export type ShownThread = Said & {
  draftVersion: number;
  resolvedByName: string | null;
  resolvedAt: string | null;
  replies: ReadonlyArray<Said>;
};

type CommentThreadsProps = {
  threads: ReadonlyArray<ShownThread>;
  may: { comment: boolean; settle: boolean };
  outcome: CommentOutcome;
};

/** What people say, each thread with its answers, a way to answer and a way to settle it. */
export function CommentThreads({ threads, may, outcome }: CommentThreadsProps) {
  if (threads.length === 0) return null;
  return (
    <ul className="comments">
      {threads.map((thread) => (
        <li key={thread.id}>
          <Thread thread={thread} may={may} outcome={outcome} />
        </li>
      ))}
    </ul>
  );
}

function Thread({ thread, may, outcome }: { thread: ShownThread } & Omit<CommentThreadsProps, "threads">) {
  const { t } = useTranslation("review");
  const transition = useCommentTransition();
  const isResolved = thread.resolvedAt !== null;
  return (
    <div className={isResolved ? "comment-thread is-resolved" : "comment-thread"}>
      <Comment comment={thread}>
        <span className="text-muted text-sm">{t("comments.version", { version: thread.draftVersion })}</span>
      </Comment>
      {thread.replies.map((reply) => (
        <div key={reply.id} className="comment-reply">
          <Comment comment={reply} />
        </div>
      ))}
      {isResolved ? (
        <p className="comment-head text-sm">
          <Badge tone="success" icon="check">
            {t("comments.resolved")}
          </Badge>
          {thread.resolvedByName ? t("comments.resolvedBy", { name: thread.resolvedByName }) : null}
          {thread.resolvedAt ? <DateText value={thread.resolvedAt} time /> : null}
        </p>
      ) : null}
      <div className="comment-head">
        {may.settle ? (
          <CommentPost>
            <input type="hidden" name="intent" value={isResolved ? "reopen" : "resolve"} />
            <input type="hidden" name="commentId" value={thread.id} />
            <SubmitButton
              size="small"
              variant="regular"
              icon={isResolved ? "undo" : "check"}
              fetcher={transition}
            >
              {t(isResolved ? "comments.reopen" : "comments.resolve")}
            </SubmitButton>
          </CommentPost>
        ) : null}
        {may.comment && !isResolved ? (
          <CommentForm
            about={`reply-${thread.id}`}
            hidden={{ inReplyTo: thread.id }}
            summary={t("comments.reply")}
            label={t("comments.replyTo", { name: thread.personName })}
            outcome={outcome}
          />
        ) : null}
      </div>
    </div>
  );
}

function Comment({ comment, children }: { comment: Said; children?: ReactNode }) {
  return (
    <>
      <p className="comment-head">
        <strong>{comment.personName}</strong>
        <span className="text-muted text-sm">
          <DateText value={comment.at} time />
        </span>
        {children}
      </p>
      <p className="comment-text">{comment.text}</p>
    </>
  );
}
