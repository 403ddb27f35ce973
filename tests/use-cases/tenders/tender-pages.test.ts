import { expect, test } from "vitest";
import { presentNewRequest } from "~/presenters/present-new-request.server";
import { presentOffers } from "~/presenters/present-offers.server";
import { presentRequest } from "~/presenters/present-request.server";
import { presentTender } from "~/presenters/present-tender.server";
import { presentTenders } from "~/presenters/present-tenders.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { declineRequest } from "~/use-cases/declarations/decline-request.server";
import { withdrawDeclaration } from "~/use-cases/declarations/withdraw-declaration.server";
import type { Caller } from "~/use-cases/use-case.server";
import { findDeclaration } from "~db/repositories/declarations";
import { listReceivedRequests } from "~db/repositories/intake-requests";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { anAsset } from "../../builders/zone-model";
import { aContent, colleague, daysLater, publish } from "../decisions/scene";
import { aTender, aTenderScene, type TenderScene } from "./tender-scene";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

async function answerAll(supplier: Caller, declarationId: string): Promise<void> {
  const received = await listReceivedRequests(database().read, supplier.actor.organisationId);
  for (const { id: requestId, state } of received.filter((one) => one.state === "sent")) {
    expect(state).toBe("sent");
    accepted(await acceptRequest(supplier, { requestId }));
    accepted(await answerRequest(supplier, { requestId, declarationId }));
  }
}

const answeredByBoth = async (scene: TenderScene) => {
  const { id } = await aTender(scene);
  await answerAll(scene.supplier, scene.declarationId);
  await answerAll(scene.second, scene.secondDeclarationId);
  return id;
};

test("the page shows every supplier by every kind of zone, with state, verdict and progress", async () => {
  const scene = await aTenderScene(database());
  const { id } = await aTender(scene);
  await answerAll(scene.second, scene.secondDeclarationId);
  const [first] = await listReceivedRequests(database().read, scene.supplier.actor.organisationId);
  accepted(await declineRequest(scene.supplier, { requestId: first?.id, reason: "Out of production" }));
  const page = await presentTender(daysLater(scene.officer, 60), id);
  expect(page.progress).toEqual({ total: 4, waiting: 1, accepted: 0, answered: 2, ended: 1 });
  expect(page.lots.map(({ zones }) => zones.map(({ zoneId }) => zoneId))).toEqual([
    ["imaging", "twin"],
    ["strict"],
  ]);
  const row = page.suppliers.find(({ supplierId }) => supplierId === scene.second.actor.organisationId);
  expect(row?.requests).toMatchObject([
    { lot: 1, state: "declared", isOverdue: false },
    { lot: 2, state: "declared" },
  ]);
  for (const request of row?.requests ?? []) expect(request.verdict).not.toBeNull();
  const other = page.suppliers.find(({ supplierId }) => supplierId === scene.supplier.actor.organisationId);
  expect(other?.requests.map(({ state, isOverdue }) => `${state} ${isOverdue}`).toSorted()).toEqual([
    "declined false",
    "sent true",
  ]);
  expect(page).toMatchObject({ waiting: 1, mayRemind: true, mayClose: true, mayReschedule: true });
  expect(page.lots.map(({ canCompare }) => canCompare)).toEqual([false, false]);
});

test("what both have offered is compared for each zone of the tender, also the second of a lot", async () => {
  const scene = await aTenderScene(database());
  const id = await answeredByBoth(scene);
  const page = await presentTender(scene.officer, id);
  for (const { zones, offers, canCompare } of page.lots) {
    expect(canCompare).toBe(true);
    expect(offers.toSorted()).toEqual([scene.declarationId, scene.secondDeclarationId].toSorted());
    for (const { modelId, zoneId } of zones) {
      const query = { model: modelId, zone: zoneId, declarations: offers, show: null, find: null };
      expect(await presentOffers(scene.officer, query)).toMatchObject({ step: "comparison" });
    }
  }
});

