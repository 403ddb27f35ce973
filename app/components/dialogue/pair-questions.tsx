import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "~/components/button-link";
import { Panel } from "~/components/panel";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { ShownDialogue } from "./dialogue";
import { FindingQuestions } from "./finding-questions";
import { ThreadList } from "./thread-list";

type PairDialogue = (ShownDialogue & { askable: ReadonlyArray<string> }) | null;

/** For the findings of an assessment: what was said about each, and where to ask. */
export function useFindingQuestions(
  dialogue: PairDialogue,
  declarationId: string,
): ((findingId: string) => ReactNode) | undefined {
  const { pathname } = useLocation();
  if (!dialogue) return undefined;
  const { requestId, threads, otherName, mayAsk, askable } = dialogue;
  const known = new Set(askable);
  const returnTo = `${pathname}?request=${encodeURIComponent(requestId)}`;
  return (findingId) => (
    <FindingQuestions
      threads={threads.filter((thread) => thread.findingId === findingId)}
      otherName={otherName}
      target={{ action: paths.requestQuestions(requestId), returnTo }}
      askHref={
        mayAsk && known.has(findingId)
          ? paths.requestQuestions(requestId, { finding: findingId, declaration: declarationId, returnTo })
          : null
      }
    />
  );
}

/** Questions about a request, but for those that stand below a finding of the page. */
export function DialoguePanel({
  dialogue,
  shownElsewhere = [],
}: {
  dialogue: ShownDialogue | null;
  shownElsewhere?: ReadonlyArray<string>;
}) {
  const { t } = useTranslation("dialogue");
  const { pathname } = useLocation();
  if (!dialogue)
    return (
      <Panel title={t("title")}>
        <p className="text-muted">{t("onAssessment.noRequest")}</p>
      </Panel>
    );
  const { requestId, threads, otherName, mayAsk } = dialogue;
  const others = threads.filter(({ findingId }) => findingId === null || !shownElsewhere.includes(findingId));
  const action = paths.requestQuestions(requestId);
  return (
    <Panel
      id="questions"
      title={t("title")}
      description={t("description", { other: otherName })}
      actions={
        mayAsk ? (
          <ButtonLink to={paths.requestQuestions(requestId, { returnTo: pathname })} icon="question">
            {t("ask")}
          </ButtonLink>
        ) : undefined
      }
    >
      {others.length > 0 ? (
        <ThreadList threads={others} otherName={otherName} target={{ action, returnTo: pathname }} />
      ) : (
        <p className="text-muted">{t("none")}</p>
      )}
    </Panel>
  );
}
