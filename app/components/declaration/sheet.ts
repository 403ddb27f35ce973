import type { ShownLaw } from "~/components/law/law-panel";
import type { Message, Verdict } from "~/domain/assessment/assessment";
import { standingOf } from "~/domain/assessment/capability";
import { compareRequirementIds } from "~/domain/assessment/requirement-order";
import type { DeclarationContent, DeclarationState } from "~/domain/declaration/declaration";
import type { SealHead } from "~/domain/declaration/seal";
import type { Section } from "~/domain/declaration/sections";
import { TOPICS, type Topic, topicOf } from "~/domain/declaration/topics";
import type { ComponentRequirement } from "~/domain/requirement/component-requirement";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  type SlVector,
} from "~/domain/security-level/security-level";

/** What the server says of the page of one declaration. */
export type Sheet = {
  declaration: {
    id: string;
    version: number;
    state: DeclarationState;
    visibility: Visibility;
    content: DeclarationContent;
    saveVersion: number;
    updatedAt: string;
    /** It began as a copy of the declaration of another release. */
    isCopy: boolean;
    /** Where it was taken out of use. */
    withdrawal: { at: string; reason: string } | null;
    signature: { by: string; at: string; fingerprint: string; seal: SealHead | null } | null;
  };
  product: { id: string; name: string };
  release: { id: string; version: string };
  versions: ReadonlyArray<{ id: string; version: number; state: DeclarationState }>;
  rows: ReadonlyArray<ComponentRequirement>;
  law: ShownLaw;
  requests: ReadonlyArray<AskedLevel>;
  /** Who fills in what, as far as anybody has said so. */
  sections: ReadonlyArray<AssignedSection>;
  /** Of a draft only. */
  standing: DeclarationStanding | null;
  queueKey: string;
  mayAnswer: boolean;
  maySign: boolean;
  mayShare: boolean;
  mayWithdraw: boolean;
  mayCopy: boolean;
};

/** A section that somebody has taken on. */
export type AssignedSection = { section: Section; name: string; isMine: boolean };

