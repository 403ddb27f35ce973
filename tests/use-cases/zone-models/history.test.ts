import { expect, test } from "vitest";
import { restoreState } from "~/use-cases/zone-models/restore-state.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { takeBackEdit } from "~/use-cases/zone-models/take-back-edit.server";
import { listAuditEntries } from "~db/repositories/audit";
import { stateAt } from "~db/repositories/draft-history";
import { listModelEdits } from "~db/repositories/model-edits";
import { findZoneModel } from "~db/repositories/zone-models";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { anAsset } from "../../builders/zone-model";
import { aColleague, accepted, aDrawnModel, adding, edit, refusedAs, renaming } from "./models";

const database = aDatabase();

async function aHistory() {
  const made = await aDrawnModel(database());
  const { caller, modelId } = made;
  accepted(await edit(caller, modelId, 1, adding("archive"), renaming("imaging", "Radiology")));
  accepted(
    await edit(caller, modelId, 2, { type: "add-asset", asset: anAsset({ id: "mri", zoneId: "imaging" }) }),
  );
  accepted(await edit(caller, modelId, 3, { type: "delete-zone", zoneId: "imaging" }));
  const draft = async () =>
    (await findZoneModel(database().read, caller.actor.organisationId, modelId)) ?? {
      draft: null,
      draftVersion: -1,
    };
  const stateOf = (version: number) =>
    stateAt(database().read, caller.actor.organisationId, modelId, version);
  return { ...made, draft, stateOf };
}

test("an earlier state comes back exactly, as one edit on top, and can be taken back", async () => {
  const { caller, modelId, draft, stateOf } = await aHistory();
  const last = (await draft()).draft;
  accepted(await restoreState(caller, { modelId, version: 2, draftVersion: 4 }));
  expect(await draft()).toMatchObject({ draftVersion: 5 });
  expect((await draft()).draft).toEqual(await stateOf(2));
  const scope = { modelId, after: 0, limit: 10 };
  expect(await listModelEdits(database().read, caller.actor.organisationId, scope)).toHaveLength(5);
  const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "model.edit", details: { restored: 2, version: 5 } });
  accepted(await takeBackEdit(caller, { modelId, version: 5 }));
  expect((await draft()).draft).toEqual(last);
});

test("the empty model before the first change is a state too", async () => {
  const { caller, modelId, draft } = await aHistory();
  accepted(await restoreState(caller, { modelId, version: 0, draftVersion: 4 }));
  expect((await draft()).draft).toMatchObject({ zones: [], conduits: [], assets: [], layout: {} });
});

test("a state is not restored over what the person has not seen, nor where nothing would change", async () => {
  const { caller, modelId } = await aHistory();
  const restore = async (version: number, draftVersion: number) =>
    refusedAs(await restoreState(caller, { modelId, version, draftVersion }));
  expect(await restore(2, 3)).toBe("stale-draft");
  expect(await restore(9, 4)).toBe("unknown-version");
  expect(await restore(4, 4)).toBe("unknown-version");
  accepted(await edit(caller, modelId, 4, renaming("archive", "X")));
  accepted(await edit(caller, modelId, 5, renaming("archive", "Zone archive")));
  expect(await restore(4, 6)).toBe("no-difference");
});

test("one edit is taken back and what came after it stays, unless it was about the same", async () => {
  const { caller, modelId, draft } = await aHistory();
  accepted(await takeBackEdit(caller, { modelId, version: 4 }));
  const back = await draft();
  expect(back.draft?.zones.map(({ name }) => name)).toEqual(["Radiology", "Zone archive"]);
  expect(back.draft?.assets).toMatchObject([{ id: "mri", zoneId: "imaging" }]);
  const outcome = await takeBackEdit(caller, { modelId, version: 1 });
  expect(outcome).toMatchObject({
    refusal: { code: "changed-since", elements: expect.arrayContaining([{ kind: "zone", id: "imaging" }]) },
  });
  expect(refusedAs(await takeBackEdit(caller, { modelId, version: 99 }))).toBe("unknown-version");
});

test("a submitted draft stays as it is, and only those who draw may go back", async () => {
  const { caller, modelId } = await aHistory();
  const auditor = await aColleague(caller, "auditor");
  const stranger = await aHospitalCaller(database(), "security-engineer");
  const wanted = { modelId, version: 2, draftVersion: 4 };
  await expect(restoreState(auditor, wanted)).rejects.toMatchObject({ code: "forbidden" });
  await expect(takeBackEdit(auditor, { modelId, version: 4 })).rejects.toMatchObject({ code: "forbidden" });
  await expect(restoreState(stranger, wanted)).rejects.toMatchObject({ code: "not-found" });
  await expect(takeBackEdit(stranger, { modelId, version: 4 })).rejects.toMatchObject({ code: "not-found" });
  accepted(await submitRevision(caller, { modelId, version: 4, note: "" }));
  expect(refusedAs(await restoreState(caller, wanted))).toBe("model-is-submitted");
  expect(refusedAs(await takeBackEdit(caller, { modelId, version: 4 }))).toBe("model-is-submitted");
});
