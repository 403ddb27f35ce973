import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findAssessment, listFrozenResults } from "~db/repositories/assessments";
import { findDecision } from "~db/repositories/decisions";
import { stateAt } from "~db/repositories/draft-history";
import { listModelEdits } from "~db/repositories/model-edits";
import { findRevision } from "~db/repositories/revisions";
import { findZoneModel, listDrafts } from "~db/repositories/zone-models";
import { assessments, draftSnapshots, modelEdits, revisions, zoneModels } from "~db/schema";
import { StoredDocumentError } from "~db/stored";
import { aDatabase, NOW } from "../builders/database";
import { aScene, decideOn } from "../use-cases/decisions/scene";

const database = aDatabase();

/** What a hand in the database may leave behind: rows are found by their keys, whatever stands in them. */
const BROKEN: ReadonlyArray<unknown> = [null, [], {}, "text", { zones: 1 }];

async function aDecidedScene() {
  const scene = await aScene(database());
  const { organisationId, personId } = scene.officer.actor;
  const decision = await findDecision(database().read, organisationId, await decideOn(scene));
  if (!decision) throw new Error("the decision is there");
  return { organisationId, personId, modelId: scene.modelId, assessmentId: decision.assessmentId };
}

/** Fails, names the column and the row, and shows nothing of what stands in it. */
async function expectNamed(read: () => Promise<unknown>, column: string, row: string) {
  const error = await read().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoredDocumentError);
  expect(String(error)).toContain(`${column} of ${row} cannot be read: `);
  expect(String(error)).not.toContain("text");
}

test("a draft, a revision, a snapshot or an edit that is no such thing is an error that names its row", async () => {
  const { organisationId, personId, modelId } = await aDecidedScene();
  const scope = [database().read, organisationId] as const;
  await database().transaction(async (db) => {
    await db.insert(draftSnapshots).values({
      ...{ organisationId, modelId, version: 1 },
      draft: (await findZoneModel(db, organisationId, modelId))?.draft ?? expect.fail(),
    });
  });
  expect(await stateAt(...scope, modelId, 1)).toBeDefined();
  const whole = (await findRevision(...scope, modelId, 1))?.content ?? expect.fail();
  for (const broken of BROKEN) {
    // Typed as documents, which is what the schema promises and a hand does not keep.
    const draft = broken as never;
    await database().transaction(async (db) => {
      const isModel = and(eq(zoneModels.organisationId, organisationId), eq(zoneModels.id, modelId));
      if (broken !== null) {
        await db.update(zoneModels).set({ draft }).where(isModel);
        await db
          .update(revisions)
          .set({ content: draft })
          .where(eq(revisions.organisationId, organisationId));
        await db
          .update(draftSnapshots)
          .set({ draft })
          .where(eq(draftSnapshots.organisationId, organisationId));
      }
      await db.delete(modelEdits).where(eq(modelEdits.organisationId, organisationId));
      await db.insert(modelEdits).values({
        ...{ organisationId, modelId, version: 1, personId, at: NOW },
        commands: [draft],
      });
    });
    const readEdits = () => listModelEdits(...scope, { modelId, after: 0, limit: 5 });
    await expectNamed(readEdits, "model_edits.commands", `${modelId} 1`);
    if (broken === null) continue;
    await expectNamed(() => findZoneModel(...scope, modelId), "zone_models.draft", modelId);
    await expectNamed(() => listDrafts(...scope), "zone_models.draft", modelId);
    await expectNamed(() => findRevision(...scope, modelId, 1), "revisions.content", `${modelId} 1`);
    await expectNamed(() => stateAt(...scope, modelId, 1), "draft_snapshots.draft", `${modelId} 1`);
  }
  // Other tests share the database: nothing that cannot be read stays.
  await database().transaction(async (db) => {
    await db.delete(modelEdits).where(eq(modelEdits.organisationId, organisationId));
    await db.delete(draftSnapshots).where(eq(draftSnapshots.organisationId, organisationId));
    await db.update(zoneModels).set({ draft: whole }).where(eq(zoneModels.organisationId, organisationId));
    await db.update(revisions).set({ content: whole }).where(eq(revisions.organisationId, organisationId));
  });
});

test("a frozen assessment is read as it was frozen; one that is none is an error that names its row", async () => {
  const { organisationId, assessmentId } = await aDecidedScene();
  const scope = [database().read, organisationId] as const;
  const [stored] = await database().read.select().from(assessments).where(eq(assessments.id, assessmentId));
  const read = await findAssessment(...scope, assessmentId);
  // To the last byte: a fingerprint rests on it.
  expect(read).toEqual(stored);
  expect((await listFrozenResults(...scope, [assessmentId])).get(assessmentId)).toEqual(stored?.result);
  for (const column of ["profile", "declaration", "result"] as const)
    for (const broken of BROKEN.filter((one) => one !== null)) {
      await database().transaction((db) =>
        db
          .update(assessments)
          .set({ [column]: broken })
          .where(eq(assessments.id, assessmentId)),
      );
      await expectNamed(() => findAssessment(...scope, assessmentId), `assessments.${column}`, assessmentId);
      if (column === "result")
        await expectNamed(
          () => listFrozenResults(...scope, [assessmentId]),
          "assessments.result",
          assessmentId,
        );
      await database().transaction((db) =>
        db
          .update(assessments)
          .set({ [column]: stored?.[column] ?? expect.fail() })
          .where(eq(assessments.id, assessmentId)),
      );
    }
});

test("what an earlier build froze without parts that did not exist then is read all the same", async () => {
  const { organisationId, assessmentId } = await aDecidedScene();
  const [stored] = await database().read.select().from(assessments).where(eq(assessments.id, assessmentId));
  if (!stored) throw new Error("the assessment is there");
  const { policy, channels, countermeasures, mds2Questions, milestones, ...profile } = stored.profile;
  const { facts, evidence, ...declaration } = stored.declaration;
  const results = stored.result.results.map(({ compensated, achieved, ...one }) => one);
  await database().transaction((db) =>
    db
      .update(assessments)
      // As it stood in rows of then, which today's types do not know.
      .set({ profile, declaration, result: { ...stored.result, results } } as never)
      .where(eq(assessments.id, assessmentId)),
  );
  const read = await findAssessment(database().read, organisationId, assessmentId);
  expect(read?.profile.milestones).toEqual([]);
  expect(read?.declaration.evidence).toEqual([]);
  expect(read?.result.results.every(({ compensated }) => compensated.length === 0)).toBe(true);
});
