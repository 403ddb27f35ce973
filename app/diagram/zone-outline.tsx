import { Link } from "@remix-run/react";
import { memo, useCallback, useRef } from "react";
import { Icon } from "~/components/icon";
import { LevelStrip } from "~/components/level-strip";
import { indentOf } from "~/components/model/indent";
import { Panel } from "~/components/panel";
import { assetsIn, depthOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { EditorActions } from "./editor-actions";
import { SEVERITY_ICONS } from "./severity";
import type { Flow, ZoneNodeContent } from "./to-flow";

type ZoneOutlineProps = {
  index: ZoneModelIndex;
  flow: Flow;
  selected: ElementRef | null;
  actions: Pick<EditorActions, "show">;
  modelId: string;
};

/** The zones as a list: the way through the model for the keyboard, for screen readers and without JavaScript. */
export function ZoneOutline({ index, flow, selected, actions, modelId }: ZoneOutlineProps) {
  const { t } = useTranslation("diagram");
  const stray = assetsIn(index, null);
  const latest = useRef(actions);
  latest.current = actions;
  const onPick = useCallback((id: string) => latest.current.show({ kind: "zone", id }), []);
  return (
    <Panel
      title={t("outline.title")}
      id="outline"
      actions={<Link to={paths.modelTable(modelId)}>{t("openTable")}</Link>}
    >
      {flow.nodes.length === 0 ? <p className="editor-none">{t("outline.empty")}</p> : null}
      <ul className="zone-outline">
        {flow.nodes.map(({ id, data }) => (
          <OutlineRow
            key={id}
            content={data}
            depth={depthOf(index, id)}
            isSelected={selected?.kind === "zone" && selected.id === id}
            onPick={onPick}
          />
        ))}
      </ul>
      {stray.length > 0 ? (
        <>
          <p className="outline-heading">{t("outline.noZone")}</p>
          <ul className="zone-outline">
            {stray.map(({ id, name }) => (
              <li key={id}>
                <button
                  type="button"
                  className="outline-pick"
                  aria-current={selected?.kind === "asset" && selected.id === id ? "true" : undefined}
                  onClick={() => actions.show({ kind: "asset", id })}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  );
}

type OutlineRowProps = {
  content: ZoneNodeContent;
  depth: number;
  isSelected: boolean;
  onPick(zoneId: string): void;
};

/** Draws again only when its zone changes: a large hospital has hundreds of them. */
const OutlineRow = memo(function OutlineRow({ content, depth, isSelected, onPick }: OutlineRowProps) {
  const { t } = useTranslation("diagram");
  const { zone, assetCount, worst } = content;
  return (
    <li>
      <button
        type="button"
        className="outline-pick"
        aria-current={isSelected ? "true" : undefined}
        onClick={() => onPick(zone.id)}
      >
        <span className={indentOf(depth)}>{zone.name}</span>
        <span className="outline-facts">
          {worst ? (
            <span className={`mark-${worst}`}>
              <Icon name={SEVERITY_ICONS[worst]} />
            </span>
          ) : null}
          <span>{t("zone.assets", { count: assetCount })}</span>
          <LevelStrip target={zone.slTarget} size="small" />
        </span>
      </button>
    </li>
  );
});
