import { afterAll, beforeAll, expect, test } from "vitest";
import { presentCountermeasure } from "~/presenters/present-countermeasure.server";
import {
  type CountermeasuresQuery,
  presentCountermeasures,
} from "~/presenters/present-countermeasures.server";
import { presentHospitalOverview } from "~/presenters/present-hospital-overview.server";
import { presentNewCountermeasure } from "~/presenters/present-new-countermeasure.server";
import { presentZoneProfile } from "~/presenters/present-zone-profile.server";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import { withdrawCountermeasure } from "~/use-cases/countermeasures/withdraw-countermeasure.server";
import type { Caller } from "~/use-cases/use-case.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";
import type { Database } from "~db/client";
import { findZoneModel } from "~db/repositories/zone-models";
import { openTestDatabase } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { anAsset, aZone } from "../../builders/zone-model";
import { colleague, daysLater } from "../decisions/scene";
import { aScene, publishing, type Scene } from "../reassessment/scene";

const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const EVERYTHING: CountermeasuresQuery = { state: null, model: null, after: null };

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** The weak product and one that nobody knows stand in `imaging`; nothing stands in `archive`. */
async function aFurnishedScene(): Promise<Scene> {
  const scene = await aScene(database);
  await publishing(
    scene,
    {
      type: "add-asset",
      asset: anAsset({ id: "pump", name: "Pump", productReleaseId: scene.weak.releaseId }),
    },
    { type: "add-asset", asset: anAsset({ id: "scales", name: "Scales" }) },
  );
  return scene;
}

async function propose(
  { engineer, modelId }: Scene,
  overrides: Record<string, unknown> = {},
): Promise<string> {
  const proposal = {
    ...{ modelId, elementKind: "zone", elementId: "imaging", title: "Jump host", description: "Sign-ins" },
    ...{ requirementIds: ["CR 1.1", "CR 2.1"], evidence: "Test", expiresOn: "", ...overrides },
  };
  return accepted(await proposeCountermeasure(engineer, proposal)).id;
}

async function accept({ lead }: Scene, countermeasureId: string, reason = ""): Promise<string> {
  return accepted(await decideCountermeasure(lead, { countermeasureId, decision: "accept", reason })).id;
}

test("the ledger narrows to a state, a model and what ends soon, newest first", async () => {
  const scene = await aScene(database);
  const { engineer, lead, modelId } = scene;
  const waiting = await propose(scene, { title: "Waits" });
  const lasting = await accept(scene, await propose(scene, { title: "Lasts" }));
  const soon = await accept(scene, await propose(scene, { title: "Ends soon", expiresOn: "2026-12-21" }));
  const later = await accept(scene, await propose(scene, { title: "Ends later", expiresOn: "2026-12-22" }));
  const ended = await accept(scene, await propose(scene, { title: "Ended", expiresOn: "2026-11-21" }));
  const gone = await propose(scene, { title: "Gone" });
  accepted(await withdrawCountermeasure(engineer, { countermeasureId: gone, reason: "x" }));
  const today = daysLater(lead, 1);
  const idsIn = async (query: Partial<CountermeasuresQuery>) => {
    const page = await presentCountermeasures(today, { ...EVERYTHING, ...query });
    return page.countermeasures.map(({ id }) => id).sort();
  };
  expect(await idsIn({})).toEqual([waiting, lasting, soon, later, ended, gone].sort());
  expect(await idsIn({ state: "proposed" })).toEqual([waiting]);
  expect(await idsIn({ state: "in-force" })).toEqual([lasting, soon, later].sort());
  expect(await idsIn({ state: "expiring" })).toEqual([soon, later].sort());
  expect(await idsIn({ state: "expired" })).toEqual([ended]);
  expect(await idsIn({ state: "withdrawn" })).toEqual([gone]);
  expect(await idsIn({ state: "refused" })).toEqual([]);
  expect(await idsIn({ model: modelId, state: "proposed" })).toEqual([waiting]);
  // A model that is not the hospital's own narrows nothing.
  expect(await idsIn({ model: "nowhere", state: "proposed" })).toEqual([waiting]);
  const page = await presentCountermeasures(today, EVERYTHING);
  expect(page.countermeasures.find(({ id }) => id === soon)).toMatchObject({
    ...{
      standing: "expiring",
      elementName: "Zone imaging",
      modelName: "Building B",
      expiresOn: "2026-12-21",
    },
  });
  expect(page).toMatchObject({ mayPropose: true, next: null });
});

