import { expect, test } from "vitest";
import { editZoneModel, MAX_COMMANDS } from "~/use-cases/zone-models/edit-zone-model.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
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

async function draftOf({ caller, modelId }: Awaited<ReturnType<typeof aModel>>) {
  const model = await findZoneModel(database().read, caller.actor.organisationId, modelId);
  return { version: model?.draftVersion, names: model?.draft.zones.map(({ name }) => name), model };
}

test("commands are saved as the next version, with the edit and its audit entry", async () => {
  const made = await aModel(database());
  const { caller, modelId } = made;
  const saved = accepted(await edit(caller, modelId, 0, adding("imaging"), renaming("imaging", "Imaging")));
  expect(saved).toEqual({ id: modelId, version: 1, missed: [], savedCommands: 0 });
  expect(await draftOf(made)).toMatchObject({ version: 1, names: ["Imaging"] });
  const scope = { modelId, after: 0, limit: 10 };
  const [recorded] = await listModelEdits(database().read, caller.actor.organisationId, scope);
  expect(recorded).toMatchObject({ version: 1, personId: caller.actor.personId, at: caller.now });
  expect(recorded?.commands).toHaveLength(2);
  expect(await auditOf(caller)).toEqual(["site.create", "model.create", "model.edit"]);
});

test("a refused command keeps the whole list from being saved and says which one it was", async () => {
  const made = await aModel(database());
  const outcome = await edit(made.caller, made.modelId, 0, adding("imaging"), renaming("archive", "Archive"));
  expect(outcome).toEqual({
    ok: false,
    refusal: { code: "command-refused", index: 1, refusal: { code: "unknown-zone", elementId: "archive" } },
  });
  expect(await draftOf(made)).toMatchObject({ version: 0, names: [] });
  expect(await auditOf(made.caller)).toEqual(["site.create", "model.create"]);
});

test("an older version is merged where the edits touch nothing in common, and the missed edits come back", async () => {
  const made = await aDrawnModel(database());
  const colleague = await aColleague(made.caller, "security-lead");
  accepted(await edit(colleague, made.modelId, 1, adding("archive")));
  const saved = accepted(await edit(made.caller, made.modelId, 1, renaming("imaging", "Radiology")));
  expect(saved).toMatchObject({ version: 3 });
  expect(saved.missed.map(({ version, personId }) => [version, personId])).toEqual([
    [2, colleague.actor.personId],
  ]);
  expect(saved.missed[0]?.commands).toEqual([adding("archive")]);
  expect(await draftOf(made)).toMatchObject({ version: 3, names: ["Radiology", "Zone archive"] });
});

test("an older version that touches the same element is refused with who changed it, and nothing is written", async () => {
  const made = await aDrawnModel(database());
  const colleague = await aColleague(made.caller, "security-lead");
  accepted(await edit(colleague, made.modelId, 1, renaming("imaging", "Theirs")));
  const outcome = await edit(made.caller, made.modelId, 1, renaming("imaging", "Ours"));
  expect(outcome).toMatchObject({
    ok: false,
    refusal: {
      code: "stale-version",
      currentVersion: 2,
      elements: [{ kind: "zone", id: "imaging" }],
      isAlreadySaved: false,
      edits: [{ version: 2, personId: colleague.actor.personId, at: colleague.now.toISOString() }],
    },
  });
  expect(await draftOf(made)).toMatchObject({ version: 2, names: ["Theirs"] });
});

test("moving a box does not collide with renaming the same zone", async () => {
  const made = await aDrawnModel(database());
  accepted(
    await edit(made.caller, made.modelId, 1, {
      type: "place-zone",
      zoneId: "imaging",
      place: { x: 5, y: 5 },
    }),
  );
  const saved = await edit(made.caller, made.modelId, 1, renaming("imaging", "Radiology"));
  expect(accepted(saved).version).toBe(3);
});

test("an asset put into a zone meanwhile keeps the zone from being deleted unseen", async () => {
  const made = await aDrawnModel(database());
  const asset = anAsset({ id: "mri", zoneId: "imaging" });
  accepted(await edit(made.caller, made.modelId, 1, { type: "add-asset", asset }));
  const outcome = await edit(made.caller, made.modelId, 1, { type: "delete-zone", zoneId: "imaging" });
  expect(refusedAs(outcome)).toBe("stale-version");
});

test("what the deletion of a zone took with it counts as touched", async () => {
  const made = await aDrawnModel(database());
  const { caller, modelId } = made;
  const inner = { type: "add-zone" as const, zone: aZone({ id: "ct", parentId: "imaging" }), place: null };
  accepted(await edit(caller, modelId, 1, inner));
  accepted(await edit(caller, modelId, 2, { type: "delete-zone", zoneId: "imaging" }));
  const outcome = await edit(caller, modelId, 2, {
    type: "nest-zone",
    zoneId: "ct",
    parentId: null,
    place: null,
  });
  expect(refusedAs(outcome)).toBe("stale-version");
});

