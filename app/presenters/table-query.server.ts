/** Lists of the table that go over several pages, each with a page of its own in the address. */
export const TABLE_LISTS = ["outline", "zones", "conduits", "assets", "findings", "candidates"] as const;
export type TableList = (typeof TABLE_LISTS)[number];

/** What the address of the table says. */
export type TableQuery = {
  /** Id of the element whose forms are open. */
  element: string | null;
  /** What is added: an element, a template, a copied part. */
  add: string | null;
  /** Assets of this zone alone, and where something new goes. */
  zone: string | null;
  /** Id of the finding whose waiver is being written. */
  waive?: string | null;
  /** Words to look for. */
  text?: string | null;
  /** Findings of this rule alone. */
  rule?: string | null;
  /** A product release that is tried in every zone. */
  candidate?: string | null;
  /** What the lines show besides themselves. */
  overlay?: string | null;
  /** The notice whose reach they show. */
  notice?: string | null;
  /** Zones that are open in the outline, or `all` but those in `closed`; ids apart by dots. */
  open?: string | null;
  closed?: string | null;
  pages?: Readonly<Partial<Record<TableList, number>>>;
};

/** The query of an address; what it does not know it leaves out. */
export function tableQueryOf(search: URLSearchParams): TableQuery {
  const given = (name: string) => search.get(name) || null;
  return {
    ...{ element: given("element"), add: given("add"), zone: given("zone"), waive: given("waive") },
    ...{ text: given("q"), rule: given("rule"), candidate: given("candidate"), overlay: given("overlay") },
    notice: given("notice"),
    // Empty means something here: nothing is open.
    ...{ open: search.get("open"), closed: given("closed") },
    pages: Object.fromEntries(
      TABLE_LISTS.flatMap((list) => {
        const page = Number(given(`${list}Page`) ?? Number.NaN);
        return Number.isSafeInteger(page) ? [[list, page]] : [];
      }),
    ),
  };
}
