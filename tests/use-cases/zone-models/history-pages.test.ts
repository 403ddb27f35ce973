import { expect, test } from "vitest";
import { presentModelHistory } from "~/presenters/present-model-history.server";
import { presentModelState } from "~/presenters/present-model-state.server";
import { presentPastState } from "~/presenters/present-past-state.server";
import type { Caller } from "~/use-cases/use-case.server";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { anAsset } from "../../builders/zone-model";
import { aColleague, accepted, aDrawnModel, adding, edit, renaming } from "./models";

const database = aDatabase();
const later = (caller: Caller, minutes: number): Caller => ({
  ...caller,
  now: new Date(caller.now.getTime() + minutes * 60_000),
});

async function aHistory() {
  const made = await aDrawnModel(database());
  const { caller, modelId } = made;
  const colleague = await aColleague(caller, "security-lead");
  accepted(await edit(later(caller, 5), modelId, 1, adding("archive")));
  accepted(await edit(later(colleague, 6), modelId, 2, renaming("archive", "PACS")));
  accepted(await edit(later(colleague, 40), modelId, 3, { type: "delete-zone", zoneId: "archive" }));
  return { ...made, colleague };
}

test("the history stands in sittings, newest first, with the names of the time", async () => {
  const { caller, colleague, modelId } = await aHistory();
  const page = await presentModelHistory(caller, modelId, {});
  expect(page.sittings.map(({ personId, edits }) => [personId, edits.map(({ version }) => version)])).toEqual(
    [
      [colleague.actor.personId, [4]],
      [colleague.actor.personId, [3]],
      [caller.actor.personId, [2, 1]],
    ],
  );
  const sentences = page.sittings.flatMap(({ edits }) => edits.flatMap((row) => row.sentences));
  expect(sentences).toMatchObject([
    { type: "delete-zone", name: "PACS" },
    { type: "update-zone", name: "PACS", fields: ["name"] },
    { type: "add-zone", name: "Zone archive" },
    { type: "add-zone", name: "Zone imaging" },
  ]);
  expect(page).toMatchObject({ mayEdit: true, next: undefined, draftVersion: 4 });
  expect(page.people.map(({ id }) => id).toSorted()).toEqual(
    [caller.actor.personId, colleague.actor.personId].toSorted(),
  );
});

test("it shows one person's edits, or those at one element, which may be gone", async () => {
  const { caller, colleague, modelId } = await aHistory();
  const versions = async (query: Parameters<typeof presentModelHistory>[2]) =>
    (await presentModelHistory(caller, modelId, query)).sittings.flatMap(({ edits }) =>
      edits.map(({ version }) => version),
    );
  expect(await versions({ personId: colleague.actor.personId })).toEqual([4, 3]);
  expect(await versions({ element: { kind: "zone", id: "archive" } })).toEqual([4, 3, 2]);
  expect(
    await versions({ element: { kind: "zone", id: "archive" }, personId: caller.actor.personId }),
  ).toEqual([2]);
  expect(await versions({ element: { kind: "asset", id: "archive" } })).toEqual([]);
});

test("a long history is read page by page, without a gap or a repetition", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  for (let version = 1; version < 130; version += 1)
    accepted(await edit(caller, modelId, version, renaming("imaging", `Name ${version}`)));
  const seen: Array<number> = [];
  let before: number | undefined;
  let pages = 0;
  do {
    const page = await presentModelHistory(caller, modelId, { before });
    seen.push(...page.sittings.flatMap(({ edits }) => edits.map(({ version }) => version)));
    before = page.next;
    pages += 1;
  } while (before !== undefined && pages < 9);
  expect(seen).toEqual(Array.from({ length: 130 }, (_, number) => 130 - number));
  expect(pages).toBe(3);
});

test("an import of hundreds is one line with the number of the rest", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const commands = Array.from({ length: 300 }, (_, number) => ({
    type: "add-asset" as const,
    asset: anAsset({ id: `a${number}`, name: `Pump ${number}`, zoneId: "imaging" }),
  }));
  accepted(await edit(caller, modelId, 1, ...commands));
  const [sitting] = (await presentModelHistory(caller, modelId, {})).sittings;
  expect(sitting?.edits[0]).toMatchObject({ more: 296 });
  expect(sitting?.edits[0]?.sentences[0]).toMatchObject({ name: "Pump 0", where: "Zone imaging" });
});

test("a state of then can be looked at, with what restoring it would change", async () => {
  const { caller, colleague, modelId } = await aHistory();
  const { page, tables, states } = await presentPastState(caller, modelId, 3);
  expect(states).toMatchObject({ past: { zones: [{}, { name: "PACS" }] }, now: { zones: [{}] } });
  expect(tables.zones.map(({ name }) => name)).toEqual(["Zone imaging", "PACS"]);
  expect(page.difference).toMatchObject([{ change: "added", name: "PACS" }]);
  expect(page).toMatchObject({ mayRestore: true, savedBy: { at: later(colleague, 6).now.toISOString() } });
  expect(await presentPastState(caller, modelId, 0)).toMatchObject({
    ...{ page: { savedBy: null }, tables: { zones: [] } },
  });
  expect(await presentPastState(caller, modelId, 4)).toMatchObject({
    ...{ page: { mayRestore: false, difference: [] }, states: { now: null } },
  });
  expect((await presentModelState(caller, modelId, 2)).draft.zones.map(({ name }) => name)).toEqual([
    "Zone imaging",
    "Zone archive",
  ]);
});

test("a reader sees the history and may not restore; strangers and suppliers see nothing", async () => {
  const { caller, modelId } = await aHistory();
  const auditor = await aColleague(caller, "auditor");
  expect(await presentModelHistory(auditor, modelId, {})).toMatchObject({ mayEdit: false });
  expect(await presentPastState(auditor, modelId, 2)).toMatchObject({ page: { mayRestore: false } });
  const stranger = await aHospitalCaller(database(), "security-engineer");
  const supplier = await aSupplierCaller(database(), "contributor");
  for (const present of [
    (who: Caller) => presentModelHistory(who, modelId, {}),
    (who: Caller) => presentPastState(who, modelId, 2),
    (who: Caller) => presentModelState(who, modelId, 2),
  ]) {
    await expect(present(stranger)).rejects.toMatchObject({ code: "not-found" });
    await expect(present(supplier)).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(presentPastState(caller, modelId, 5)).rejects.toMatchObject({ code: "not-found" });
  await expect(presentPastState(caller, modelId, 1.5)).rejects.toMatchObject({ code: "not-found" });
});
