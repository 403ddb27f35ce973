import { useCallback, useEffect, useRef, useState } from "react";
import { paths } from "~/paths";
import { readJson } from "../use-resource";
import { type MatrixFilter, type MatrixProduct, ROWS_OF_BLOCK } from "./matrix-sizes";

type Block = {
  from: number;
  products: ReadonlyArray<MatrixProduct>;
  rows: number;
  next: string | null;
  stamp: string;
};
type Begun = {
  filter: MatrixFilter;
  /** What the page came with, from the first row on. */
  products: ReadonlyArray<MatrixProduct>;
  /** Null where it has yet to be looked at. */
  rows: number | null;
  stamp: string;
};

/** While it scrolls fast, blocks come and go; asked for is what stays this long. */
const ASK_AFTER_MS = 40;

/** The rows of the grid that are there, and those that are fetched where somebody scrolls to. */
export function useMatrixRows({ filter, products, rows, stamp }: Begun) {
  const [held, setHeld] = useState(() => new Map(products.map((product, row) => [row, product] as const)));
  const [count, setCount] = useState(rows);
  const [next, setNext] = useState<string | null>(null);
  const [failed, setFailed] = useState<ReadonlySet<number>>(new Set());
  const [isStale, setIsStale] = useState(false);
  const known = useRef(new Set<number>());
  const asked = useRef(new Map<number, AbortController>());

  const ask = useCallback(
    (block: number) => {
      const stop = new AbortController();
      asked.current.set(block, stop);
      const { model, verdict, supplier, after } = filter;
      const query = {
        ...{ model: model ?? undefined, verdict: verdict ?? undefined, supplier: supplier ?? undefined },
        ...{ page: after ?? undefined, from: block * ROWS_OF_BLOCK },
      };
      readJson<Block>(paths.matrixRows(query), stop.signal).then(
        (found) => {
          asked.current.delete(block);
          known.current.add(block);
          setHeld((before) => {
            const all = new Map(before);
            for (const [place, product] of found.products.entries()) all.set(found.from + place, product);
            return all;
          });
          setCount(found.rows);
          setNext((before) => found.next ?? before);
          setIsStale(found.stamp !== stamp);
        },
        () => {
          asked.current.delete(block);
          if (!stop.signal.aborted) setFailed((before) => new Set(before).add(block));
        },
      );
    },
    [filter, stamp],
  );

  const timer = useRef<ReturnType<typeof setTimeout>>();
  /** These blocks and no others: what is on its way and no longer wanted is called off. */
  const want = useCallback(
    (blocks: ReadonlyArray<number>) => {
      clearTimeout(timer.current);
      for (const [block, stop] of asked.current) {
        if (blocks.includes(block)) continue;
        stop.abort();
        asked.current.delete(block);
      }
      timer.current = setTimeout(() => {
        for (const block of blocks) if (!known.current.has(block) && !asked.current.has(block)) ask(block);
      }, ASK_AFTER_MS);
    },
    [ask],
  );
  const retry = () => {
    const again = [...failed];
    setFailed(new Set());
    for (const block of again) ask(block);
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      for (const stop of asked.current.values()) stop.abort();
      asked.current.clear();
    },
    [],
  );
  return {
    held,
    count: count ?? products.length,
    isCounted: count !== null,
    next,
    failed,
    isStale,
    want,
    retry,
  };
}
