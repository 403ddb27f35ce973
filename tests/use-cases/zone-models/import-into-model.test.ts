import { expect, test } from "vitest";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
import { presentModelExport, presentModelFile } from "~/presenters/present-model-export.server";
import { presentModelImport } from "~/presenters/present-model-import.server";
import { exportWords } from "~/routes/hospital.models.$modelId.export.$file/words";
import { importIntoModel, MAX_IMPORT_COMMANDS } from "~/use-cases/zone-models/import-into-model.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listModelEdits } from "~db/repositories/model-edits";
import { findZoneModel } from "~db/repositories/zone-models";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { anAsset, aZone } from "../../builders/zone-model";
import {
  aColleague,
  accepted,
  aDrawnModel,
  adding,
  aModel,
  auditOf,
  edit,
  refusedAs,
  renaming,
} from "./models";

const database = aDatabase();
const words = exportWords("en");

function assets(count: number, zoneId: string | null = null): ReadonlyArray<ZoneModelCommand> {
  return Array.from({ length: count }, (_, n) => ({
    type: "add-asset" as const,
    asset: anAsset({ id: `asset-${n}`, zoneId }),
  }));
}

const source = "inventory" as const;

test("10,000 assets are saved as one edit with one audit entry that counts them, and are taken back as one", async () => {
  const { caller, modelId } = await aModel(database());
  const commands = [adding("imaging"), ...assets(10_000, "imaging")];
  const saved = accepted(await importIntoModel(caller, { modelId, version: 0, source, commands }));
  expect(saved).toEqual({ id: modelId, version: 1 });
  const model = await findZoneModel(database().read, caller.actor.organisationId, modelId);
  expect(model?.draft.assets).toHaveLength(10_000);
  const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "model.edit",
    subjectId: modelId,
    details: { version: 1, import: "inventory", commands: { "add-zone": 1, "add-asset": 10_000 } },
  });
  const back = inverseOfAll(EMPTY_ZONE_MODEL, commands);
  if (!back.ok) throw new Error("these fit");
  const undone = { modelId, version: 1, source: "undo", commands: back.value };
  expect(accepted(await importIntoModel(caller, undone)).version).toBe(2);
  const now = await findZoneModel(database().read, caller.actor.organisationId, modelId);
  expect(now?.draft).toEqual(EMPTY_ZONE_MODEL);
});

test("a command that does not fit keeps all of them out and says which it was", async () => {
  const { caller, modelId } = await aModel(database());
  const commands = [...assets(40), ...assets(1, "nowhere")];
  const outcome = await importIntoModel(caller, { modelId, version: 0, source, commands });
  expect(outcome).toEqual({
    ok: false,
    refusal: {
      code: "command-refused",
      index: 40,
      refusal: { code: "duplicate-id", kind: "asset", elementId: "asset-0" },
    },
  });
  const model = await findZoneModel(database().read, caller.actor.organisationId, modelId);
  expect([model?.draftVersion, model?.draft.assets.length]).toEqual([0, 0]);
  expect(await auditOf(caller)).toEqual(["site.create", "model.create"]);
});

test("on an older version it goes on top where both touch nothing in common, and is refused where they do", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const colleague = await aColleague(caller, "security-lead");
  accepted(await edit(colleague, modelId, 1, renaming("imaging", "Radiology")));
  const commands = assets(3, "imaging");
  expect(accepted(await importIntoModel(caller, { modelId, version: 1, source, commands })).version).toBe(3);
  const clash = { modelId, version: 1, source, commands: [renaming("imaging", "Imaging 2")] };
  expect(await importIntoModel(caller, clash)).toEqual({
    ok: false,
    refusal: { code: "stale-version", currentVersion: 3 },
  });
  const ahead = { modelId, version: 9, source, commands };
  expect(refusedAs(await importIntoModel(caller, ahead))).toBe("stale-version");
});

