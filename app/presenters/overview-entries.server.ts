/** So many of a list stand on the overview. */
const SHOWN = 5;

type Entry = { id: string; title: string; about: string; date: string };

/** A section of an overview: how many there are, the first of them; `isCut` where counting stopped at that many. */
export function sectionOf<Key extends string>(
  { key, isMine }: { key: Key; isMine: boolean },
  entries: ReadonlyArray<Entry>,
  { count = entries.length, isCut = false }: { count?: number; isCut?: boolean } = {},
) {
  return { key, isMine, count, isCut, entries: entries.slice(0, SHOWN) };
}

/** Sections in the order of the duties that they belong to. */
export function inOrderOf<Key extends string, Section extends { key: string }>(
  duties: ReadonlyArray<{ key: Key }>,
  sections: ReadonlyArray<Section>,
): ReadonlyArray<Section & { key: Key }> {
  return duties.flatMap(({ key }) =>
    sections.filter((section) => section.key === key).map((section) => ({ ...section, key })),
  );
}
