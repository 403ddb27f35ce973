import { and, asc, eq, inArray } from "drizzle-orm";
import type { Section } from "~/domain/declaration/sections";
import type { Db } from "../client";
import { declarations, people, products, releases, sectionAssignments } from "../schema";

export type SectionAssignment = { section: Section; personId: string; name: string };

/** Who fills in which section of one declaration. */
export async function listSectionAssignments(
  db: Db,
  organisationId: string,
  declarationId: string,
): Promise<ReadonlyArray<SectionAssignment>> {
  const rows = await db
    .select({
      section: sectionAssignments.section,
      personId: sectionAssignments.personId,
      name: people.name,
    })
    .from(sectionAssignments)
    .innerJoin(people, eq(people.id, sectionAssignments.personId))
    .where(
      and(
        eq(sectionAssignments.organisationId, organisationId),
        eq(sectionAssignments.declarationId, declarationId),
      ),
    )
    .orderBy(asc(sectionAssignments.section));
  // Only sections of the domain are ever written.
  return rows.map((row) => ({ ...row, section: row.section as Section }));
}

export type OwnSection = {
  declarationId: string;
  section: Section;
  productName: string;
  releaseVersion: string;
};

/** What one person has taken on in drafts of the organisation. */
export async function listOwnSections(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<ReadonlyArray<OwnSection>> {
  const rows = await db
    .select({
      declarationId: sectionAssignments.declarationId,
      section: sectionAssignments.section,
      productName: products.name,
      releaseVersion: releases.version,
    })
    .from(sectionAssignments)
    .innerJoin(
      declarations,
      and(
        eq(declarations.organisationId, sectionAssignments.organisationId),
        eq(declarations.id, sectionAssignments.declarationId),
      ),
    )
    .innerJoin(
      releases,
      and(eq(releases.organisationId, declarations.organisationId), eq(releases.id, declarations.releaseId)),
    )
    .innerJoin(
      products,
      and(eq(products.organisationId, releases.organisationId), eq(products.id, releases.productId)),
    )
    .where(
      and(
        eq(sectionAssignments.organisationId, organisationId),
        eq(sectionAssignments.personId, personId),
        eq(declarations.state, "draft"),
      ),
    )
    .orderBy(asc(products.name), asc(releases.version), asc(sectionAssignments.section));
  return rows.map((row) => ({ ...row, section: row.section as Section }));
}

/** Each section to one person; null takes it back. What they were before is replaced. */
export async function saveSectionAssignments(
  db: Db,
  organisationId: string,
  assigned: {
    declarationId: string;
    sections: ReadonlyArray<Section>;
    personId: string | null;
    assignedBy: string;
    assignedAt: Date;
  },
): Promise<void> {
  const { declarationId, sections, personId, assignedBy, assignedAt } = assigned;
  await db
    .delete(sectionAssignments)
    .where(
      and(
        eq(sectionAssignments.organisationId, organisationId),
        eq(sectionAssignments.declarationId, declarationId),
        inArray(sectionAssignments.section, [...sections]),
      ),
    );
  if (personId === null) return;
  await db.insert(sectionAssignments).values(
    sections.map((section) => ({
      ...{ organisationId, declarationId, section, personId, assignedBy, assignedAt },
    })),
  );
}
