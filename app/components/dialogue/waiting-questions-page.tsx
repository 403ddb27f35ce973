import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { useTranslation } from "~/i18n/use-translation";
import { type WaitingQuestion, WaitingQuestions } from "./waiting-questions";

type WaitingQuestionsPageProps = {
  questions: ReadonlyArray<WaitingQuestion>;
  isCut: boolean;
  toRequest: (requestId: string) => string;
};

/** The page of all questions that wait for one side. */
export function WaitingQuestionsPage({ questions, isCut, toRequest }: WaitingQuestionsPageProps) {
  const { t } = useTranslation("dialogue");
  return (
    <Page
      title={t("list.title")}
      description={isCut ? t("list.more", { count: questions.length }) : t("list.noneText")}
    >
      <Panel flush>
        <WaitingQuestions questions={questions} toRequest={toRequest} />
      </Panel>
    </Page>
  );
}
