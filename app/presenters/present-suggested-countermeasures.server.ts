import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import { SUGGESTED_COUNTERMEASURES } from "~/catalogue/suggested-countermeasures";
import { SYSTEM_REQUIREMENTS } from "~/catalogue/system-requirements";
import { earlierWordings } from "~/domain/declaration/own-wording";
import { clauseNumberOf } from "~/domain/declaration/topics";
import { AppError } from "~/domain/shared/app-error";
import { findOwnDeclaration } from "~/use-cases/declarations/find-own-declaration.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations } from "~db/repositories/declarations";

const OWN_AT_MOST = 3;

/**
 * What the surrounding zone could provide for a row that the product does not meet alone, each with where it comes
 * from: the supplier's own words in other declarations, the system requirement that the row belongs to, and this
 * portal's suggestions. Nothing is stored; the person chooses.
 */
export async function presentSuggestedCountermeasures(
  { actor, database }: Caller,
  { declarationId, requirementId }: { declarationId: string; requirementId: string },
) {
  requirePermission(actor, "declaration.answer");
  const { read } = database;
  await findOwnDeclaration(read, actor, declarationId);
  const row = COMPONENT_REQUIREMENT_BY_ID.get(requirementId);
  if (!row) throw new AppError("not-found", "there is no such requirement");
  const others = (await listDeclarations(read, actor.organisationId))
    .filter(({ id }) => id !== declarationId)
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  const system = SYSTEM_REQUIREMENTS.find(({ id }) => id === row.systemRequirement);
  return {
    own: earlierWordings(
      others.map(({ content, productName, releaseVersion, version }) => ({
        content,
        origin: { product: productName, release: releaseVersion, version },
      })),
      requirementId,
      OWN_AT_MOST,
    ),
    system: system ? { id: system.id, title: system.title, confidence: system.confidence } : null,
    portal: SUGGESTED_COUNTERMEASURES[clauseNumberOf(requirementId)] ?? [],
  };
}
