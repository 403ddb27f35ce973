import { EmptyState } from "~/components/empty-state";
import { LevelStripLegend } from "~/components/level-strip-legend";
import { Link } from "~/components/link";
import { AssetTable } from "~/components/model/asset-table";
import { ConduitTable } from "~/components/model/conduit-table";
import { ZoneTable } from "~/components/model/zone-table";
import { Section } from "~/components/section";
import { useTranslation } from "~/i18n/use-translation";
import { DifferenceDrawing, useDrawingWords } from "../drawing/difference-drawing";
import type { Drawing } from "../drawing/drawing";
import { DrawingSvg } from "../drawing/drawing-svg";
import { shapesOf } from "../drawing/shapes";
import type { StateView, StateWay } from "./state-view";

export type StateTables = {
  zones: Parameters<typeof ZoneTable>[0]["zones"];
  conduits: Parameters<typeof ConduitTable>[0]["conduits"];
  assets: Parameters<typeof AssetTable>[0]["assets"];
};

type StateSectionProps = {
  modelId: string;
  /** What the state is called. */
  name: string;
  view: StateView<StateTables>;
  /** The page with this way of looking at it. */
  pathOf(way: StateWay): string;
};

/** A state of the past, read-only: as a drawing, held against the draft, or as tables. */
export function StateSection({ modelId, name, view, pathOf }: StateSectionProps) {
  const { t } = useTranslation("editing");
  return (
    <>
      <nav aria-label={t("history.as.label")} className="chips">
        <ul>
          {view.ways.map((way) => (
            <li key={way}>
              <Link
                to={pathOf(way)}
                preventScrollReset
                className="chip"
                aria-current={way === view.as ? "true" : undefined}
              >
                {t(`history.as.${way}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {view.as === "tables" ? (
        <Tables modelId={modelId} tables={view.tables} />
      ) : (
        <Section
          title={t(`history.as.${view.as}`)}
          description={t(`history.as.${view.as}Text`)}
          actions={<LevelStripLegend />}
        >
          {view.as === "changes" ? (
            <DifferenceDrawing
              drawing={view.drawing}
              from={t("review:compare.state.draft")}
              to={name}
              rowsAt={pathOf("changes")}
            />
          ) : (
            <StillDrawing drawing={view.drawing} name={name} />
          )}
        </Section>
      )}
    </>
  );
}

function StillDrawing({ drawing, name }: { drawing: Drawing; name: string }) {
  const { t } = useTranslation("editing");
  const words = useDrawingWords();
  if (drawing.zones.length === 0)
    return (
      <EmptyState title={t("history.as.empty")} icon="zone">
        {t("history.start")}
      </EmptyState>
    );
  return (
    <section
      className="drawing-region table-region"
      aria-label={t("review:drawing.region")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      <DrawingSvg
        bounds={drawing.bounds}
        shapes={shapesOf(drawing, { words, labels: true })}
        label={t("history.as.drawingOf", { name })}
      />
    </section>
  );
}

function Tables({ modelId, tables: { zones, conduits, assets } }: { modelId: string; tables: StateTables }) {
  const { t } = useTranslation("model");
  return (
    <>
      <Section title={t("table.zones", { count: zones.length })} actions={<LevelStripLegend />}>
        <ZoneTable modelId={modelId} zones={zones} />
      </Section>
      <Section title={t("table.conduits", { count: conduits.length })}>
        <ConduitTable modelId={modelId} conduits={conduits} />
      </Section>
      <Section title={t("table.assets", { count: assets.length })}>
        <AssetTable modelId={modelId} assets={assets} />
      </Section>
    </>
  );
}
