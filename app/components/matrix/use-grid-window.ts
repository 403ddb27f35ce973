import { type RefObject, useCallback, useEffect, useState } from "react";
import { offsetToShow, type Place, type Span, spanOf } from "./grid-window";
import { CELL } from "./matrix-sizes";

type Shown = { rows: Span; columns: Span /** Whole rows in sight. */; page: number; ahead: number };

const BEYOND = { rows: 2, columns: 1 };

/** Which cells of a scrolled region are drawn. The headers lie in the region and take of what is in sight. */
export function useGridWindow(
  region: RefObject<HTMLElement | null>,
  { rows, columns }: { rows: number; columns: number },
) {
  const [shown, setShown] = useState<Shown>({
    ...{ rows: { first: 0, end: Math.min(rows, 20) }, columns: { first: 0, end: Math.min(columns, 10) } },
    ...{ page: 10, ahead: 0 },
  });
  const measure = useCallback(() => {
    const element = region.current;
    if (!element) return;
    const sight = sightOf(element);
    const vertical = { offset: element.scrollTop, sight: sight.height, size: CELL.height, count: rows };
    const across = { offset: element.scrollLeft, sight: sight.width, size: CELL.width, count: columns };
    const next = {
      rows: spanOf({ ...vertical, beyond: BEYOND.rows }),
      columns: spanOf({ ...across, beyond: BEYOND.columns }),
      page: Math.max(1, Math.floor(sight.height / CELL.height)),
    };
    setShown((before) =>
      isSame(before, next) ? before : { ...next, ahead: Math.sign(next.rows.first - before.rows.first) },
    );
  }, [region, rows, columns]);

  useEffect(() => {
    const element = region.current;
    if (!element) return;
    measure();
    element.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", measure);
      observer.disconnect();
    };
  }, [region, measure]);

  const scrollTo = useCallback(
    ({ row, column }: Place) => {
      const element = region.current;
      if (!element) return;
      const sight = sightOf(element);
      const [top, left] = [element.scrollTop, element.scrollLeft];
      const vertical = { offset: top, sight: sight.height, size: CELL.height };
      const across = { offset: left, sight: sight.width, size: CELL.width };
      element.scrollTo({
        top: row < 0 ? top : offsetToShow(row, vertical),
        left: column < 0 ? left : offsetToShow(column, across),
      });
      measure();
    },
    [region, measure],
  );
  return { ...shown, scrollTo };
}

/** What the headers leave of the region. */
function sightOf(element: HTMLElement): { width: number; height: number } {
  const corner = element.querySelector<HTMLElement>("[data-corner]");
  return {
    width: element.clientWidth - (corner?.offsetWidth ?? 0),
    height: element.clientHeight - (corner?.offsetHeight ?? 0),
  };
}

function isSame(before: Shown, next: Omit<Shown, "ahead">): boolean {
  return (
    before.page === next.page &&
    before.rows.first === next.rows.first &&
    before.rows.end === next.rows.end &&
    before.columns.first === next.columns.first &&
    before.columns.end === next.columns.end
  );
}
