import { useEffect, useRef } from "react";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import { Link } from "~/components/link";
import { CommentPostingProvider } from "~/components/review/comment-post";
import { CommentThreads } from "~/components/review/comment-threads";
import { commentsIdOf, ElementComments } from "~/components/review/element-comments";
import { nameOfElement } from "~/domain/zone-model/change-sentences";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { ZoneModelEditor } from "../editing/use-zone-model-editor";
import { useElementRecord } from "./use-element-record";

type ElementRecordProps = { modelId: string; element: ElementRef; editor: ZoneModelEditor };

/** Who changed the selected element last, and what people say of it, to be answered here. */
export function ElementRecord({ modelId, element, editor }: ElementRecordProps) {
  const { t } = useTranslation("review");
  const { record, hasFailed, outcome, sent, posting } = useElementRecord(modelId, element, editor);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The form that had the focus is an empty one now.
    if (sent > 0) heading.current?.focus();
  }, [sent]);
  const { kind, id } = element;
  const may = { comment: record?.mayComment ?? false, settle: record?.maySettle ?? false };
  const refusal = outcome?.about === "" && outcome.refusal.code !== "invalid-input" ? outcome.refusal : null;
  return (
    <>
      <section className="panel-section">
        <p className="panel-changed">
          {record ? <LastChange changed={record.changed} /> : null}
          <Link to={paths.modelHistory(modelId, { element: `${kind}:${id}` })}>
            {t("editing:history.ofElement")}
          </Link>
        </p>
      </section>
      <section className="panel-section">
        <h3 ref={heading} tabIndex={-1} className="subsection-title">
          {t("comments.panel")}
        </h3>
        <p className="editor-none" role="status">
          {record
            ? sent > 0
              ? t("comments.sent")
              : null
            : t(hasFailed ? "comments.panelFailed" : "comments.panelLoading")}
        </p>
        {refusal ? (
          <Callout tone="danger" live>
            {t(`comments.refusal.${refusal.code}`)}
          </Callout>
        ) : null}
        {record ? (
          <CommentPostingProvider value={posting}>
            {record.threads.length === 0 ? <p className="editor-none">{t("comments.panelNone")}</p> : null}
            <ElementComments
              key={sent}
              element={{ ...element, name: nameOfElement(element, editor.index) }}
              threads={record.threads}
              may={may}
              outcome={outcome}
            />
            {record.settled.length > 0 ? (
              <Disclosure summary={t("comments.settled", { count: record.settled.length })}>
                <CommentThreads threads={record.settled} may={may} outcome={outcome} />
              </Disclosure>
            ) : null}
          </CommentPostingProvider>
        ) : null}
        <p>
          <Link
            to={`${paths.review(modelId)}#${record?.threads.length ? commentsIdOf(kind, id) : "comments"}`}
          >
            {t("comments.showAll")}
          </Link>
        </p>
      </section>
    </>
  );
}

type Changed = { personName: string; at: string } | null;

function LastChange({ changed }: { changed: Changed }) {
  const { t } = useTranslation("editing");
  if (!changed) return <span>{t("history.changedLong")}</span>;
  return (
    <span>
      {t("history.changedBy", { name: changed.personName })} <DateText value={changed.at} time />
    </span>
  );
}
