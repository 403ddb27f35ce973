import { ButtonLink } from "~/components/button-link";
import { useTranslation } from "~/i18n/use-translation";
import type { DialogueTarget, ShownThread } from "./dialogue";
import { ThreadView } from "./thread-view";

type FindingQuestionsProps = {
  threads: ReadonlyArray<ShownThread>;
  otherName: string;
  target: DialogueTarget;
  /** Where a new one is asked; null where that cannot be. */
  askHref: string | null;
};

/** What both sides say about one finding, below it. */
export function FindingQuestions({ threads, otherName, target, askHref }: FindingQuestionsProps) {
  const { t } = useTranslation("dialogue");
  if (threads.length === 0 && askHref === null) return null;
  return (
    <div className="mt-2 grid gap-2">
      {threads.map((thread) => (
        <ThreadView key={thread.id} thread={thread} otherName={otherName} target={target} />
      ))}
      {askHref === null ? null : (
        <div className="print:hidden">
          <ButtonLink to={askHref} size="small" icon="question">
            {t("askFinding")}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
