import { ChartShape, type Look } from "./chart-shape";
import { stack, ticksUpTo } from "./geometry";

const HEIGHT = 96;
const PITCH = 26;
const WIDTH = 18;
/** Room for the numbers of the scale. */
const LEFT = 28;
const TOP = 6;
const BOTTOM = 16;
const THINNEST = 2;
const MOST_TICKS = 3;

export type Column<Key extends string> = {
  id: string;
  /** Below the column; empty where there is no room. */
  name: string;
  /** The words shown on hover. */
  described: string;
  parts: ReadonlyArray<{ key: Key; count: number }>;
};

type StackedColumnsProps<Key extends string> = {
  label: string;
  columns: ReadonlyArray<Column<Key>>;
  looks: Readonly<Record<Key, Look>>;
  /** The same for charts that are compared. */
  highest: number;
};

/** Parts over time, one column a day. The numbers themselves stand in the table behind it. */
export function StackedColumns<Key extends string>(props: StackedColumnsProps<Key>) {
  const { label, columns, looks, highest } = props;
  const ticks = ticksUpTo(highest, MOST_TICKS);
  const whole = ticks.at(-1) ?? 1;
  const width = LEFT + PITCH * columns.length;
  const bottom = TOP + HEIGHT;
  return (
    <svg
      className="chart-columns"
      width={width}
      height={bottom + BOTTOM}
      viewBox={`0 0 ${width} ${bottom + BOTTOM}`}
      role="img"
      aria-label={`${label}. ${columns.map(({ described }) => described).join("; ")}`}
      focusable="false"
    >
      {ticks.map((tick) => {
        const y = bottom - (tick / whole) * HEIGHT;
        return (
          <g key={tick}>
            <path d={`M${LEFT - 4} ${y}H${width}`} stroke="var(--line)" />
            <text x={LEFT - 7} y={y + 3.5} textAnchor="end" fontSize={10} fill="var(--muted)">
              {tick}
            </text>
          </g>
        );
      })}
      {columns.map(({ id, name, described, parts }, place) => {
        const x = LEFT + place * PITCH + (PITCH - WIDTH) / 2;
        return (
          <g key={id}>
            <title>{described}</title>
            {stack(parts, { whole, length: HEIGHT, least: THINNEST }).map(({ key, start, length }) => (
              <ChartShape
                key={key}
                look={looks[key]}
                x={x}
                y={bottom - start - length + 0.5}
                width={WIDTH}
                height={Math.max(0, length - 1)}
              />
            ))}
            <text x={x + WIDTH / 2} y={bottom + 12} textAnchor="middle" fontSize={9} fill="var(--muted)">
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
