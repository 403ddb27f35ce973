import { and, eq, inArray } from "drizzle-orm";
import type { Assessment, RequirementProfile } from "~/domain/assessment/assessment";
import { completeAssessment, completeFrozen } from "~/domain/assessment/stored-forms";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { Db } from "../client";
import { assessments } from "../schema";

/** Everything a decision rests on, as it was: never updated, there is no function that could. */
export type FrozenAssessment = {
  organisationId: string;
  id: string;
  modelId: string;
  revisionNumber: number;
  zoneId: string;
  zoneName: string;
  supplierId: string;
  declarationId: string;
  productName: string;
  releaseVersion: string;
  declarationVersion: number;
  profile: RequirementProfile;
  declaration: DeclarationContent;
  result: Assessment;
  fingerprint: string;
  asOf: string;
  createdAt: Date;
};

export async function findAssessment(
  db: Db,
  organisationId: string,
  id: string,
): Promise<FrozenAssessment | undefined> {
  const [row] = await db
    .select()
    .from(assessments)
    .where(and(eq(assessments.organisationId, organisationId), eq(assessments.id, id)));
  return row && completeFrozen(row);
}

/** The frozen results by assessment id, to compare with today's. */
export async function listFrozenResults(
  db: Db,
  organisationId: string,
  ids: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, Assessment>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: assessments.id, result: assessments.result })
    .from(assessments)
    .where(and(eq(assessments.organisationId, organisationId), inArray(assessments.id, [...ids])));
  return new Map(rows.map((row) => [row.id, completeAssessment(row.result)]));
}

export async function saveNewAssessment(
  db: Db,
  organisationId: string,
  assessment: FrozenAssessment,
): Promise<void> {
  await db.insert(assessments).values({ ...assessment, organisationId });
}
