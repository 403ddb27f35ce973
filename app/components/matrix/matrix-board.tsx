import { CountText } from "~/components/count-text";
import { useTranslation } from "~/i18n/use-translation";
import { LevelStripLegend } from "../level-strip-legend";
import { CompareForm } from "../offers/compare-form";
import { NextPage } from "../procurement/next-page";
import { ZonePages } from "../procurement/zone-pages";
import { useIsHydrated } from "../use-is-hydrated";
import { DrawnMatrix } from "./drawn-matrix";
import { LiveMatrix } from "./live-matrix";
import type { MatrixFilter, MatrixProduct, MatrixZone } from "./matrix-sizes";
import { VerdictSymbols } from "./verdict-mark";

type MatrixBoardProps = {
  zones: ReadonlyArray<MatrixZone>;
  zonePaging: { page: number; pages: number; size: number; count: number };
  products: ReadonlyArray<MatrixProduct>;
  rows: number | null;
  total: number;
  gridBound: number;
  isCut: boolean;
  next: string | null;
  stamp: string;
  filter: MatrixFilter;
};

/** The matrix with what belongs to it: one grid where a script runs, pages of it where none does. */
export function MatrixBoard(props: MatrixBoardProps) {
  const { zones, zonePaging, products, rows, total, gridBound, isCut, next, stamp, filter } = props;
  const { t } = useTranslation("assessment");
  const isLive = useIsHydrated();
  const firstZone = (zonePaging.page - 1) * zonePaging.size;
  return (
    <>
      <LevelStripLegend />
      <CompareForm zones={zones} />
      <VerdictSymbols />
      {isLive ? (
        <>
          <p className="text-muted">
            {rows === gridBound && total > gridBound
              ? t("matrix.rowsOfMore", { count: rows, total, zones: zones.length })
              : t("matrix.rowsOf", { count: rows ?? products.length, zones: zones.length })}{" "}
            {t("matrix.detailHint")}
          </p>
          <LiveMatrix
            key={`${stamp} ${Object.values(filter).join(" ")}`}
            {...{ zones, firstZone, products, rows, stamp, filter }}
          />
        </>
      ) : (
        <>
          <ZonePages {...zonePaging} />
          <DrawnMatrix
            zones={zones.slice(firstZone, firstZone + zonePaging.size)}
            zoneCount={zones.length}
            verdict={filter.verdict}
            {...{ firstZone, products }}
          />
          <p className="text-muted">
            {t("matrix.onThisPage", { count: products.length })} <CountText count={total} />
          </p>
          <NextPage after={next}>{t("matrix.next")}</NextPage>
        </>
      )}
      {filter.verdict !== null && isCut ? (
        <p className="text-muted">{t("matrix.lookedAt", { bound: gridBound })}</p>
      ) : null}
    </>
  );
}
