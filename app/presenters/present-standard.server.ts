import { findStandard } from "~/catalogue/index.server";
import type { CatalogueRow, Standard } from "~/catalogue/schemas";
import { COMPONENT_TYPES, type ComponentType } from "~/domain/requirement/component-requirement";
import { AppError } from "~/domain/shared/app-error";
import { folded } from "~/domain/shared/folded";

export type StandardFilter = {
  /** Rows that this level needs; undefined = all. */
  level: 1 | 2 | 3 | 4 | undefined;
  componentType: ComponentType | undefined;
  /** Words in id, title or note, whatever their case and accents. */
  words: string;
  onlyToVerify: boolean;
};

/** Reads a filter from the address; what makes no sense counts as not given. */
export function readStandardFilter(search: URLSearchParams): StandardFilter {
  const level = ([1, 2, 3, 4] as const).find((known) => String(known) === search.get("level"));
  const componentType = COMPONENT_TYPES.find((type) => type === search.get("type"));
  return {
    level,
    componentType,
    words: (search.get("q") ?? "").slice(0, 100),
    onlyToVerify: search.get("verify") === "yes",
  };
}

/** One standard's rows by group, filtered. */
export function presentStandard(standardId: string, filter: StandardFilter) {
  const standard = findStandard(standardId);
  if (!standard) throw new AppError("not-found", `there is no standard ${standardId} in the catalogue`);
  const rows = standard.rows.filter((row) => isWanted(row, filter));
  return {
    id: standard.id,
    designation: standard.designation,
    edition: standard.edition,
    subject: standard.subject,
    notice: standard.notice,
    sources: standard.sources.map(({ code, what, where }) => ({ code, what, where })),
    total: standard.rows.length,
    shown: rows.length,
    hasLevels: standard.rows.some(({ minSl }) => minSl !== null),
    hasComponentTypes: standard.rows.some(({ componentTypes }) => componentTypes !== null),
    filter,
    groups: toGroups(standard, rows),
  };
}

function isWanted(row: CatalogueRow, filter: StandardFilter): boolean {
  if (filter.level !== undefined && (row.minSl === null || row.minSl > filter.level)) return false;
  if (filter.componentType && !row.componentTypes?.includes(filter.componentType)) return false;
  if (filter.onlyToVerify && row.confidence === "cross-checked") return false;
  return folded(`${row.id} ${row.title} ${row.note ?? ""}`).includes(folded(filter.words.trim()));
}

function toGroups(standard: Standard, rows: ReadonlyArray<CatalogueRow>) {
  return standard.groups
    .map((group) => ({
      id: group.id,
      title: group.title,
      rows: rows
        .filter((row) => row.group === group.id)
        .map((row) => ({
          id: row.id,
          title: row.title,
          minSl: row.minSl,
          componentTypes: row.componentTypes,
          confidence: row.confidence,
          conflict: row.conflict ?? false,
          note: row.note ?? null,
          sources: row.sources,
          isPart: row.parent !== undefined,
        })),
    }))
    .filter((group) => group.rows.length > 0);
}
