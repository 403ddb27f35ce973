import { SCREEN_COLOURS, type StripColours } from "./level-strip-colours";
import {
  levelStripColumns,
  outlinePaths,
  type StripColumn,
  type StripShape,
  type StripSize,
  type StripVectors,
  stripBodyHeight,
  stripMeasures,
  stripShapes,
} from "./level-strip-geometry";

/** Heavier than the target: a gap shows without colour too. */
const GAP_STROKES: Readonly<Record<StripSize, number>> = { small: 1.75, regular: 2, large: 2.5 };

type LevelStripGraphicProps = StripVectors & {
  x?: number;
  y?: number;
  size?: StripSize;
  labels?: boolean;
  /** Fixed colours where no style sheet reaches: exported pictures and documents. */
  colours?: StripColours;
  /** The words shown on hover over a column. */
  describe?: (column: StripColumn) => string;
};

/** The drawing of the level strip, for use inside another picture. Attributes only: no style, no ids. */
export function LevelStripGraphic(props: LevelStripGraphicProps) {
  const { target, reached, withCountermeasures, x = 0, y = 0, size = "regular", labels = false } = props;
  const colours = props.colours ?? SCREEN_COLOURS;
  const columns = levelStripColumns({ target, reached, withCountermeasures }, size, labels);
  const outlines = columns.map(outlinePaths);
  const met = outlines.map((outline) => outline.met).join("");
  const gap = outlines.map((outline) => outline.gap).join("");
  const drawn = (
    <>
      {stripShapes(columns, size).map((shape) => (
        <Shape key={`${shape.kind}${shape.level}`} shape={shape} colours={colours} size={size} />
      ))}
      {met ? <path d={met} fill="none" stroke={colours.target} strokeWidth={1} /> : null}
      {gap ? <path d={gap} fill="none" stroke={colours.gap} strokeWidth={GAP_STROKES[size]} /> : null}
      {labels || props.describe
        ? columns.map((column) => (
            <ColumnWords
              key={column.foundationalRequirement}
              column={column}
              describe={props.describe}
              size={size}
              labels={labels}
              colour={colours.text}
            />
          ))
        : null}
    </>
  );
  // Hundreds of cells draw it where it begins: an element less for each.
  return x === 0 && y === 0 ? drawn : <g transform={`translate(${x} ${y})`}>{drawn}</g>;
}

function Shape({ shape, colours, size }: { shape: StripShape; colours: StripColours; size: StripSize }) {
  const { kind, level, d } = shape;
  switch (kind) {
    case "reached":
      return <path d={d} fill={colours.levels[level]} />;
    case "with-countermeasures":
      return (
        <path d={d} stroke={colours.levels[level]} strokeWidth={size === "small" ? 1 : 1.25} fill="none" />
      );
    case "gap":
    case "demanded":
      return <path d={d} fill={colours.empty} />;
    case "beyond":
      return <path d={d} fill={colours.beyond} />;
  }
}

type ColumnWordsProps = {
  column: StripColumn;
  describe: ((column: StripColumn) => string) | undefined;
  size: StripSize;
  labels: boolean;
  colour: string;
};

/** Hover text over the column and, where asked for, abbreviation and numbers below it. */
function ColumnWords({ column, describe, size, labels, colour }: ColumnWordsProps) {
  const { pitch, fontSize } = stripMeasures(size, labels);
  const bodyHeight = stripBodyHeight(size, labels);
  const middle = column.x + column.width / 2;
  return (
    <g>
      {describe ? <title>{describe(column)}</title> : null}
      {describe ? (
        <rect x={middle - pitch / 2} y={0} width={pitch} height={bodyHeight} fill="transparent" />
      ) : null}
      {labels ? (
        <text x={middle} y={bodyHeight + fontSize} textAnchor="middle" fontSize={fontSize} fill={colour}>
          {column.foundationalRequirement}
        </text>
      ) : null}
      {labels && size === "large" ? (
        <text
          x={middle}
          y={bodyHeight + fontSize * 2.3}
          textAnchor="middle"
          fontSize={fontSize}
          fontWeight={600}
          fill={colour}
        >
          {toNumbers(column)}
        </text>
      ) : null}
    </g>
  );
}

/** `2/3`: reached of target. */
function toNumbers({ target, reached, withCountermeasures }: StripColumn): string {
  const achieved = reached ?? withCountermeasures;
  if (achieved === null) return target === null ? "–" : String(target);
  return target === null ? String(achieved) : `${achieved}/${target}`;
}