test("replacing a zone spells out what goes with it, for those who read the edit later", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  accepted(await edit(caller, modelId, 1, ...assets(1, "imaging")));
  const commands: ReadonlyArray<ZoneModelCommand> = [
    { type: "delete-zone", zoneId: "imaging" },
    { type: "add-zone", zone: aZone({ id: "other" }), place: null },
  ];
  accepted(await importIntoModel(caller, { modelId, version: 2, source: "zone-model-json", commands }));
  const range = { modelId, after: 2, limit: 10 };
  const [recorded] = await listModelEdits(database().read, caller.actor.organisationId, range);
  expect(recorded?.commands.map(({ type }) => type)).toEqual(["move-asset", "delete-zone", "add-zone"]);
});

test("bad input, too many commands and a submitted draft are refused", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const bad = [
    { modelId, version: 1, source, commands: [] },
    { modelId, version: 1, source: "elsewhere", commands: assets(1) },
    { modelId, version: -1, source, commands: assets(1) },
    { modelId, version: 1, source, commands: [{ type: "drop-table" }] },
    { modelId, version: 1, source, commands: assets(MAX_IMPORT_COMMANDS + 1) },
    undefined,
  ];
  for (const input of bad) expect(refusedAs(await importIntoModel(caller, input))).toBe("invalid-input");
  accepted(await submitRevision(caller, { modelId, version: 1, note: "First" }));
  const late = { modelId, version: 1, source, commands: assets(1) };
  expect(refusedAs(await importIntoModel(caller, late))).toBe("model-is-submitted");
});

test("a waiver that lasts longer than one may be written is no way in", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const waiving = (expiresOn: string): ZoneModelCommand => ({
    type: "add-waiver",
    waiver: {
      id: "w1",
      ruleId: "zone-has-sl-target",
      element: { kind: "zone", id: "imaging" },
      reason: "Being replaced",
      expiresOn,
    },
  });
  const importing = (expiresOn: string) =>
    importIntoModel(caller, {
      ...{ modelId, version: 1, source: "zone-model-json" },
      commands: [...assets(1), waiving(expiresOn)],
    });
  expect(refusedAs(await importing("2099-12-31"))).toBe("waiver-lasts-too-long");
  expect(accepted(await importing("2027-12-31")).version).toBe(2);
});

test("who may not edit may not import; a foreign model is not there, to import or to export", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const input = { modelId, version: 1, source, commands: assets(1) };
  const auditor = await aColleague(caller, "auditor");
  await expect(importIntoModel(auditor, input)).rejects.toMatchObject({ code: "forbidden" });
  const supplier = await aSupplierCaller(database(), "administrator");
  await expect(importIntoModel(supplier, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(presentModelExport(supplier, modelId, null)).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await aHospitalCaller(database(), "security-engineer", "security-lead");
  const notThere = { code: "not-found" };
  await expect(importIntoModel(stranger, input)).rejects.toMatchObject(notThere);
  await expect(presentModelImport(stranger, modelId)).rejects.toMatchObject(notThere);
  await expect(presentModelExport(stranger, modelId, null)).rejects.toMatchObject(notThere);
  const file = { file: "model.json", revision: null };
  await expect(presentModelFile(stranger, modelId, file, words)).rejects.toMatchObject(notThere);
  expect((await presentModelImport(auditor, modelId)).mayEdit).toBe(false);
  expect((await presentModelFile(auditor, modelId, file, words)).name).toBe("Building-B-draft-1.json");
});

test("a revision or a file that does not exist is not found", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  for (const wanted of [
    { file: "model.json", revision: 1 },
    { file: "model.json", revision: Number.NaN },
    { file: "model.json", revision: 9_999_999_999 },
    { file: "model.exe", revision: null },
    { file: "__proto__", revision: null },
  ])
    await expect(presentModelFile(caller, modelId, wanted, words)).rejects.toMatchObject({
      code: "not-found",
    });
});
