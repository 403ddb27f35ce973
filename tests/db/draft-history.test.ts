import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_ZONE_MODEL, type ZoneModel } from "~/domain/zone-model/zone-model";
import { findModelEdit, listEditors, stateAt } from "~db/repositories/draft-history";
import { listModelEdits } from "~db/repositories/model-edits";
import { saveNewSite } from "~db/repositories/sites";
import { SNAPSHOT_EVERY, saveDraft, saveNewZoneModel } from "~db/repositories/zone-models";
import { draftSnapshots } from "~db/schema";
import { aDatabase, aHospitalCaller, NOW } from "../builders/database";
import { aZone } from "../builders/zone-model";
import { acceptedOf, someCommands } from "../domain/zone-model/arbitraries";

const database = aDatabase();

async function aModelWith(states: (start: ZoneModel) => ReturnType<typeof acceptedOf>) {
  const { actor } = await aHospitalCaller(database(), "security-engineer");
  const { organisationId, personId } = actor;
  const steps = states(EMPTY_ZONE_MODEL);
  await database().transaction(async (db) => {
    await saveNewSite(db, { organisationId, id: "site", name: "Campus", createdAt: NOW });
    await saveNewZoneModel(db, organisationId, {
      ...{ id: "model", siteId: "site", name: "M", purpose: "", createdBy: personId, createdAt: NOW },
    });
    for (const [version, { command, after }] of steps.entries())
      await saveDraft(db, organisationId, {
        ...{ modelId: "model", version, draft: after, commands: [command], personId, at: NOW },
      });
  });
  return { organisationId, personId, steps };
}

/** Renames one zone again and again: many versions, each told apart by the name. */
function renames(count: number): ReturnType<typeof acceptedOf> {
  return acceptedOf(EMPTY_ZONE_MODEL, [
    { type: "add-zone", zone: aZone({ id: "icu", name: "1" }), place: null },
    ...Array.from({ length: count - 1 }, (_, number) => ({
      type: "update-zone" as const,
      zoneId: "icu",
      changes: { name: String(number + 2) },
    })),
  ]);
}

test("the state at any version is the draft as it then was", async () => {
  const drawn = fc.sample(someCommands, { numRuns: 4, seed: 4 }).flat();
  const { organisationId, steps } = await aModelWith((start) => acceptedOf(start, drawn));
  expect(steps.length).toBeGreaterThan(5);
  expect(await stateAt(database().read, organisationId, "model", 0)).toEqual(EMPTY_ZONE_MODEL);
  for (const [position, { after }] of steps.entries())
    expect(await stateAt(database().read, organisationId, "model", position + 1)).toEqual(after);
});

test("every hundredth version is kept whole, and states after it are replayed from there", async () => {
  const count = 2 * SNAPSHOT_EVERY + 5;
  const { organisationId } = await aModelWith(() => renames(count));
  const kept = await database()
    .read.select({ version: draftSnapshots.version })
    .from(draftSnapshots)
    .where(eq(draftSnapshots.organisationId, organisationId));
  expect(kept.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([
    SNAPSHOT_EVERY,
    2 * SNAPSHOT_EVERY,
  ]);
  // Told from the edits by what they could not have made.
  await database().transaction((db) =>
    db
      .update(draftSnapshots)
      .set({ draft: { ...EMPTY_ZONE_MODEL, zones: [aZone({ id: "icu", name: "S" })] } }),
  );
  const nameAt = async (version: number) =>
    (await stateAt(database().read, organisationId, "model", version))?.zones[0]?.name;
  expect(await nameAt(SNAPSHOT_EVERY - 1)).toBe(String(SNAPSHOT_EVERY - 1));
  expect(await nameAt(SNAPSHOT_EVERY)).toBe("S");
  expect(await nameAt(SNAPSHOT_EVERY + 1)).toBe(String(SNAPSHOT_EVERY + 1));
});

test("models from before there were snapshots are replayed from the beginning", async () => {
  const { organisationId } = await aModelWith(() => renames(SNAPSHOT_EVERY + 20));
  await database().transaction((db) =>
    db.delete(draftSnapshots).where(eq(draftSnapshots.organisationId, organisationId)),
  );
  const state = await stateAt(database().read, organisationId, "model", SNAPSHOT_EVERY + 10);
  expect(state?.zones[0]?.name).toBe(String(SNAPSHOT_EVERY + 10));
});

test("a version that never was, and another organisation's model, have no state", async () => {
  const { organisationId } = await aModelWith(() => renames(3));
  expect(await stateAt(database().read, organisationId, "model", 4)).toBe(undefined);
  expect(await stateAt(database().read, "elsewhere", "model", 2)).toBe(undefined);
});

test("edits come newest first, of one person where one is named, and never of another organisation", async () => {
  const { organisationId, personId } = await aModelWith(() => renames(6));
  const versions = async (filter: { before: number; personId?: string; limit: number }) =>
    (
      await listModelEdits(database().read, organisationId, {
        ...{ modelId: "model", newestFirst: true, ...filter },
      })
    ).map(({ version }) => version);
  expect(await versions({ before: 6, limit: 3 })).toEqual([5, 4, 3]);
  expect(await versions({ before: 3, personId, limit: 9 })).toEqual([2, 1]);
  expect(await versions({ before: 9, personId: "nobody", limit: 9 })).toEqual([]);
  const foreign = { modelId: "model", before: 9, limit: 9 };
  expect(await listModelEdits(database().read, "elsewhere", foreign)).toEqual([]);
  expect((await findModelEdit(database().read, organisationId, "model", 2))?.version).toBe(2);
  expect(await findModelEdit(database().read, organisationId, "model", 7)).toBe(undefined);
  expect((await listEditors(database().read, organisationId, "model")).map(({ id }) => id)).toEqual([
    personId,
  ]);
});
