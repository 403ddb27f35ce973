import { Disclosure } from "~/components/disclosure";
import { Section } from "~/components/section";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { CommentForm, type CommentOutcome } from "./comment-form";
import { CommentThreads, type ShownThread } from "./comment-threads";
import { commentsIdOf } from "./element-comments";

export type ElementThread = ShownThread & { element: ElementRef | null; elementName: string };

type CommentSectionProps = {
  /** Open threads that stand beside no row of the page. */
  threads: ReadonlyArray<ElementThread>;
  openCount: number;
  settled: ReadonlyArray<ElementThread>;
  may: { comment: boolean; settle: boolean };
  outcome: CommentOutcome;
};

/** What is said of the model as a whole and of elements that show no difference; what is settled, when asked for. */
export function CommentSection({ threads, openCount, settled, may, outcome }: CommentSectionProps) {
  const { t } = useTranslation("review");
  const ofModel = threads.filter(({ element }) => element === null);
  const others = threads.filter(({ element }) => element !== null);
  return (
    <Section
      id="comments"
      title={t("comments.titleOpen", { count: openCount })}
      description={t("comments.text")}
    >
      <div className="comments">
        <CommentThreads threads={ofModel} may={may} outcome={outcome} />
        {may.comment ? (
          <CommentForm
            about="model"
            hidden={{}}
            summary={t("comments.addOn", { name: t("comments.ofModel") })}
            label={t("comments.labelOn", { name: t("comments.ofModel") })}
            outcome={outcome}
          />
        ) : null}
        {others.length > 0 ? (
          <>
            <h3 className="subsection-title">{t("comments.others")}</h3>
            <Elements threads={others} may={may} outcome={outcome} />
          </>
        ) : null}
        {settled.length > 0 ? (
          <Disclosure summary={t("comments.settled", { count: settled.length })}>
            <Elements threads={settled} may={may} outcome={outcome} />
          </Disclosure>
        ) : null}
      </div>
    </Section>
  );
}

type ElementsProps = Pick<CommentSectionProps, "threads" | "may" | "outcome">;

function Elements({ threads, ...rest }: ElementsProps) {
  const { t } = useTranslation("review");
  return (
    <ul className="comments">
      {threads.map((thread) => (
        <li
          key={thread.id}
          id={
            thread.element && thread.resolvedAt === null
              ? commentsIdOf(thread.element.kind, thread.element.id)
              : undefined
          }
          className="row-anchor"
        >
          <p>
            {thread.element ? (
              <>
                {thread.elementName} <span className="text-muted">{t(`common:${thread.element.kind}`)}</span>
              </>
            ) : (
              t("comments.ofModel")
            )}
          </p>
          <CommentThreads threads={[thread]} {...rest} />
        </li>
      ))}
    </ul>
  );
}
