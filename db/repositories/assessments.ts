import { and, desc, eq, inArray } from "drizzle-orm";
import type { Assessment, RequirementProfile } from "~/domain/assessment/assessment";
import { completeAssessment, completeFrozen } from "~/domain/assessment/stored-forms";
import {
  StoredAssessmentSchema,
  StoredContentSchema,
  StoredProfileSchema,
} from "~/domain/assessment/stored-schemas";
import { completeContent, type DeclarationContent } from "~/domain/declaration/declaration";
import type { Db } from "../client";
import { assessments } from "../schema";
import { checkStored } from "../stored";

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
  if (!row) return undefined;
  const place = (column: string) => ({ column: `assessments.${column}`, row: id });
  checkStored(StoredProfileSchema, row.profile, place("profile"));
  checkStored(StoredContentSchema, row.declaration, place("declaration"));
  return completeFrozen({ ...row, result: resultOf(row) });
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
  return new Map(rows.map((row) => [row.id, completeAssessment(resultOf(row))]));
}

function resultOf({ id, result }: Pick<FrozenAssessment, "id" | "result">): Assessment {
  return checkStored(StoredAssessmentSchema, result, { column: "assessments.result", row: id });
}

/** What a hospital decided on with a declaration, as it was frozen last: it stays readable whatever is shared today. */
export async function findDecidedContent(
  db: Db,
  organisationId: string,
  declarationId: string,
): Promise<{ supplierId: string; content: DeclarationContent } | undefined> {
  const [row] = await db
    .select({ id: assessments.id, supplierId: assessments.supplierId, content: assessments.declaration })
    .from(assessments)
    .where(and(eq(assessments.organisationId, organisationId), eq(assessments.declarationId, declarationId)))
    .orderBy(desc(assessments.createdAt), desc(assessments.id))
    .limit(1);
  if (!row) return undefined;
  checkStored(StoredContentSchema, row.content, { column: "assessments.declaration", row: row.id });
  return { supplierId: row.supplierId, content: completeContent(row.content) };
}

export async function saveNewAssessment(
  db: Db,
  organisationId: string,
  assessment: FrozenAssessment,
): Promise<void> {
  await db.insert(assessments).values({ ...assessment, organisationId });
}
