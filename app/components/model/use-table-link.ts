import { useSearchParams } from "@remix-run/react";
import { useCallback } from "react";
import { paths } from "~/paths";

type Change = Readonly<Record<string, string | number | null>>;

/** What names one thing that is open: it goes when something else is opened. */
const OPENED = ["element", "add", "waive"];

/**
 * Addresses of the table with something changed and the rest kept: filters, pages and what is open in the outline stay
 * when an element is opened. `null` takes a member out.
 */
export function useTableLink(modelId: string): (change: Change, place?: string) => string {
  const [search] = useSearchParams();
  return useCallback(
    (change, place) => {
      const next = new URLSearchParams(search);
      const opens = OPENED.some((name) => name in change);
      if (opens) for (const name of OPENED) next.delete(name);
      for (const [name, value] of Object.entries(change)) {
        if (value === null) next.delete(name);
        else next.set(name, String(value));
      }
      const query = next.size > 0 ? `?${next}` : "";
      return `${paths.modelTable(modelId)}${query}${place ? `#${place}` : ""}`;
    },
    [modelId, search],
  );
}