export const VISIBILITIES = ["requesting-hospitals", "all-hospitals", "private"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What one request asks for, to compare with. */
export type AskedLevel = {
  id: string;
  hospitalName: string;
  subject: string;
  zoneClass: string;
  slTarget: SlVector;
};

/** How the answers of a draft stand, as the server worked it out from what was saved last. */
export type DeclarationStanding = {
  contradictions: ReadonlyArray<{ id: string; requirementIds: ReadonlyArray<string>; reason: Message }>;
  /** Rows with an answer in favour that rests on nothing. */
  withoutEvidence: ReadonlyArray<string>;
  requests: ReadonlyArray<RequestProgress>;
};

/** How far the answers to one request are, and how it would come out today. */
export type RequestProgress = {
  id: string;
  subject: string;
  hospitalName: string;
  dueOn: string;
  demanded: number;
  answered: number;
  verdict: Verdict;
};

export const SHOW_FILTERS = ["unanswered", "gaps", "contradicted", "needs-evidence"] as const;
export type ShowFilter = (typeof SHOW_FILTERS)[number] | null;
export const ROW_ORDERS = ["number", "level", "topic"] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** Which part of the sheet the address names; what it does not know counts as not set. */
export type SheetView = {
  fr: FoundationalRequirement;
  /** Rows of one topic instead of those of one FR. */
  topic: Topic | null;
  show: ShowFilter;
  level: number | null;
  request: string | null;
  order: RowOrder;
};

export function toSheetView(search: URLSearchParams): SheetView {
  const level = Number(search.get("level"));
  return {
    fr: FOUNDATIONAL_REQUIREMENTS.find((fr) => fr === search.get("fr")) ?? "IAC",
    topic: TOPICS.find((topic) => topic === search.get("topic")) ?? null,
    show: SHOW_FILTERS.find((show) => show === search.get("show")) ?? null,
    level: [1, 2, 3, 4].includes(level) ? level : null,
    request: search.get("request"),
    order: ROW_ORDERS.find((order) => order === search.get("order")) ?? "number",
  };
}

type SheetRow = Pick<ComponentRequirement, "id" | "foundationalRequirement" | "minSl">;

/** The rows of one FR or topic that pass the filters, by number (an enhancement after its base), or by level or topic first. */
export function selectRows<Row extends SheetRow>(
  rows: ReadonlyArray<Row>,
  { fr, topic, show, level, order }: Omit<SheetView, "request">,
  declared: Pick<DeclarationContent, "answers" | "facts">,
  standing: Pick<DeclarationStanding, "contradictions" | "withoutEvidence"> | null,
): ReadonlyArray<Row> {
  const isShown = shownBy(show, declared, standing);
  const rankOf = (row: Row) => (order === "level" ? row.minSl : order === "topic" ? placeOfTopic(row.id) : 0);
  return rows
    .filter((row) => (topic ? topicOf(row.id) === topic : row.foundationalRequirement === fr))
    .filter((row) => (level === null || row.minSl <= level) && isShown(row.id))
    .sort((a, b) => rankOf(a) - rankOf(b) || compareRequirementIds(a.id, b.id));
}

/** What parts the rows of a sheet: a heading stands before every row whose group is not that of the row before. */
export type RowGroup =
  | { by: "level"; level: number }
  | { by: "topic"; topic: Topic }
  | { by: "fr"; fr: FoundationalRequirement };

/** Null where the rows of one FR stand in the order of their numbers. A topic goes through several FRs, which part it. */
export function groupOf(
  row: SheetRow,
  { topic, order }: Pick<SheetView, "topic" | "order">,
): RowGroup | null {
  if (order === "level") return { by: "level", level: row.minSl };
  if (topic) return { by: "fr", fr: row.foundationalRequirement };
  const own = topicOf(row.id);
  return order === "topic" && own ? { by: "topic", topic: own } : null;
}

/** Rows with the heading that stands before each, if one does. */
export function withHeadings<Row extends SheetRow>(
  rows: ReadonlyArray<Row>,
  view: Pick<SheetView, "topic" | "order">,
): ReadonlyArray<{ row: Row; heading: RowGroup | null }> {
  const keyOf = (row: Row | undefined) => (row ? JSON.stringify(groupOf(row, view)) : "");
  return rows.map((row, index) => ({
    row,
    heading: keyOf(row) === keyOf(rows[index - 1]) ? null : groupOf(row, view),
  }));
}

function placeOfTopic(requirementId: string): number {
  const topic = topicOf(requirementId);
  return topic ? TOPICS.indexOf(topic) : TOPICS.length;
}

function shownBy(
  show: ShowFilter,
  declared: Pick<DeclarationContent, "answers" | "facts">,
  standing: Pick<DeclarationStanding, "contradictions" | "withoutEvidence"> | null,
): (requirementId: string) => boolean {
  switch (show) {
    case null:
      return () => true;
    case "unanswered":
      return (id) => standingOf(id, declared) === "unanswered";
    case "gaps":
      return (id) => !["unanswered", "counts"].includes(standingOf(id, declared));
    case "contradicted": {
      const ids = new Set(standing?.contradictions.flatMap(({ requirementIds }) => requirementIds));
      return (id) => ids.has(id);
    }
    case "needs-evidence": {
      const ids = new Set(standing?.withoutEvidence);
      return (id) => ids.has(id);
    }
  }
}

/** `CR 1.1 RE(1)` as the id of an element: `cr-1-1-re-1`. */
export function toAnchor(requirementId: string): string {
  return requirementId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");
}

/** The address of the rows of one FR or of one topic: there is one or the other. */
export function withRows(search: URLSearchParams, part: "fr" | "topic", value: string): string {
  const next = new URLSearchParams(search);
  next.delete(part === "fr" ? "topic" : "fr");
  next.set(part, value);
  return `?${next}`;
}

/** The same address with one parameter changed, null to leave it out. */
export function withParameter(search: URLSearchParams, name: string, value: string | null): string {
  const next = new URLSearchParams(search);
  next.delete(name);
  if (value !== null) next.set(name, value);
  return `?${next}`;
}
