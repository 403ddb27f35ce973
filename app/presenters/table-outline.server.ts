import { type JudgingGround, judgePlacedProducts } from "~/domain/assessment/placed-products";
import { levelsOfZone, type ZoneLevels } from "~/domain/assessment/zone-levels";
import { type ElementFacts, elementFacts } from "~/domain/zone-model/element-facts";
import type { FoundElements } from "~/domain/zone-model/find-elements";
import { OUTLINE_GROUPS, type OutlineLine, outlineOf, withSurroundings } from "~/domain/zone-model/outline";
import { grouped, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ModelFinding, RuleSeverity } from "~/domain/zone-model/rules/rule";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { type PageOf, pageOf } from "./page-of.server";
import type { TableQuery } from "./table-query.server";

const LINES_PER_PAGE = 80;
/** So many lines are shown open from the start; a larger model starts with its outermost zones. */
const MOST_OPEN = 60;

/** SL-A of a zone as far as its products are known. */
export type ShownLevels = Pick<ZoneLevels, "vector" | "alone" | "unknown">;

/** A line with what is told of it. */
export type ShownLine = OutlineLine & {
  name: string;
  /** null for a group. */
  facts: ElementFacts | null;
  /** How many a group has; null for an element. */
  members: number | null;
  findings: { count: number; worst: RuleSeverity } | null;
  levels: ShownLevels | null;
};

export type ShownOutline = {
  lines: ReadonlyArray<ShownLine>;
  paging: PageOf;
  /** Ids of what is open, or all but `closed`: where to go on from. */
  open: ReadonlyArray<string> | "all";
  closed: ReadonlyArray<string>;
};

type Parts = {
  index: ZoneModelIndex;
  findings: ReadonlyArray<ModelFinding>;
  ground: JudgingGround;
  found: FoundElements;
};

/** One page of the outline, narrowed to what is looked for, each line with its facts. */
export function tableOutline({ index, findings, ground, found }: Parts, query: TableQuery): ShownOutline {
  const isSearch = query.text != null;
  const { open, closed } = openness(index, query);
  const shut = new Set(closed);
  const opened = new Set(open === "all" ? [] : open);
  const lines = outlineOf(index, {
    isOpen: (id) => (isSearch || open === "all" ? !shut.has(id) : opened.has(id)),
    ...(isSearch && { isShown: withSurroundings(index, refsOf(found)) }),
  });
  const { entries, paging } = pageOf(lines, LINES_PER_PAGE, query.pages?.outline);
  const marks = grouped(findings, ({ element }) => [keyOf(element)]);
  const levels = levelsIn(
    index,
    ground,
    entries.flatMap(({ kind, id }) => (kind === "zone" ? [id] : [])),
  );
  return {
    lines: entries.map((line) => ({
      ...line,
      ...told(index, line, isSearch ? found : index.model),
      findings: marksOf(marks.get(keyOf(line)) ?? []),
      levels: line.kind === "zone" ? (levels.get(line.id) ?? null) : null,
    })),
    paging,
    ...{ open: isSearch ? "all" : open, closed },
  };
}

/** SL-A of these zones. Judges what stands in them, and nothing else of the model. */
export function levelsIn(
  index: ZoneModelIndex,
  ground: JudgingGround,
  zoneIds: ReadonlyArray<string>,
): ReadonlyMap<string, ShownLevels> {
  const zones = zoneIds.flatMap((id) => index.zoneById.get(id) ?? []);
  const part = { ...index, model: { ...index.model, zones } };
  const standing = judgePlacedProducts(ground, part);
  return new Map(
    zones.map(({ id }) => {
      const { vector, alone, unknown } = levelsOfZone(ground, index, id, standing.get(id));
      return [id, { vector, alone, unknown }];
    }),
  );
}

/** What the findings at one element come to; null where there is none. */
export function marksOf(findings: ReadonlyArray<ModelFinding>): ShownLine["findings"] {
  const worst = (["error", "warning", "notice"] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  return worst ? { count: findings.length, worst } : null;
}

function openness(
  index: ZoneModelIndex,
  { open, closed }: TableQuery,
): Pick<ShownOutline, "open" | "closed"> {
  const shut = idsOf(closed);
  if (open === "all") return { open, closed: shut };
  if (open != null) return { open: idsOf(open), closed: [] };
  const { zones, conduits, assets } = index.model;
  const isSmall = zones.length + conduits.length + assets.length <= MOST_OPEN;
  return isSmall ? { open: "all", closed: shut } : { open: [], closed: [] };
}

function idsOf(text: string | null | undefined): ReadonlyArray<string> {
  return (text ?? "").split(".").filter((id) => id !== "");
}

function refsOf({ zones, conduits, assets }: FoundElements): ReadonlyArray<ElementRef> {
  return [
    ...zones.map(({ id }) => ({ kind: "zone" as const, id })),
    ...conduits.map(({ id }) => ({ kind: "conduit" as const, id })),
    ...assets.map(({ id }) => ({ kind: "asset" as const, id })),
  ];
}

type Told = Pick<ShownLine, "name" | "facts" | "members">;

type Listed = Pick<FoundElements, "conduits" | "assets">;

/** `listed`: what groups are counted in. */
function told(index: ZoneModelIndex, { kind, id }: OutlineLine, { conduits, assets }: Listed): Told {
  if (kind !== "group") {
    const facts = elementFacts(index, kind, id) ?? null;
    return { name: facts?.name ?? id, facts, members: null };
  }
  const stray = () => assets.filter(({ zoneId }) => zoneId === null);
  const members = id === OUTLINE_GROUPS[0] ? conduits.length : stray().length;
  return { name: id, facts: null, members };
}

function keyOf({ kind, id }: { kind: string; id: string }): string {
  return `${kind}:${id}`;
}