test("commands whose answer got lost are recognised and not saved twice", async () => {
  const made = await aDrawnModel(database());
  const colleague = await aColleague(made.caller, "security-engineer");
  accepted(await edit(made.caller, made.modelId, 1, renaming("imaging", "Radiology")));
  accepted(await edit(colleague, made.modelId, 2, adding("archive")));
  const again = await edit(made.caller, made.modelId, 1, renaming("imaging", "Radiology"));
  expect(again).toMatchObject({ ok: false, refusal: { isAlreadySaved: true, currentVersion: 3 } });
  expect(await draftOf(made)).toMatchObject({ version: 3 });
});

test("what was done since a lost answer is saved without a question, also on an element of the lost save", async () => {
  const made = await aDrawnModel(database());
  const { caller, modelId } = made;
  const colleague = await aColleague(caller, "security-engineer");
  accepted(await edit(caller, modelId, 1, adding("ward")));
  accepted(await edit(colleague, modelId, 2, adding("archive")));
  const saved = accepted(await edit(caller, modelId, 1, adding("ward"), renaming("ward", "Ward 3")));
  expect(saved).toMatchObject({ version: 4, savedCommands: 1 });
  expect(saved.missed.map(({ version }) => version)).toEqual([2, 3]);
  const { names } = await draftOf(made);
  expect(names?.slice(1)).toEqual(["Ward 3", "Zone archive"]);
});

test("what others changed since a lost answer still waits for the choice", async () => {
  const made = await aDrawnModel(database());
  const { caller, modelId } = made;
  const colleague = await aColleague(caller, "security-engineer");
  accepted(await edit(caller, modelId, 1, adding("ward")));
  accepted(await edit(colleague, modelId, 2, renaming("ward", "Theirs")));
  const outcome = await edit(caller, modelId, 1, adding("ward"), renaming("ward", "Ours"));
  expect(outcome).toMatchObject({ ok: false, refusal: { elements: [{ kind: "zone", id: "ward" }] } });
});

test("of two saves at the same moment one waits for the choice, or both are merged", async () => {
  const made = await aDrawnModel(database());
  const colleague = await aColleague(made.caller, "security-lead");
  const same = await Promise.all([
    edit(made.caller, made.modelId, 1, renaming("imaging", "Ours")),
    edit(colleague, made.modelId, 1, renaming("imaging", "Theirs")),
  ]);
  expect(same.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await draftOf(made)).toMatchObject({ version: 2 });
  const apart = await Promise.all([
    edit(made.caller, made.modelId, 2, adding("archive")),
    edit(colleague, made.modelId, 2, adding("laboratory")),
  ]);
  expect(apart.map((outcome) => accepted(outcome).version).toSorted()).toEqual([3, 4]);
  expect((await draftOf(made)).model?.draft.zones).toHaveLength(3);
});

test("a version that does not exist yet is refused", async () => {
  const made = await aDrawnModel(database());
  const outcome = await edit(made.caller, made.modelId, 9, renaming("imaging", "Radiology"));
  expect(outcome).toMatchObject({
    ok: false,
    refusal: { code: "stale-version", currentVersion: 1, edits: [] },
  });
});

test("a submitted draft takes no edits", async () => {
  const made = await aDrawnModel(database());
  accepted(await submitRevision(made.caller, { modelId: made.modelId, version: 1 }));
  expect(refusedAs(await edit(made.caller, made.modelId, 1, adding("archive")))).toBe("model-is-submitted");
});

test("no command, too many, and a wrong one are refused by field", async () => {
  const made = await aDrawnModel(database());
  const input = { modelId: made.modelId, version: 1 };
  expect(refusedAs(await editZoneModel(made.caller, { ...input, commands: [] }))).toBe("invalid-input");
  const many = Array.from({ length: MAX_COMMANDS + 1 }, (_, index) => renaming("imaging", `Zone ${index}`));
  expect(refusedAs(await editZoneModel(made.caller, { ...input, commands: many }))).toBe("invalid-input");
  const wrong = await editZoneModel(made.caller, { ...input, commands: [renaming("imaging", "  ")] });
  expect(wrong).toEqual({
    ok: false,
    refusal: { code: "invalid-input", fields: { "commands.0.changes.name": ["required"] } },
  });
});

test("a foreign model and a missing one answer alike; readers and suppliers are turned away", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const stranger = await aHospitalCaller(database(), "security-lead");
  await expect(edit(stranger, modelId, 1, adding("archive"))).rejects.toMatchObject({ code: "not-found" });
  await expect(edit(caller, "nowhere", 1, adding("archive"))).rejects.toMatchObject({ code: "not-found" });
  const auditor = await aColleague(caller, "auditor", "procurement-officer", "administrator");
  await expect(edit(auditor, modelId, 1, adding("archive"))).rejects.toMatchObject({ code: "forbidden" });
  const supplier = await aSupplierCaller(database(), "administrator");
  await expect(edit(supplier, modelId, 1, adding("archive"))).rejects.toMatchObject({ code: "forbidden" });
});
