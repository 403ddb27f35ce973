import { useMessage } from "~/components/procurement/use-message";
import { useTranslation } from "~/i18n/use-translation";
import type { DialogueOutcome, DialogueTarget, ShownThread } from "./dialogue";
import { ThreadView } from "./thread-view";

type ThreadListProps = {
  threads: ReadonlyArray<ShownThread>;
  otherName: string;
  target: DialogueTarget;
  outcome?: DialogueOutcome;
};

/** Questions one below the other, each under what it is about. */
export function ThreadList({ threads, otherName, target, outcome }: ThreadListProps) {
  const { t } = useTranslation("dialogue");
  const write = useMessage();
  return (
    <ul className="comments">
      {threads.map((thread) => (
        <li key={thread.id} className="grid gap-1">
          <p className="font-semibold">
            {thread.findingId === null
              ? t("aboutRequest")
              : thread.about
                ? write(thread.about)
                : t("goneFinding", { finding: thread.findingId })}
          </p>
          <ThreadView thread={thread} otherName={otherName} target={target} outcome={outcome} />
        </li>
      ))}
    </ul>
  );
}
