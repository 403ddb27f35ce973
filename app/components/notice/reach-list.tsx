import { useTranslation } from "~/i18n/use-translation";
import { Panel } from "../panel";
import { ReachLinks } from "./reach-links";
import { useReachWords } from "./use-reach-words";

type ReachListProps = {
  noticeId: string;
  models: ReadonlyArray<{
    modelId: string;
    modelName: string;
    assetCount: number;
    zoneCount: number;
    conduitsAtRisk: ReadonlyArray<unknown>;
  }>;
};

/** In which models the assets stand that a notice is about, in numbers, each with the way to its drawing. */
export function ReachList({ noticeId, models }: ReachListProps) {
  const { t } = useTranslation("notice");
  const wordsOf = useReachWords();
  return (
    <Panel title={t("received.where")}>
      <ul className="grid gap-3">
        {models.map((model) => (
          <li key={model.modelId} className="flex flex-wrap items-center gap-2">
            <span className="grow">
              <strong>{model.modelName}</strong>: {wordsOf(model)}
            </span>
            <ReachLinks noticeId={noticeId} modelId={model.modelId} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
