import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { mayDo } from "~/domain/access/permissions";
import { factProgressOf, progressOf } from "~/domain/declaration/progress";
import { SECTIONS } from "~/domain/declaration/sections";
import { selectApplicable } from "~/domain/requirement/component-requirement";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listMembers } from "~db/repositories/organisations";
import { assignedSections } from "./assigned-sections.server";
import { findWithNames } from "./present-declaration.server";

/** The sections of a declaration: how far each is, who fills it in, and who could. */
export async function presentSections({ actor, database }: Caller, declarationId: string) {
  requirePermission(actor, "declaration.read");
  const { read } = database;
  const { declaration, product, release } = await findWithNames(read, actor.organisationId, declarationId);
  const { id, version, state, content } = declaration;
  const [assigned, members] = await Promise.all([
    assignedSections(read, actor, id),
    listMembers(read, actor.organisationId),
  ]);
  const rows = selectApplicable(COMPONENT_REQUIREMENTS, content.componentTypes);
  const counts = new Map<string, { done: number; all: number }>([
    ...progressOf(content, rows).map(
      ({ foundationalRequirement: fr, answered, applicable }) =>
        [fr, { done: answered, all: applicable }] as const,
    ),
    ...factProgressOf(content.facts).map(
      ({ group, stated, facts }) => [`facts-${group}`, { done: stated, all: facts }] as const,
    ),
  ]);
  return {
    declaration: { id, version, state, content: { evidence: content.evidence } },
    product: { id: product.id, name: product.name },
    release: { id: release.id, version: release.version },
    sections: SECTIONS.map((section) => {
      const owner = assigned.find((one) => one.section === section);
      const { done, all } = counts.get(section) ?? { done: 0, all: 0 };
      return { section, done, all, owner: owner ? { name: owner.name, isMine: owner.isMine } : null };
    }),
    colleagues: members
      .filter(
        ({ state, roles }) =>
          state === "active" && mayDo({ organisationKind: "supplier", roles }, "declaration.answer"),
      )
      .map(({ personId, name }) => ({ id: personId, name, isSelf: personId === actor.personId })),
    mayAssign: state === "draft" && mayDo(actor, "declaration.assign"),
    mayInvite: mayDo(actor, "member.invite"),
  };
}