test("a declaration that its supplier has withdrawn is not offered for comparison", async () => {
  const scene = await aTenderScene(database());
  const id = await answeredByBoth(scene);
  const withdrawn = { declarationId: scene.secondDeclarationId, reason: "Wrong answers" };
  accepted(await withdrawDeclaration(scene.second, withdrawn));
  const page = await presentTender(scene.officer, id);
  expect(page.lots.map(({ offers }) => offers)).toEqual([[scene.declarationId], [scene.declarationId]]);
});

test("tenders are listed with their progress, for everybody of the hospital and nobody else", async () => {
  const scene = await aTenderScene(database());
  const id = await answeredByBoth(scene);
  await aTender(scene, { name: "", places: [scene.places.strict] });
  const auditor = await colleague(scene.officer, "auditor");
  const { tenders, mayCreate, older } = await presentTenders(auditor);
  expect({ mayCreate, older }).toEqual({ mayCreate: false, older: null });
  expect(tenders).toHaveLength(2);
  expect(tenders.find((one) => one.id === id)).toMatchObject({
    ...{ name: "Canary-Tender", suppliers: 2, progress: { total: 4, answered: 4 } },
  });
  // Without a name of its own it is called like what is wanted.
  expect(tenders.find((one) => one.id !== id)).toMatchObject({ name: "Infusion pump" });
  expect(await presentTender(auditor, id)).toMatchObject({ mayClose: false, mayRemind: false });
  const stranger = await aHospitalCaller(database(), "procurement-officer");
  await expect(presentTender(stranger, id)).rejects.toThrow(notFound);
  expect((await presentTenders(stranger)).tenders).toEqual([]);
  await expect(presentTender(scene.supplier, id)).rejects.toThrow(forbidden);
  await expect(presentTenders(scene.supplier)).rejects.toThrow(forbidden);
});

test("a request says which tender it belongs to", async () => {
  const scene = await aTenderScene(database());
  const { id, requestIds } = await aTender(scene);
  const page = await presentRequest(scene.officer, requestIds[0] ?? "");
  expect(page.tender).toMatchObject({ id, name: "Canary-Tender" });
});

test("the form groups zones that ask the same, and leaves out what is no zone", async () => {
  const scene = await aTenderScene(database());
  const { imaging, twin, strict } = scene.places;
  const places = [imaging, twin, strict, `${scene.modelId}/nowhere`, "nonsense"];
  const page = await presentNewRequest(scene.officer, { places, asset: null });
  expect(page.previews.map(({ place, lot }) => [place, lot])).toEqual([
    [imaging, 1],
    [twin, 1],
    [strict, 2],
  ]);
});

test("a device in use brings its zone, its product and its supplier, and not the hospital's words", async () => {
  const scene = await aTenderScene(database());
  const { supplier, declarationId } = scene;
  const own = await findDeclaration(database().read, supplier.actor.organisationId, declarationId);
  const known = anAsset({
    ...{ id: "known", name: "Canary-Device", zoneId: "imaging", productReleaseId: own?.releaseId ?? null },
    componentTypes: ["embedded-device"],
  });
  const unknown = anAsset({ id: "unknown", name: "Canary-Other", zoneId: "imaging", productReleaseId: null });
  const content = { ...aContent(), assets: [known, unknown] };
  await publish(scene.engineer, { modelId: scene.modelId, number: 3, content });
  const page = await presentNewRequest(scene.officer, { places: [], asset: `${scene.modelId}/known` });
  expect(page.devices.map(({ name }) => name)).toEqual(["Canary-Device", "Canary-Other"]);
  expect(page.previews.map(({ place }) => place)).toEqual([scene.places.imaging]);
  expect(page.suggested).toMatchObject({
    supplierIds: [supplier.actor.organisationId],
    componentTypes: ["embedded-device"],
  });
  expect(page.suggested?.subject).not.toBe("");
  expect(JSON.stringify(page.suggested)).not.toContain("Canary");
  const other = await presentNewRequest(scene.officer, { places: [], asset: `${scene.modelId}/unknown` });
  expect(other.suggested).toMatchObject({ subject: "", supplierIds: [] });
});
