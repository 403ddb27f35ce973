import { useSearchParams } from "@remix-run/react";
import type { SortDirection } from "../data-table";

/** The address of this page with another order; filters stay. */
export function useSortHref(): (column: string, direction: SortDirection) => string {
  const [search] = useSearchParams();
  return (column, direction) => {
    const next = new URLSearchParams(search);
    next.set("sort", column);
    next.set("direction", direction);
    return `?${next}`;
  };
}