test("a long ledger goes on where the page before ended", async () => {
  const scene = await aScene(database);
  const ids: Array<string> = [];
  for (let n = 0; n < 52; n++)
    ids.push(await propose({ ...scene, engineer: daysLater(scene.engineer, n % 3) }));
  const first = await presentCountermeasures(scene.lead, EVERYTHING);
  expect(first.countermeasures).toHaveLength(50);
  const second = await presentCountermeasures(scene.lead, { ...EVERYTHING, after: first.next });
  expect(second).toMatchObject({ next: null });
  const all = [...first.countermeasures, ...second.countermeasures];
  expect(all.map(({ id }) => id).sort()).toEqual(ids.sort());
  const times = all.map(({ proposedAt }) => proposedAt);
  expect(times).toEqual(times.toSorted().reverse());
});

test("a proposal shows what it would do to the products that stand there, and to whom the buttons belong", async () => {
  const scene = await aFurnishedScene();
  const id = await propose(scene);
  const page = await presentCountermeasure(scene.lead, id);
  expect(page).toMatchObject({
    standing: "proposed",
    place: { name: "Zone imaging", isPublished: true, zones: [{ id: "imaging" }] },
    may: { accept: true, refuse: true, withdraw: true },
    isOwnProposal: false,
    effects: [
      {
        ...{ zoneId: "imaging", assetName: "Pump", declarationId: scene.weak.declarationId },
        ...{ before: "does-not-conform", after: "conforms-with-conditions", offset: ["CR 1.1", "CR 2.1"] },
      },
    ],
  });
  expect(page.rows.map(({ id: row, title }) => [row, title.length > 0])).toEqual([
    ["CR 1.1", true],
    ["CR 2.1", true],
  ]);
  const nobodys = { accept: false, refuse: false, withdraw: false };
  expect((await presentCountermeasure(scene.officer, id)).may).toEqual(nobodys);
  expect((await presentCountermeasure(scene.engineer, id)).may).toEqual({ ...nobodys, withdraw: true });
  const otherEngineer = await colleague(scene.engineer, "security-engineer");
  expect((await presentCountermeasure(otherEngineer, id)).may).toEqual(nobodys);
});

test("once accepted the same effect is there without it and with it, and the history names everybody", async () => {
  const scene = await aFurnishedScene();
  const id = await accept(scene, await propose(scene), "Seen on site");
  const page = await presentCountermeasure(scene.lead, id);
  expect(page).toMatchObject({
    standing: "in-force",
    may: { accept: false, refuse: false, withdraw: true },
    effects: [{ before: "does-not-conform", after: "conforms-with-conditions" }],
  });
  accepted(await withdrawCountermeasure(scene.lead, { countermeasureId: id, reason: "Removed" }));
  const ended = await presentCountermeasure(scene.lead, id);
  expect(ended.effects).toEqual([]);
  expect(ended.history.map(({ step, reason }) => [step, reason])).toEqual([
    ["proposed", ""],
    ["accepted", "Seen on site"],
    ["withdrawn", "Removed"],
  ]);
  expect(ended.history.every(({ byName }) => byName !== null)).toBe(true);
});

test("a lead who proposed it is told why somebody else decides", async () => {
  const scene = await aScene(database);
  const id = await propose({ ...scene, engineer: scene.lead });
  expect(await presentCountermeasure(scene.lead, id)).toMatchObject({
    isOwnProposal: true,
    may: { accept: false, refuse: false, withdraw: true },
  });
});

test("what stands on something that is only drawn, or gone, says so and changes nothing", async () => {
  const scene = await aScene(database);
  const id = await propose(scene, { elementKind: "conduit", elementId: "line" });
  await publishing(scene, { type: "delete-conduit", conduitId: "line" });
  expect(await presentCountermeasure(scene.lead, id)).toMatchObject({
    place: { name: null, isPublished: false, zones: [] },
    effects: [],
  });
  const page = await presentCountermeasures(scene.lead, EVERYTHING);
  expect(page.countermeasures).toMatchObject([{ id, elementName: null }]);
});

test("the ledger is no supplier's, and another hospital's entries are not found", async () => {
  const [scene, other] = [await aScene(database), await aScene(database)];
  const id = await propose(scene);
  await expect(presentCountermeasure(other.lead, id)).rejects.toThrow(notFound);
  expect((await presentCountermeasures(other.lead, EVERYTHING)).countermeasures).toEqual([]);
  await expect(presentCountermeasures(scene.supplier, EVERYTHING)).rejects.toThrow(forbidden);
  await expect(presentCountermeasure(scene.supplier, id)).rejects.toThrow(forbidden);
  await expect(presentNewCountermeasure(scene.officer, null)).rejects.toThrow(forbidden);
});

