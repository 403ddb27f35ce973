import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Button } from "../button";
import { Callout } from "../callout";
import { Link } from "../link";
import { KeptTick } from "../offers/compare-form";
import { NextPage } from "../procurement/next-page";
import { blocksOf } from "./grid-window";
import { MatrixCard } from "./matrix-card";
import { MatrixRow } from "./matrix-row";
import { CELL, type MatrixFilter, type MatrixProduct, type MatrixZone, ROWS_OF_BLOCK } from "./matrix-sizes";
import { useGridKeys } from "./use-grid-keys";
import { useGridWindow } from "./use-grid-window";
import { useLooked } from "./use-looked";
import { useMatrixRows } from "./use-matrix-rows";

type LiveMatrixProps = {
  zones: ReadonlyArray<MatrixZone>;
  /** Of the page of zones that the address names. */
  firstZone: number;
  products: ReadonlyArray<MatrixProduct>;
  /** Null where it has yet to be looked at. */
  rows: number | null;
  stamp: string;
  filter: MatrixFilter;
};

/** Products × zones as one grid: only what is in sight is drawn, rows are fetched where somebody scrolls to. */
export function LiveMatrix({ zones, firstZone, products, rows, stamp, filter }: LiveMatrixProps) {
  const { t } = useTranslation("assessment");
  const region = useRef<HTMLDivElement>(null);
  const cardId = useId();
  const blocks = useMatrixRows({ filter, products, rows, stamp });
  const { held, count, isCounted, failed, want } = blocks;
  const shown = useGridWindow(region, { rows: count, columns: zones.length });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [tick] = useState(
    () => (declarationId: string) =>
      setTicked((before) => {
        const next = new Set(before);
        if (!next.delete(declarationId)) next.add(declarationId);
        return next;
      }),
  );
  const looked = useLooked(region, { held, zones });
  const keys = useGridKeys(region, {
    ...{ extent: { rows: count, columns: zones.length }, page: shown.page, scrollTo: shown.scrollTo },
    onTick: (row) => {
      const product = held.get(row);
      if (product) tick(product.declarationId);
    },
    onEscape: looked.close,
  });

  const wanted = blocksOf(shown.rows, ROWS_OF_BLOCK, count, shown.ahead)
    .concat(isCounted ? [] : [0])
    .filter((block) => isMissing(held, block, count) || !isCounted);
  const wantedKey = wanted.join(" ");
  useEffect(() => want(wantedKey === "" ? [] : wantedKey.split(" ").map(Number)), [want, wantedKey]);
  useEffect(() => {
    if (firstZone > 0) region.current?.scrollTo({ left: firstZone * CELL.width });
  }, [firstZone]);

  const lines = placesOf(shown.rows);
  if (keys.stop.row >= 0 && !lines.includes(keys.stop.row) && keys.stop.row < count)
    lines.push(keys.stop.row);
  const columns = placesOf(shown.columns);
  if (keys.stop.row < 0 && !columns.includes(keys.stop.column)) columns.push(keys.stop.column);
  const drawn = new Set(lines.map((row) => held.get(row)?.declarationId));
  return (
    <>
      {blocks.isStale ? (
        <Callout
          tone="info"
          live
          action={
            <Link to="?" reloadDocument>
              {t("matrix.reload")}
            </Link>
          }
        >
          {t("matrix.stale")}
        </Callout>
      ) : null}
      <div className="matrix-frame" onPointerLeave={looked.leave} data-live-matrix>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid in it holds the focus */}
        <div
          ref={region}
          className="table-region matrix-region"
          onPointerOver={looked.over}
          onPointerDown={looked.down}
          onClickCapture={looked.tap}
          onFocus={(event) => {
            keys.onFocus(event);
            looked.focus(event);
          }}
          onKeyDown={keys.onKeyDown}
        >
          <table
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the keys lead from cell to cell
            role="grid"
            className="data-table matrix is-live"
            aria-label={t("matrix.caption")}
            aria-rowcount={isCounted ? count + 1 : -1}
            aria-colcount={zones.length + 1}
            style={{
              width: `calc(var(--matrix-head) + ${zones.length * CELL.width}px)`,
              height: `calc(var(--matrix-top) + ${count * CELL.height}px)`,
            }}
          >
            <thead>
              <tr aria-rowindex={1}>
                <th scope="col" className="matrix-head" aria-colindex={1} data-corner>
                  {t("common:product")}
                </th>
                {columns.map((place) => (
                  <ZoneHead
                    key={place}
                    place={place}
                    zone={zones[place]}
                    isStop={keys.stop.row === -1 && keys.stop.column === place}
                  />
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((row) => (
                <MatrixRow
                  key={row}
                  {...{ row, product: held.get(row), zones, cardId, verdict: filter.verdict }}
                  {...shown.columns}
                  stop={keys.stop.row === row ? keys.stop.column : null}
                  described={looked.place?.row === row ? looked.place.column : null}
                  isTicked={ticked.has(held.get(row)?.declarationId ?? "")}
                  onTick={tick}
                />
              ))}
            </tbody>
          </table>
        </div>
        {looked.card ? (
          <MatrixCard id={cardId} looked={looked.card} at={looked.at} onClose={looked.close} />
        ) : null}
      </div>
      {[...ticked].map((declarationId) =>
        drawn.has(declarationId) ? null : <KeptTick key={declarationId} declarationId={declarationId} />,
      )}
      {failed.size > 0 ? (
        <Callout
          tone="danger"
          live
          action={
            <Button size="small" onClick={blocks.retry}>
              {t("matrix.retry")}
            </Button>
          }
        >
          {t("matrix.rowsFailed")}
        </Callout>
      ) : null}
      <NextPage after={blocks.next}>{t("matrix.nextGrid")}</NextPage>
    </>
  );
}

function ZoneHead({ place, zone, isStop }: { place: number; zone: MatrixZone | undefined; isStop: boolean }) {
  if (!zone) return null;
  return (
    <th
      scope="col"
      aria-colindex={place + 2}
      data-cell={`-1:${place}`}
      tabIndex={isStop ? 0 : -1}
      style={{ left: `calc(var(--matrix-head) + ${place * CELL.width}px)` }}
    >
      <span className="matrix-about">{zone.modelName}</span>
      <Link to={paths.zoneProducts(zone.modelId, zone.zoneId)} title={zone.name} tabIndex={-1}>
        {zone.name}
      </Link>
    </th>
  );
}

function placesOf({ first, end }: { first: number; end: number }): Array<number> {
  return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
}

function isMissing(held: ReadonlyMap<number, unknown>, block: number, count: number): boolean {
  const end = Math.min(count, (block + 1) * ROWS_OF_BLOCK);
  for (let row = block * ROWS_OF_BLOCK; row < end; row += 1) if (!held.has(row)) return true;
  return false;
}
