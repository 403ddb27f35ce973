import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import type { CommentOutcome } from "~/components/review/comment-form";
import { CommentThreads } from "~/components/review/comment-threads";
import { ElementComments } from "~/components/review/element-comments";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import type { PickedElement } from "./choices";

type ElementTalkProps = { modelId: string; picked: PickedElement; outcome: CommentOutcome };

/** Who changed the element last, where it is drawn, and what people say of it. */
export function ElementTalk({ modelId, picked, outcome }: ElementTalkProps) {
  const { t } = useTranslation("table");
  const { element, facts, record } = picked;
  const { changed, threads, settled } = record;
  const may = { comment: record.mayComment, settle: record.maySettle };
  return (
    <section className="element-talk" aria-labelledby="element-comments">
      <p>
        {changed ? (
          <>
            {t("element.changed", { name: changed.personName })}
            <DateText value={changed.at} time />{" "}
          </>
        ) : null}
        <Link to={paths.modelHistory(modelId, { element: `${element.kind}:${element.id}` })}>
          {t("element.history")}
        </Link>{" "}
        <Link to={paths.model(modelId, { element: element.id })}>{t("element.onDiagram")}</Link>
      </p>
      <h3 id="element-comments" className="subsection-title">
        {t("element.comments")}
      </h3>
      <ElementComments
        element={{ ...element, name: facts.name }}
        threads={threads}
        may={may}
        outcome={outcome}
      />
      {settled.length > 0 ? (
        <Disclosure summary={t("review:comments.settled", { count: settled.length })}>
          <CommentThreads threads={settled} may={may} outcome={outcome} />
        </Disclosure>
      ) : null}
    </section>
  );
}
