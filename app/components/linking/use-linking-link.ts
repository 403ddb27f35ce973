import { useSearchParams } from "@remix-run/react";

type Changes = Readonly<Record<string, string | number | null>>;

/** The address of the same list with something else in it; what was saved last is not told again. */
export function useLinkingLink(): (changes: Changes, place?: string) => string {
  const [search] = useSearchParams();
  return (changes, place) => {
    const next = new URLSearchParams(search);
    for (const name of ["linked", "unlinked"]) next.delete(name);
    for (const [name, value] of Object.entries(changes)) {
      next.delete(name);
      if (value !== null) next.set(name, String(value));
    }
    return `?${next}${place === undefined ? "" : `#${place}`}`;
  };
}
