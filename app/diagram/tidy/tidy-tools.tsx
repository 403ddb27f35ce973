import type { RefObject } from "react";
import { Button } from "~/components/button";
import { childrenOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import { useTranslation } from "~/i18n/use-translation";
import type { CanvasHandle } from "../canvas-handle";
import type { EditorActions } from "../editor-actions";
import { type Selection, soleOf } from "../selection";
import { useTidy } from "./use-tidy";

type TidyToolsProps = {
  index: ZoneModelIndex;
  selection: Selection;
  canvas: RefObject<CanvasHandle | null>;
  actions: Pick<EditorActions, "commit">;
};

/** Layout on request: of the selected zone where it has sub-zones, else of everything. */
export function TidyTools({ index, selection, canvas, actions }: TidyToolsProps) {
  const { t } = useTranslation("overlay");
  const { state, start, cancel } = useTidy({
    ...{ index, commit: actions.commit },
    onDone: (zoneId) =>
      zoneId === null ? canvas.current?.fit() : canvas.current?.zoomTo([{ kind: "zone", id: zoneId }]),
  });
  const sole = soleOf(selection);
  const zone = sole?.kind === "zone" ? index.zoneById.get(sole.id) : undefined;
  const inside = zone && childrenOf(index, zone.id).length > 0 ? zone : undefined;
  const isRunning = state.kind === "running";
  return (
    <div className="tidy-tools">
      {isRunning ? (
        <Button icon="cross" onClick={cancel}>
          {t("tidy.cancel")}
        </Button>
      ) : (
        <Button
          icon="tidy"
          disabled={index.model.zones.length === 0}
          title={inside ? t("tidy.insideHint", { name: inside.name }) : t("tidy.allHint")}
          onClick={() => void start(inside?.id ?? null)}
        >
          {t(inside ? "tidy.inside" : "tidy.all")}
        </Button>
      )}
      {isRunning ? (
        <progress
          className="tidy-progress"
          max={state.zones}
          value={state.done}
          aria-label={t("tidy.progress")}
        />
      ) : null}
      {isRunning ? (
        // Not read out with every zone: the bar says it to whoever asks.
        <span aria-hidden>{t("tidy.share", { done: state.done, of: state.zones })}</span>
      ) : null}
      <span className="tidy-state" role="status">
        {state.kind === "idle" ? null : <TidyWords state={state} />}
      </span>
    </div>
  );
}

function TidyWords({ state }: { state: Exclude<ReturnType<typeof useTidy>["state"], { kind: "idle" }> }) {
  const { t } = useTranslation("overlay");
  switch (state.kind) {
    case "running":
      return t("tidy.running", { count: state.zones });
    case "done":
      return t("tidy.done", { count: state.moved });
    case "cancelled":
    case "failed":
    case "overtaken":
    case "unchanged":
      return t(`tidy.${state.kind}`);
  }
}
