import { PAPER_COLOURS } from "~/components/level-strip-colours";
import {
  levelStripColumns,
  levelStripSize,
  outlinePaths,
  type StripShape,
  type StripVectors,
  stripBodyHeight,
  stripShapes,
} from "~/components/level-strip-geometry";

/** The level strip as an SVG of its own in the colours of paper: attributes only, as the writers of documents read it. */
export function stripDrawing(vectors: StripVectors): { svg: string; width: number; height: number } {
  const { width, height } = levelStripSize("regular", true);
  const columns = levelStripColumns(vectors, "regular", true);
  const cells = stripShapes(columns, "regular").map(toPath);
  const outlines = columns.map(outlinePaths);
  const [met, gap] = [outlines.map((one) => one.met).join(""), outlines.map((one) => one.gap).join("")];
  const labels = columns.map(
    ({ foundationalRequirement, x, width: wide }) =>
      `<text x="${x + wide / 2}" y="${stripBodyHeight("regular", true) + 10.5}" text-anchor="middle" font-size="10" fill="${PAPER_COLOURS.text}">${foundationalRequirement}</text>`,
  );
  const drawn = [
    ...cells,
    ...(met ? [`<path d="${met}" fill="none" stroke="${PAPER_COLOURS.target}" stroke-width="1"/>`] : []),
    ...(gap ? [`<path d="${gap}" fill="none" stroke="${PAPER_COLOURS.gap}" stroke-width="2"/>`] : []),
    ...labels,
  ];
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${drawn.join("")}</svg>`,
    width,
    height,
  };
}

function toPath({ kind, level, d }: StripShape): string {
  const colour = PAPER_COLOURS.levels[level];
  switch (kind) {
    case "reached":
      return `<path d="${d}" fill="${colour}"/>`;
    case "with-countermeasures":
      return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="1.25"/>`;
    case "gap":
    case "demanded":
      return `<path d="${d}" fill="${PAPER_COLOURS.empty}"/>`;
    case "beyond":
      return `<path d="${d}" fill="${PAPER_COLOURS.beyond}"/>`;
  }
}
