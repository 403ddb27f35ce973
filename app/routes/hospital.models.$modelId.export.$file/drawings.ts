import { drawModel } from "~/diagram/drawing/drawing";
import { shapesOf } from "~/diagram/drawing/shapes";
import { drawSheet } from "~/diagram/drawing/sheet";
import { toSvgText } from "~/diagram/drawing/svg-text";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import type { DocumentFacts, ReportWords } from "~/reports/report-facts";
import { stateRows } from "~/reports/sections/system";

type Svg = { svg: string; width: number; height: number };

/** Zones and conduits alone: inside a report, the legend is its text. */
export function plainDrawing({ content, modelName }: DocumentFacts, words: ReportWords): Svg {
  const drawing = drawModel(content);
  const shapes = shapesOf(drawing, { words: drawingWords(words), labels: true });
  const { width, height } = drawing.bounds;
  return { svg: toSvgText(drawing.bounds, shapes, modelName), width, height };
}

/** Everything with its assets, legend and title block. */
export function wholeSheet(facts: DocumentFacts, words: ReportWords): Svg {
  const { t, day } = words;
  const rows = [
    [t("cover.hospital"), facts.hospitalName],
    [t("cover.site"), facts.siteName],
    ...stateRows(facts, words),
    [t("cover.date"), day(facts.asOf)],
    [t("cover.fingerprint"), facts.fingerprint],
  ];
  const { bounds, shapes } = drawSheet(
    drawModel(facts.content, { tiles: true }),
    {
      title: facts.modelName,
      facts: rows.flatMap(([label, value]) => (label && value ? [{ label, value }] : [])),
      legend: {
        title: t("sheet.legend"),
        zone: t("sheet.zone"),
        outside: t("sheet.outside"),
        wired: t("sheet.wired"),
        wireless: t("sheet.wireless"),
        remote: t("sheet.remote"),
        temporary: t("sheet.temporary"),
        strip: t("sheet.strip", { frs: FOUNDATIONAL_REQUIREMENTS.join(", ") }),
      },
    },
    { words: drawingWords(words), labels: true },
  );
  return { svg: toSvgText(bounds, shapes, facts.modelName), width: bounds.width, height: bounds.height };
}

function drawingWords({ t }: ReportWords) {
  return {
    mark: () => "",
    assets: (count: number) => t("review:drawing.assets", { count }),
    assetChanges: () => "",
  };
}
