import { memo } from "react";
import type { Verdict } from "~/domain/assessment/assessment";
import { verdictAt } from "~/domain/assessment/verdict-codes";
import { parseDigits } from "~/domain/security-level/vector-digits";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { levelStripSize } from "../level-strip-geometry";
import { LevelStripGraphic } from "../level-strip-graphic";
import { Link } from "../link";
import { CELL, type MatrixProduct, type MatrixZone, productTitle } from "./matrix-sizes";
import { ProductHead } from "./product-head";
import { VerdictMark } from "./verdict-mark";

type MatrixRowProps = {
  row: number;
  /** Undefined while it is on its way. */
  product: MatrixProduct | undefined;
  zones: ReadonlyArray<MatrixZone>;
  /** Places of the zones that are drawn. */
  first: number;
  end: number;
  /** The place that the Tab key leads to, if it is in this row: -1 is the product. */
  stop: number | null;
  /** The place that the card tells of, if it is in this row. */
  described: number | null;
  cardId: string;
  verdict: Verdict | null;
  isTicked: boolean;
  onTick: (declarationId: string) => void;
};

/** One product of the grid, with the zones in sight. Drawn anew only where something of this row is another. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, product, zones, first, end, stop, described, cardId, verdict, isTicked, onTick } = props;
  const { t } = useTranslation("assessment");
  const places = Array.from({ length: end - first }, (_, at) => first + at);
  // What holds the focus stays, wherever it is scrolled to.
  if (stop !== null && stop >= 0 && (stop < first || stop >= end)) places.push(stop);
  return (
    <tr
      className="matrix-row"
      aria-rowindex={row + 2}
      style={{ top: row * CELL.height }}
      aria-busy={product ? undefined : true}
    >
      <th
        scope="row"
        className="matrix-head"
        aria-colindex={1}
        data-cell={`${row}:-1`}
        tabIndex={stop === -1 ? 0 : -1}
      >
        {product ? (
          <ProductHead product={product} zoneCount={zones.length} live={{ isTicked, onTick }} />
        ) : (
          <span className="matrix-coming">{t("matrix.coming")}</span>
        )}
      </th>
      {places.map((place) => {
        const zone = zones[place];
        return zone ? (
          <MatrixCell
            key={place}
            {...{ row, place, product, zone, verdict }}
            isStop={place === stop}
            describedBy={place === described ? cardId : undefined}
          />
        ) : null;
      })}
    </tr>
  );
});

type MatrixCellProps = {
  row: number;
  place: number;
  product: MatrixProduct | undefined;
  zone: MatrixZone;
  verdict: Verdict | null;
  isStop: boolean;
  describedBy: string | undefined;
};

const STRIP = levelStripSize("small", false);

const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { row, place, product, zone, verdict, isStop, describedBy } = props;
  const { t } = useTranslation("assessment");
  const found = product && verdictAt(product.codes, place);
  const name =
    product && found
      ? t("matrix.cell", {
          product: productTitle(product),
          zone: zone.name,
          verdict: t(`components:verdict.${found}`),
        })
      : t("matrix.coming");
  return (
    <td
      aria-colindex={place + 2}
      aria-label={name}
      aria-describedby={describedBy}
      data-cell={`${row}:${place}`}
      tabIndex={isStop ? 0 : -1}
      className={found && verdict !== null && found !== verdict ? "is-aside" : undefined}
      style={{ left: `calc(var(--matrix-head) + ${place * CELL.width}px)` }}
    >
      {product && found ? (
        <Link
          to={paths.assessment(zone.modelId, zone.zoneId, product.declarationId)}
          tabIndex={-1}
          aria-hidden
        >
          <VerdictMark verdict={found} />
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: the cell is named by its verdict, the card tells the levels */}
          <svg width={STRIP.width} height={STRIP.height} focusable="false">
            {graphicOf(zone.target, product.native, product.raised)}
          </svg>
        </Link>
      ) : null}
    </td>
  );
});

const GRAPHICS_AT_MOST = 5_000;
const graphics = new Map<string, JSX.Element>();

/** Most cells of a portfolio show one of few strips: the paths of each are worked out once. */
function graphicOf(target: string, native: string, raised: string): JSX.Element {
  const key = `${target} ${native} ${raised}`;
  const known = graphics.get(key);
  if (known) return known;
  const [wanted, reached, withCountermeasures] = [target, native, raised].map(parseDigits);
  const drawn = <LevelStripGraphic size="small" {...{ target: wanted, reached, withCountermeasures }} />;
  if (graphics.size >= GRAPHICS_AT_MOST) graphics.clear();
  graphics.set(key, drawn);
  return drawn;
}
