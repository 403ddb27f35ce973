import type { ElementKind } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { CommentForm, type CommentOutcome } from "./comment-form";
import { CommentThreads, type ShownThread } from "./comment-threads";

type ElementCommentsProps = {
  element: { kind: ElementKind; id: string; name: string };
  threads: ReadonlyArray<ShownThread>;
  may: { comment: boolean; settle: boolean };
  outcome: CommentOutcome;
};

/** Where the panel of the diagram leads. */
export function commentsIdOf(kind: ElementKind, id: string): string {
  return `comments-${kind}-${id}`;
}

/** What is said of one element, beside it, and a form to say something. */
export function ElementComments({ element, threads, may, outcome }: ElementCommentsProps) {
  const { t } = useTranslation("review");
  const { kind, id, name } = element;
  return (
    <div id={commentsIdOf(kind, id)} className="comments row-anchor">
      <CommentThreads threads={threads} may={may} outcome={outcome} />
      {may.comment ? (
        <CommentForm
          about={`${kind}-${id}`}
          hidden={{ "element.kind": kind, "element.id": id }}
          summary={t("comments.add")}
          label={t("comments.labelOn", { name })}
          outcome={outcome}
        />
      ) : null}
    </div>
  );
}
