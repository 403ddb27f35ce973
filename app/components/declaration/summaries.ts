import type { StateName } from "~/components/state-badge";
import type { SlCapability } from "~/domain/assessment/capability";
import type { DeclarationState } from "~/domain/declaration/declaration";
import type { RequestState } from "~/domain/procurement/request";
import type { ComponentType } from "~/domain/requirement/component-requirement";
import type { SlVector } from "~/domain/security-level/security-level";
import type { Visibility } from "./sheet";

export type DeclarationSummary = {
  id: string;
  version: number;
  state: DeclarationState;
  visibility: Visibility;
  updatedAt: string;
  signedAt: string | null;
  answered: number;
  applicable: number;
  capability: SlCapability;
};

export type ProductSummary = {
  id: string;
  name: string;
  componentTypes: ReadonlyArray<ComponentType>;
  isArchived: boolean;
  releaseCount: number;
  newestRelease: string | null;
  signed: DeclarationSummary | null;
  draft: DeclarationSummary | null;
};

export type RequestRow = {
  id: string;
  hospitalName: string;
  subject: string;
  dueOn: string;
  state: RequestState;
  isOpen: boolean;
  isOverdue: boolean;
  zoneClass: string;
  slTarget: SlVector;
};

/** The supplier has answered once it has declared. */
export function toStateName(state: RequestState): StateName {
  return state === "declared" ? "answered" : state;
}
