import { expect, test } from "vitest";
import { presentModelTable } from "~/presenters/present-model-table.server";
import { editInParts } from "~/use-cases/zone-models/edit-in-parts.server";
import { stepOwnEdit } from "~/use-cases/zone-models/step-own-edit.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findZoneModel } from "~db/repositories/zone-models";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { anAsset } from "../../builders/zone-model";
import { aColleague, accepted, aDrawnModel, adding, edit, refusedAs, renaming } from "./models";

const database = aDatabase();
const NOTHING = { element: null, add: null, zone: null };

/** A model at version 3: drawn, renamed by the same person, and something added by a colleague. */
async function aScene() {
  const { caller, modelId } = await aDrawnModel(database());
  const colleague = await aColleague(caller, "security-engineer");
  accepted(await edit(caller, modelId, 1, renaming("imaging", "Radiology")));
  accepted(await edit(colleague, modelId, 2, adding("archive")));
  const names = async () => {
    const model = await findZoneModel(database().read, caller.actor.organisationId, modelId);
    return model?.draft.zones.map(({ name }) => name);
  };
  const offered = async (who = caller) => (await presentModelTable(who, modelId, NOTHING)).steps;
  return { caller, colleague, modelId, names, offered };
}

test("one's own steps are taken back and done again, past what others did", async () => {
  const { caller, modelId, names, offered } = await aScene();
  expect(await offered()).toMatchObject({
    undo: { version: 2, sentence: { type: "update-zone", name: "Radiology" } },
    redo: null,
  });
  accepted(await stepOwnEdit(caller, { modelId, direction: "undo", version: 2 }));
  expect(await names()).toEqual(["Zone imaging", "Zone archive"]);
  const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "model.edit",
    details: { direction: "undo", takenBack: 2, version: 4 },
  });
  const steps = await offered();
  expect(steps).toMatchObject({
    undo: { version: 1 },
    redo: { version: 4, sentence: { name: "Radiology" } },
  });
  accepted(await stepOwnEdit(caller, { modelId, direction: "redo", version: 4 }));
  expect(await names()).toEqual(["Radiology", "Zone archive"]);
});

test("only the step that was offered is taken, and nobody else's", async () => {
  const { caller, colleague, modelId, names } = await aScene();
  const undo = async (who: typeof caller, version: number) =>
    refusedAs(await stepOwnEdit(who, { modelId, direction: "undo", version }));
  expect(await undo(caller, 1)).toBe("unknown-version");
  expect(await undo(caller, 3)).toBe("unknown-version");
  expect(await undo(colleague, 2)).toBe("unknown-version");
  expect(refusedAs(await stepOwnEdit(caller, { modelId, direction: "redo", version: 2 }))).toBe(
    "unknown-version",
  );
  accepted(await edit(colleague, modelId, 3, renaming("imaging", "Theirs")));
  expect(await undo(caller, 2)).toBe("changed-since");
  expect(await names()).toEqual(["Theirs", "Zone archive"]);
});

test("yesterday's steps are left to the history, and a submitted draft to nobody", async () => {
  const { caller, colleague, modelId, offered } = await aScene();
  const tomorrow = { ...caller, now: new Date(caller.now.getTime() + 13 * 60 * 60 * 1000) };
  expect(await offered(tomorrow)).toEqual({ undo: null, redo: null });
  expect(refusedAs(await stepOwnEdit(tomorrow, { modelId, direction: "undo", version: 2 }))).toBe(
    "unknown-version",
  );
  accepted(await submitRevision(caller, { modelId, version: 3 }));
  expect(await offered(colleague)).toEqual({ undo: null, redo: null });
  expect(refusedAs(await stepOwnEdit(caller, { modelId, direction: "undo", version: 2 }))).toBe(
    "model-is-submitted",
  );
});

test("a reader and a stranger take nothing back", async () => {
  const { caller, modelId } = await aScene();
  const input = { modelId, direction: "undo", version: 2 };
  await expect(stepOwnEdit(await aColleague(caller, "auditor"), input)).rejects.toThrow("model.edit");
  const stranger = await aHospitalCaller(database(), "security-engineer");
  await expect(stepOwnEdit(stranger, input)).rejects.toThrow("no such");
});

test("a gesture larger than a save takes goes in parts, in order, and ends where one is refused", async () => {
  const { caller, modelId } = await aScene();
  const add = (id: string) => ({ type: "add-asset" as const, asset: anAsset({ id, zoneId: "imaging" }) });
  const commands = Array.from({ length: 1_100 }, (_, n) => add(`a${n}`));
  const saved = accepted(await editInParts(caller, { modelId, version: 3, commands }));
  expect(saved.version).toBe(6);
  const model = async () => findZoneModel(database().read, caller.actor.organisationId, modelId);
  expect((await model())?.draft.assets).toHaveLength(1_100);
  const again = [...Array.from({ length: 500 }, (_, n) => add(`b${n}`)), add("a0")];
  expect(refusedAs(await editInParts(caller, { modelId, version: 6, commands: again }))).toBe(
    "command-refused",
  );
  expect((await model())?.draft.assets).toHaveLength(1_600);
});
