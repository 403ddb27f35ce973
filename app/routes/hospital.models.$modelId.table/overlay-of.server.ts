import { isOverlay } from "~/diagram/overlays/overlay";
import { type TableOverlay, tableOverlay } from "~/diagram/table/table-overlay";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { presentTableOverlay } from "~/presenters/present-table-overlay.server";
import type { TableQuery } from "~/presenters/table-query.server";
import type { Caller } from "~/use-cases/use-case.server";

type Listed = ReadonlyArray<{ id: string }>;
type Page = {
  modelId: string;
  outline: { lines: ReadonlyArray<{ kind: ElementRef["kind"] | "group"; id: string }> };
  zones: Listed;
  conduits: Listed;
  assets: Listed;
};

const NOTHING_SHOWN: TableOverlay = {
  overlay: "target",
  views: {},
  comparedWith: null,
  removed: null,
  notice: null,
};

/** The overlay that the address asks for, of the elements that stand on the page. */
export async function overlayOf(
  caller: Caller,
  page: Page,
  { overlay: wished, notice = null }: Pick<TableQuery, "overlay" | "notice">,
): Promise<TableOverlay> {
  if (!isOverlay(wished) || wished === "target") return NOTHING_SHOWN;
  const of = (kind: ElementRef["kind"], rows: Listed) => rows.map(({ id }): ElementRef => ({ kind, id }));
  const shown = [
    ...page.outline.lines.flatMap(({ kind, id }) => (kind === "group" ? [] : [{ kind, id }])),
    ...of("zone", page.zones),
    ...of("conduit", page.conduits),
    ...of("asset", page.assets),
  ];
  const { notices, ...basis } = await presentTableOverlay(caller, page.modelId, {
    ...{ isCompared: wished === "difference", isReach: wished === "notice" },
  });
  return tableOverlay(wished, { ...basis, notices: notices && { choices: notices, asked: notice } }, shown);
}
