import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { computeCapability, type SlCapability } from "~/domain/assessment/capability";
import type { DeclarationState } from "~/domain/declaration/declaration";
import { progressOf } from "~/domain/declaration/progress";
import type { Declaration, Visibility } from "~db/repositories/declarations";

export type DeclarationSummary = {
  id: string;
  releaseId: string;
  version: number;
  state: DeclarationState;
  visibility: Visibility;
  updatedAt: string;
  signedAt: string | null;
  answered: number;
  applicable: number;
  capability: SlCapability;
};

/** A declaration in a list: how far, and what it reaches. */
export function toSummary(declaration: Declaration): DeclarationSummary {
  const { id, releaseId, version, state, visibility, content } = declaration;
  const progress = progressOf(content, COMPONENT_REQUIREMENTS);
  return {
    id,
    releaseId,
    version,
    state,
    visibility,
    updatedAt: declaration.updatedAt.toISOString(),
    signedAt: declaration.signedAt?.toISOString() ?? null,
    answered: progress.reduce((sum, fr) => sum + fr.answered, 0),
    applicable: progress.reduce((sum, fr) => sum + fr.applicable, 0),
    capability: computeCapability(COMPONENT_REQUIREMENTS, content),
  };
}

/** Per release, newest version first in the list: its last signed declaration and its open draft, if there are. */
export function currentOf<D extends Pick<Declaration, "releaseId" | "state">>(
  declarations: ReadonlyArray<D>,
  releaseId: string,
): { signed: D | null; draft: D | null } {
  const own = declarations.filter((declaration) => declaration.releaseId === releaseId);
  return {
    signed: own.find(({ state }) => state === "signed") ?? null,
    draft: own.find(({ state }) => state === "draft") ?? null,
  };
}