test("the form offers every zone and conduit, and the rows that products there miss first", async () => {
  const scene = await aFurnishedScene();
  const { engineer, modelId } = scene;
  const zoneOfDraft = aZone({ id: "ward", name: "Ward" });
  const model = await findZoneModel(database.read, engineer.actor.organisationId, modelId);
  accepted(
    await editZoneModel(engineer, {
      modelId,
      version: model?.draftVersion,
      commands: [{ type: "add-zone", zone: zoneOfDraft, place: null }],
    }),
  );
  const { models, place: none } = await presentNewCountermeasure(engineer, null);
  expect(none).toBeNull();
  expect(models).toMatchObject([
    {
      zones: [
        { id: "imaging", isDrawnOnly: false },
        { id: "archive", isDrawnOnly: false },
        { id: "outside", isDrawnOnly: false },
        { id: "ward", isDrawnOnly: true },
      ],
      conduits: [{ id: "line", name: "Zone imaging – Zone archive", isDrawnOnly: false }],
    },
  ]);
  const zone = { modelId, elementKind: "zone", elementId: "imaging" } as const;
  const { place } = await presentNewCountermeasure(engineer, zone);
  expect(place?.missed.map(({ id }) => id)).toEqual(["CR 1.1", "CR 2.1"]);
  expect(place?.missed.every(({ products }) => products.length === 1)).toBe(true);
  expect(place?.rows.length).toBeGreaterThan(100);
  const conduit = { modelId, elementKind: "conduit", elementId: "line" } as const;
  expect((await presentNewCountermeasure(engineer, conduit)).place?.missed).toHaveLength(2);
  const draft = { modelId, elementKind: "zone", elementId: "ward" } as const;
  expect((await presentNewCountermeasure(engineer, draft)).place).toMatchObject({
    isDrawnOnly: true,
    missed: [],
  });
  const nowhere = { modelId, elementKind: "zone", elementId: "nowhere" } as const;
  expect((await presentNewCountermeasure(engineer, nowhere)).place).toBeNull();
  await accept(scene, await propose(scene));
  expect((await presentNewCountermeasure(engineer, zone)).place?.missed).toEqual([]);
});

test("the page of a zone shows its ledger, the level that its devices reach with it, and what is not known", async () => {
  const scene = await aFurnishedScene();
  const { lead, officer, modelId } = scene;
  const ledgerOf = async (zoneId: string) => (await presentZoneProfile(officer, modelId, zoneId, [])).ledger;
  const before = await ledgerOf("imaging");
  expect(before).toMatchObject({
    ...{ entries: [], unknown: ["Scales"], openRows: ["CR 1.1", "CR 2.1"], mayPropose: false },
    achieved: { known: 1, unknown: 1, vector: { IAC: 0, UC: 0, RA: 1 } },
  });
  const own = await accept(scene, await propose(scene, { requirementIds: ["CR 1.1"] }));
  const onLine = await propose(scene, { elementKind: "conduit", elementId: "line", title: "Filter" });
  const gone = await propose(scene);
  accepted(await withdrawCountermeasure(lead, { countermeasureId: gone, reason: "x" }));
  const after = await ledgerOf("imaging");
  expect(after.achieved).toMatchObject({
    vector: { IAC: 1, UC: 0, RA: 1 },
    alone: { IAC: 0, UC: 0, RA: 1 },
  });
  expect(after.openRows).toEqual(["CR 2.1"]);
  expect(after.entries.map(({ id, standing, on }) => [id, standing, on]).sort()).toEqual(
    [
      [own, "in-force", null],
      [onLine, "proposed", "Zone imaging – Zone archive"],
    ].sort(),
  );
  const other = await ledgerOf("archive");
  expect(other.entries.map(({ id }) => id)).toEqual([onLine]);
  expect(other.achieved).toEqual({ vector: null, alone: null, known: 0, unknown: 0 });
});

test("a proposal waits on the overview for every lead but the one who made it", async () => {
  const scene = await aScene(database);
  await propose(scene);
  const own = await propose({ ...scene, engineer: scene.lead }, { title: "Own" });
  const sectionOf = async (caller: Caller) => {
    const { sections } = await presentHospitalOverview(caller);
    return sections.find(({ key }) => key === "proposed-countermeasures");
  };
  expect(await sectionOf(scene.lead)).toMatchObject({ isMine: true, count: 1 });
  expect((await sectionOf(scene.lead))?.entries.map(({ id }) => id)).not.toContain(own);
  expect(await sectionOf(scene.officer)).toMatchObject({ isMine: false, count: 2 });
});
