import { and, asc, eq, inArray } from "drizzle-orm";
import type { Attachment } from "~/domain/procurement/attachment";
import type { ComponentType } from "~/domain/requirement/component-requirement";
import type { Db } from "../client";
import { requestTemplates, templateFiles } from "../schema";

/** What a hospital asks again and again. */
export type RequestTemplate = {
  organisationId: string;
  id: string;
  name: string;
  subject: string;
  message: string;
  dueInDays: number;
  componentTypes: ReadonlyArray<ComponentType>;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
};

/** Lists stop here; a hospital is refused more. */
export const MOST_TEMPLATES = 200;

/** By name, each with its files. */
export async function listRequestTemplates(
  db: Db,
  organisationId: string,
): Promise<ReadonlyArray<RequestTemplate & { attachments: ReadonlyArray<Attachment> }>> {
  const rows = await db
    .select()
    .from(requestTemplates)
    .where(eq(requestTemplates.organisationId, organisationId))
    .orderBy(asc(requestTemplates.name))
    .limit(MOST_TEMPLATES);
  if (rows.length === 0) return [];
  const files = await db
    .select()
    .from(templateFiles)
    .where(
      and(
        eq(templateFiles.organisationId, organisationId),
        inArray(
          templateFiles.templateId,
          rows.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(templateFiles.position));
  return rows.map((row) => ({
    ...row,
    attachments: files
      .filter(({ templateId }) => templateId === row.id)
      .map(({ sha256, name }) => ({ sha256, name })),
  }));
}

export async function countRequestTemplates(db: Db, organisationId: string): Promise<number> {
  return db.$count(requestTemplates, eq(requestTemplates.organisationId, organisationId));
}

export async function findRequestTemplateByName(
  db: Db,
  organisationId: string,
  name: string,
): Promise<RequestTemplate | undefined> {
  const [row] = await db
    .select()
    .from(requestTemplates)
    .where(and(eq(requestTemplates.organisationId, organisationId), eq(requestTemplates.name, name)));
  return row;
}

export async function saveNewRequestTemplate(
  db: Db,
  template: RequestTemplate,
  attachments: ReadonlyArray<Attachment>,
): Promise<void> {
  const { organisationId, id: templateId } = template;
  await db.insert(requestTemplates).values(template);
  if (attachments.length === 0) return;
  await db.insert(templateFiles).values(
    attachments.map(({ sha256, name }, position) => ({
      ...{ organisationId, templateId, sha256, name, position },
    })),
  );
}

/** False where the hospital has no such template: nothing is written. */
export async function renameRequestTemplate(
  db: Db,
  organisationId: string,
  { id, name, updatedAt }: Pick<RequestTemplate, "id" | "name" | "updatedAt">,
): Promise<boolean> {
  const renamed = await db
    .update(requestTemplates)
    .set({ name, updatedAt })
    .where(and(eq(requestTemplates.organisationId, organisationId), eq(requestTemplates.id, id)))
    .returning({ id: requestTemplates.id });
  return renamed.length > 0;
}

/** False where the hospital has no such template. Its files go from the template, not from what was sent with it. */
export async function deleteRequestTemplate(db: Db, organisationId: string, id: string): Promise<boolean> {
  const deleted = await db
    .delete(requestTemplates)
    .where(and(eq(requestTemplates.organisationId, organisationId), eq(requestTemplates.id, id)))
    .returning({ id: requestTemplates.id });
  return deleted.length > 0;
}
