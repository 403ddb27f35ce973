import { useSearchParams } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { EmptyState } from "~/components/empty-state";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import type { Message } from "~/domain/assessment/assessment";
import type { Side } from "~/domain/dialogue/dialogue";
import { useTranslation } from "~/i18n/use-translation";
import { AskForm } from "./ask-form";
import type { DialogueOutcome, ShownDialogue } from "./dialogue";
import { ThreadList } from "./thread-list";

type QuestionsPageProps = {
  side: Side;
  subject: string;
  dialogue: ShownDialogue;
  about: { findingId: string; declarationId: string; reason: Message } | null;
  isUnknownFinding: boolean;
  outcome: DialogueOutcome;
  /** Where the request itself stands, and where this page does. */
  requestPath: string;
  action: string;
};

/** Everything that was asked about a request, and the form for a new question. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { side, subject, dialogue, about, isUnknownFinding, outcome, requestPath, action } = props;
  const { t } = useTranslation("dialogue");
  const [search] = useSearchParams();
  const { threads, otherName, mayAsk, isClosed } = dialogue;
  const other = { other: otherName };
  return (
    <Page
      title={t("pageTitle", { subject })}
      description={t("description", other)}
      breadcrumb={[{ label: subject, to: requestPath }]}
    >
      {isClosed ? <Callout tone="info">{t("closed")}</Callout> : null}
      {isUnknownFinding ? <Callout tone="warning">{t("unknownFinding")}</Callout> : null}
      {mayAsk ? (
        <Panel title={t("form.title")}>
          <AskForm
            target={{ action, returnTo: search.get("returnTo") ?? "" }}
            about={about}
            hint={t(side === "hospital" ? "form.hint" : "form.hintSupplier", other)}
            outcome={outcome}
          />
        </Panel>
      ) : null}
      <Panel title={t("all")}>
        {threads.length === 0 ? (
          <EmptyState icon="question" title={t("none")}>
            {t("noneText")}
          </EmptyState>
        ) : (
          <ThreadList
            threads={threads}
            otherName={otherName}
            target={{ action, returnTo: action }}
            outcome={outcome}
          />
        )}
      </Panel>
    </Page>
  );
}
