import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import { toLookAtAgain } from "~/domain/declaration/carry-over";
import { differenceOfDeclarations } from "~/domain/declaration/difference";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findWithNames } from "./present-declaration.server";

/** What a declaration took over from one of another release, what it says otherwise by now, and what to look at again. */
export async function presentCarryOver({ actor, database, now }: Caller, declarationId: string) {
  requirePermission(actor, "declaration.read");
  const { read } = database;
  const { declaration, product, release } = await findWithNames(read, actor.organisationId, declarationId);
  const { id, version, state, content, copiedFrom } = declaration;
  if (copiedFrom === null) throw new AppError("not-found", "the declaration began as no copy");
  const source = await findWithNames(read, actor.organisationId, copiedFrom);
  const before = source.declaration.content;
  const difference = differenceOfDeclarations(before, content);
  const changed = new Set(difference.answers.map(({ requirementId }) => requirementId));
  const sameFacts = Object.keys(content.facts).length - difference.facts.filter(isStated).length;
  return {
    declaration: { id, version, state, content: { evidence: content.evidence } },
    product: { id: product.id, name: product.name },
    release: { id: release.id, version: release.version },
    source: {
      id: source.declaration.id,
      productName: source.product.name,
      releaseVersion: source.release.version,
      version: source.declaration.version,
    },
    taken: {
      answers: Object.keys(content.answers).filter((row) => !changed.has(row)).length,
      facts: Math.max(0, sameFacts),
      evidence:
        content.evidence.length - difference.evidence.added.length - difference.evidence.changed.length,
    },
    again: toLookAtAgain(content, toIsoDate(now)),
    difference: {
      ...difference,
      version: source.declaration.version,
      answers: difference.answers.map((answer) => ({ ...answer, ...toRow(answer.requirementId) })),
    },
  };
}

function isStated({ after }: { after: unknown }): boolean {
  return after !== undefined;
}

function toRow(id: string) {
  const row = COMPONENT_REQUIREMENT_BY_ID.get(id);
  return {
    id,
    title: row?.title ?? "",
    foundationalRequirement: row?.foundationalRequirement ?? ("IAC" as const),
  };
}
