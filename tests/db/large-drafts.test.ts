import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { EMPTY_ZONE_MODEL, type ZoneModel } from "~/domain/zone-model/zone-model";
import { stateAt } from "~db/repositories/draft-history";
import { saveNewSite } from "~db/repositories/sites";
import { findZoneModel, listDrafts, saveDraft, saveNewZoneModel } from "~db/repositories/zone-models";
import { modelEdits, zoneModels } from "~db/schema";
import { aDatabase, aHospitalCaller, NOW } from "../builders/database";
import { anAsset, aZone } from "../builders/zone-model";
import { acceptedOf, someCommands } from "../domain/zone-model/arbitraries";

const database = aDatabase();

const FILLING: ReadonlyArray<ZoneModelCommand> = [
  { type: "add-zone", zone: aZone({ id: "hall", name: "Hall" }), place: null },
  ...Array.from({ length: 600 }, (_, n) => ({
    type: "add-asset" as const,
    asset: anAsset({ id: `asset-${n}`, zoneId: "hall" }),
  })),
];

/** A model of 600 assets, and how each further command is saved on it. */
async function aLargeModel() {
  const { actor } = await aHospitalCaller(database(), "security-engineer");
  const { organisationId, personId } = actor;
  const filled = acceptedOf(EMPTY_ZONE_MODEL, FILLING).at(-1)?.after ?? EMPTY_ZONE_MODEL;
  await database().transaction(async (db) => {
    await saveNewSite(db, { organisationId, id: "site", name: "Campus", createdAt: NOW });
    await saveNewZoneModel(db, organisationId, {
      ...{ id: "model", siteId: "site", name: "M", purpose: "", createdBy: personId, createdAt: NOW },
    });
    await saveDraft(db, organisationId, {
      ...{ modelId: "model", version: 0, draft: filled, commands: FILLING, personId, at: NOW },
    });
  });
  const save = (version: number, draft: ZoneModel, commands: ReadonlyArray<ZoneModelCommand>) =>
    database().transaction((db) =>
      saveDraft(db, organisationId, { modelId: "model", version, draft, commands, personId, at: NOW }),
    );
  const held = async () => {
    const [row] = await database()
      .read.select({ draft: zoneModels.draft, heldVersion: zoneModels.heldVersion })
      .from(zoneModels)
      .where(and(eq(zoneModels.organisationId, organisationId), eq(zoneModels.id, "model")));
    return row;
  };
  return { organisationId, filled, save, held };
}

test("a large draft is after every small edit what was saved, wherever it is read", async () => {
  const { organisationId, filled, save } = await aLargeModel();
  const drawn = fc.sample(someCommands, { numRuns: 12, seed: 5 }).flat();
  const steps = acceptedOf(filled, drawn);
  expect(steps.length).toBeGreaterThan(30);
  for (const [position, { command, after }] of steps.entries()) {
    expect(await save(position + 1, after, [command])).toBe(true);
    const model = await findZoneModel(database().read, organisationId, "model");
    expect(model?.draftVersion).toBe(position + 2);
    expect(model?.draft).toEqual(after);
    expect((await listDrafts(database().read, organisationId)).get("model")).toEqual(after);
  }
  const last = steps.at(-1)?.after;
  expect(await stateAt(database().read, organisationId, "model", steps.length + 1)).toEqual(last);
});

test("a small edit of a large draft is written as its commands, a large one and every 25th version whole", async () => {
  const { filled, save, held } = await aLargeModel();
  expect(await held()).toEqual({ draft: filled, heldVersion: null });
  const renamed = (n: number) => ({
    type: "update-zone" as const,
    zoneId: "hall",
    changes: { name: `Hall ${n}` },
  });
  const steps = acceptedOf(
    filled,
    Array.from({ length: 25 }, (_, n) => renamed(n)),
  );
  for (const [position, { command, after }] of steps.slice(0, 23).entries())
    await save(position + 1, after, [command]);
  expect(await held()).toEqual({ draft: filled, heldVersion: 1 });
  const [whole, small] = steps.slice(23);
  if (!whole || !small) throw new Error("25 renames are 25 edits");
  await save(24, whole.after, [whole.command]);
  expect(await held()).toEqual({ draft: whole.after, heldVersion: null });
  await save(25, small.after, [small.command]);
  expect(await held()).toEqual({ draft: whole.after, heldVersion: 25 });
  const many = Array.from({ length: 21 }, (_, n) => renamed(n));
  const after = acceptedOf(small.after, many).at(-1)?.after ?? EMPTY_ZONE_MODEL;
  await save(26, after, many);
  expect(await held()).toEqual({ draft: after, heldVersion: null });
});

test("a large draft whose edits are gone is an error, never an older draft", async () => {
  const { organisationId, filled, save } = await aLargeModel();
  const [step] = acceptedOf(filled, [{ type: "delete-asset", assetId: "asset-1" }]);
  if (!step) throw new Error("asset-1 is there");
  await save(1, step.after, [step.command]);
  await database().transaction((db) =>
    db
      .delete(modelEdits)
      .where(and(eq(modelEdits.organisationId, organisationId), eq(modelEdits.version, 2))),
  );
  await expect(findZoneModel(database().read, organisationId, "model")).rejects.toThrow(
    "zone_models.draft of model cannot be brought to version 2",
  );
});
