import { Link } from "../link";
import { ChartShape, ChartSwatch, type Look } from "./chart-shape";
import { stack } from "./geometry";

/** Pixels of the drawing; it is as wide as its place. */
const LENGTH = 600;
const HEIGHT = 18;
const THINNEST = 4;

export type ShownPart<Key extends string> = {
  key: Key;
  count: number;
  label: string;
  look: Look;
  /** The list that the number was counted from. */
  to: string;
};

type StackedBarProps<Key extends string> = {
  /** What the bar is of, first words for screen readers. */
  label: string;
  parts: ReadonlyArray<ShownPart<Key>>;
  /** What a full bar stands for: the same for bars that are compared. */
  whole: number;
};

/** A bar of parts with its numbers below: each names its part, shows how it is drawn and opens its list. */
export function StackedBar<Key extends string>({ label, parts, whole }: StackedBarProps<Key>) {
  const looks = new Map(parts.map(({ key, look }) => [key, look]));
  const described = parts.map((part) => `${part.label} ${part.count}`).join(", ");
  return (
    <div className="chart">
      <svg
        className="chart-bar"
        viewBox={`0 0 ${LENGTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${described}`}
        focusable="false"
      >
        <rect width={LENGTH} height={HEIGHT} fill="var(--sunken)" />
        {stack(parts, { whole, length: LENGTH, least: THINNEST }).map(({ key, start, length }) => {
          const look = looks.get(key);
          const inner = { x: start + 0.5, y: 0.5, width: Math.max(0, length - 1), height: HEIGHT - 1 };
          return look ? <ChartShape key={key} look={look} {...inner} /> : null;
        })}
      </svg>
      <ul className="chart-parts">
        {parts.map(({ key, count, label: name, look, to }) => (
          <li key={key}>
            <ChartSwatch look={look} />
            {name}
            <Link to={to} aria-label={`${name}: ${count}`}>
              {count}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
