import { type RowStanding, standingOf } from "~/domain/assessment/capability";
import { compareRequirementIds } from "~/domain/assessment/requirement-order";
import type { DeclarationContent, DeclarationState } from "~/domain/declaration/declaration";
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
    signature: { by: string; at: string; fingerprint: string } | null;
  };
  product: { id: string; name: string };
  release: { id: string; version: string };
  versions: ReadonlyArray<{ id: string; version: number; state: DeclarationState }>;
  rows: ReadonlyArray<ComponentRequirement>;
  requests: ReadonlyArray<AskedLevel>;
  queueKey: string;
  mayAnswer: boolean;
  maySign: boolean;
  mayShare: boolean;
  mayCopy: boolean;
};

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

export const SHOW_FILTERS = ["unanswered", "gaps"] as const;
export type ShowFilter = (typeof SHOW_FILTERS)[number] | null;

/** Which part of the sheet the address names; what it does not know counts as not set. */
export type SheetView = {
  fr: FoundationalRequirement;
  show: ShowFilter;
  level: number | null;
  request: string | null;
};

export function toSheetView(search: URLSearchParams): SheetView {
  const level = Number(search.get("level"));
  return {
    fr: FOUNDATIONAL_REQUIREMENTS.find((fr) => fr === search.get("fr")) ?? "IAC",
    show: SHOW_FILTERS.find((show) => show === search.get("show")) ?? null,
    level: [1, 2, 3, 4].includes(level) ? level : null,
    request: search.get("request"),
  };
}

/** The rows of one FR that pass the filters, by number: an enhancement after its base. */
export function selectRows(
  rows: ReadonlyArray<ComponentRequirement>,
  { fr, show, level }: SheetView,
  declared: Pick<DeclarationContent, "answers" | "facts">,
): ReadonlyArray<ComponentRequirement> {
  return rows
    .filter((row) => row.foundationalRequirement === fr && (level === null || row.minSl <= level))
    .filter((row) => isShown(standingOf(row.id, declared), show))
    .sort((a, b) => compareRequirementIds(a.id, b.id));
}

function isShown(standing: RowStanding, show: ShowFilter): boolean {
  if (show === null) return true;
  if (show === "unanswered") return standing === "unanswered";
  return standing !== "unanswered" && standing !== "counts";
}

/** `CR 1.1 RE(1)` as the id of an element: `cr-1-1-re-1`. */
export function toAnchor(requirementId: string): string {
  return requirementId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");
}

/** The same address with one parameter changed, null to leave it out. */
export function withParameter(search: URLSearchParams, name: string, value: string | null): string {
  const next = new URLSearchParams(search);
  next.delete(name);
  if (value !== null) next.set(name, value);
  return `?${next}`;
}
