import { memo, useCallback, useMemo, useRef } from "react";
import { Icon } from "~/components/icon";
import { LevelStrip } from "~/components/level-strip";
import { Link } from "~/components/link";
import { indentOf } from "~/components/model/indent";
import { Panel } from "~/components/panel";
import { assetsIn, depthOf, type ZoneModelIndex, zonesOutsideIn } from "~/domain/zone-model/queries";
import type { ModelFinding, RuleSeverity } from "~/domain/zone-model/rules/rule";
import type { ElementRef, Zone } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { EditorActions } from "./editor-actions";
import { marksOf } from "./marks";
import { VisitorMark } from "./presence/visitors";
import { SEVERITY_ICONS } from "./severity";

type ZoneOutlineProps = {
  index: ZoneModelIndex;
  findings: ReadonlyArray<ModelFinding>;
  selected: ElementRef | null;
  actions: Pick<EditorActions, "show">;
  modelId: string;
};

/** All zones as a list, those in collapsed ones too: the way through the model for the keyboard, for screen readers and without JavaScript. */
export function ZoneOutline({ index, findings, selected, actions, modelId }: ZoneOutlineProps) {
  const { t } = useTranslation("diagram");
  const marks = useMemo(() => marksOf(findings), [findings]);
  const zones = useMemo(() => zonesOutsideIn(index), [index]);
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
      {zones.length === 0 ? <p className="editor-none">{t("outline.empty")}</p> : null}
      <ul className="zone-outline">
        {zones.map((zone) => (
          <OutlineRow
            key={zone.id}
            zone={zone}
            assetCount={assetsIn(index, zone.id).length}
            worst={marks.zone.get(zone.id)?.worst ?? null}
            depth={depthOf(index, zone.id)}
            isSelected={selected?.kind === "zone" && selected.id === zone.id}
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
  zone: Zone;
  assetCount: number;
  worst: RuleSeverity | null;
  depth: number;
  isSelected: boolean;
  onPick(zoneId: string): void;
};

/** Draws again only when its zone changes: a large hospital has hundreds of them. */
const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { zone, assetCount, worst, depth, isSelected, onPick } = props;
  const { t } = useTranslation("diagram");
  return (
    <li>
      <button
        type="button"
        className="outline-pick"
        aria-current={isSelected ? "true" : undefined}
        onClick={() => onPick(zone.id)}
      >
        <span className={indentOf(depth)}>{zone.name}</span>
        <VisitorMark kind="zone" id={zone.id} />
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
