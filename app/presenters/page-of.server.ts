/** One page of a list: its number counted from 1, how many there are, and how many entries stand on all of them. */
export type PageOf = { page: number; pages: number; size: number; count: number };

/** The entries of a page; a page past the end is the last one, anything that is no page the first. */
export function pageOf<Entry>(
  entries: ReadonlyArray<Entry>,
  size: number,
  wanted: number | undefined,
): { entries: ReadonlyArray<Entry>; paging: PageOf } {
  const pages = Math.max(1, Math.ceil(entries.length / size));
  const page = Number.isSafeInteger(wanted) ? Math.min(pages, Math.max(1, wanted ?? 1)) : 1;
  return {
    entries: entries.slice((page - 1) * size, page * size),
    paging: { page, pages, size, count: entries.length },
  };
}
