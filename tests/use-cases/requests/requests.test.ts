import { expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import { presentNewRequest } from "~/presenters/present-new-request.server";
import { presentRequest } from "~/presenters/present-request.server";
import { presentRequests } from "~/presenters/present-requests.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { withdrawRequest } from "~/use-cases/requests/withdraw-request.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findReceivedRequest, findRequest, listReceivedRequests } from "~db/repositories/intake-requests";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aContent, aScene, colleague, daysLater, publish, type Scene } from "../decisions/scene";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

function asking({ supplier, modelId, zoneId }: Scene, changes: Record<string, unknown> = {}) {
  const supplierId = supplier.actor.organisationId;
  return { modelId, zoneId, supplierId, subject: "Pump", message: "Please", dueOn: "2026-11-21", ...changes };
}

const CANARIES = {
  name: "Canary-Name",
  purpose: "Canary-Purpose",
  owner: "Canary-Owner",
  slTargetRationale: "Canary-Why",
};

test("a request freezes the class of the zone as it is in the latest revision", async () => {
  const scene = await aScene(database(), { zone: { referenceType: "critical-care" } });
  const { organisationId } = scene.officer.actor;
  const { id } = accepted(
    await createRequest(scene.officer, asking(scene, { componentTypes: "embedded-device" })),
  );
  await publish(scene.engineer, {
    modelId: scene.modelId,
    number: 2,
    content: aContent({ slTarget: flatVector(3) }),
  });
  const request = await findRequest(database().read, organisationId, id);
  expect(request).toMatchObject({ state: "sent", revisionNumber: 1, zoneId: scene.zoneId });
  expect(request?.snapshot).toMatchObject({
    zoneClass: "Critical care / ICU",
    slTarget: flatVector(1),
    componentTypes: ["embedded-device"],
    allowedProtocols: ["DICOM over TLS"],
  });
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "request.create", subjectId: id, details: { revisionNumber: 1 } });
});

test("nothing of the hospital's network crosses to the supplier", async () => {
  const scene = await aScene(database(), { zone: CANARIES });
  const supplierId = scene.supplier.actor.organisationId;
  const { id } = accepted(await createRequest(scene.officer, asking(scene)));
  const received = await findReceivedRequest(database().read, supplierId, id);
  const crossing = JSON.stringify([received, await listReceivedRequests(database().read, supplierId)]);
  for (const secret of [
    "Canary",
    "10.0.0.7",
    scene.modelId,
    scene.zoneId,
    "archive",
    "Campus",
    scene.officer.actor.personId,
  ])
    expect(crossing).not.toContain(secret);
  expect(received?.snapshot.zoneClass).toBe("medium");
});

test("a supplier sees no request to another supplier", async () => {
  const scene = await aScene(database());
  const { id } = accepted(await createRequest(scene.officer, asking(scene)));
  const other = await aSupplierCaller(database(), "contributor");
  expect(await findReceivedRequest(database().read, other.actor.organisationId, id)).toBeUndefined();
  expect(await listReceivedRequests(database().read, other.actor.organisationId)).toEqual([]);
});

test("a zone without a target cannot be asked for", async () => {
  const scene = await aScene(database(), { zone: { slTarget: null } });
  expect(refusalOf(await createRequest(scene.officer, asking(scene)))).toEqual({
    code: "zone-without-target",
  });
});

test("a due date in the past is refused at its field", async () => {
  const scene = await aScene(database());
  const refusal = refusalOf(await createRequest(scene.officer, asking(scene, { dueOn: "2026-11-20" })));
  expect(refusal).toEqual({ code: "invalid-input", fields: { dueOn: ["in-the-past"] } });
});

test("bad input names its fields", async () => {
  const scene = await aScene(database());
  const bad = asking(scene, { subject: " ", dueOn: "2026-02-30", componentTypes: "toaster", supplierId: "" });
  expect(refusalOf(await createRequest(scene.officer, bad))).toMatchObject({
    fields: {
      subject: ["required"],
      dueOn: ["invalid-date"],
      "componentTypes.0": expect.any(Array),
      supplierId: ["required"],
    },
  });
});

test("procurement and security leads ask, nobody else", async () => {
  const scene = await aScene(database());
  accepted(await createRequest(await colleague(scene.officer, "security-lead"), asking(scene)));
  for (const role of ["administrator", "security-engineer", "auditor"] as const)
    await expect(createRequest(await colleague(scene.officer, role), asking(scene))).rejects.toThrow(
      forbidden,
    );
  await expect(createRequest(scene.supplier, asking(scene))).rejects.toThrow(forbidden);
});

test("a model of another hospital, an unknown zone and a hospital as supplier are not found", async () => {
  const scene = await aScene(database());
  const other = await aScene(database());
  const stranger = await aHospitalCaller(database(), "procurement-officer");
  await expect(createRequest(stranger, asking(scene))).rejects.toThrow(notFound);
  await expect(createRequest(scene.officer, asking(scene, { zoneId: "nowhere" }))).rejects.toThrow(notFound);
  const hospitalId = other.officer.actor.organisationId;
  await expect(createRequest(scene.officer, asking(scene, { supplierId: hospitalId }))).rejects.toThrow(
    notFound,
  );
});

test("a request is withdrawn while nothing is decided, and then stays so", async () => {
  const scene = await aScene(database());
  const { id: requestId } = accepted(await createRequest(scene.officer, asking(scene)));
  await expect(withdrawRequest(await colleague(scene.officer, "auditor"), { requestId })).rejects.toThrow(
    forbidden,
  );
  const stranger = await aHospitalCaller(database(), "procurement-officer");
  await expect(withdrawRequest(stranger, { requestId })).rejects.toThrow(notFound);
  accepted(await withdrawRequest(scene.officer, { requestId }));
  const { organisationId } = scene.officer.actor;
  expect(await findRequest(database().read, organisationId, requestId)).toMatchObject({ state: "withdrawn" });
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "request.withdraw", subjectId: requestId });
  expect(refusalOf(await withdrawRequest(scene.officer, { requestId }))).toMatchObject({
    code: "not-in-this-state",
  });
  expect(refusalOf(await acceptRequest(scene.supplier, { requestId }))).toMatchObject({
    code: "not-in-this-state",
  });
});

test("the list counts states and shows what is overdue", async () => {
  const scene = await aScene(database());
  accepted(await createRequest(scene.officer, asking(scene)));
  const { id } = accepted(await createRequest(scene.officer, asking(scene, { dueOn: "2026-12-24" })));
  accepted(await withdrawRequest(scene.officer, { requestId: id }));
  const tomorrow = daysLater(scene.officer, 1);
  const page = await presentRequests(tomorrow, { state: "overdue" });
  expect(page).toMatchObject({ total: 2, overdue: 1, mayCreate: true });
  expect(page.requests).toMatchObject([
    { subject: "Pump", isOverdue: true, place: { zoneName: "Zone imaging" } },
  ]);
  expect(page.counts.filter(({ count }) => count > 0)).toEqual([
    { state: "sent", count: 1 },
    { state: "withdrawn", count: 1 },
  ]);
  expect((await presentRequests(await aHospitalCaller(database(), "auditor"), {})).total).toBe(0);
  await expect(presentRequests(scene.supplier, {})).rejects.toThrow(forbidden);
});

test("the page of a request shows what the supplier sees and says where the zone went", async () => {
  const scene = await aScene(database());
  const { id } = accepted(await createRequest(scene.officer, asking(scene)));
  await publish(scene.engineer, {
    modelId: scene.modelId,
    number: 2,
    content: { ...aContent(), zones: [], conduits: [] },
  });
  const page = await presentRequest(scene.officer, id);
  expect(page).toMatchObject({
    zone: { name: "Zone imaging", isStillThere: false, revisionNumber: 1, latestRevisionNumber: 2 },
    snapshot: { slTarget: flatVector(1), allowedProtocols: ["DICOM over TLS"] },
    steps: { states: ["sent", "accepted", "declared", "decided"], current: 0 },
    answer: null,
    mayWithdraw: true,
  });
  const stranger = await aHospitalCaller(database(), "auditor");
  await expect(presentRequest(stranger, id)).rejects.toThrow(notFound);
});

test("the form offers zones with a target and tells beforehand what is not sent", async () => {
  const scene = await aScene(database());
  const page = await presentNewRequest(scene.officer, {
    ...{ places: [`${scene.modelId}/${scene.zoneId}`], asset: null },
  });
  expect(page.models).toMatchObject([
    { modelId: scene.modelId, zones: [{ id: "imaging" }, { id: "archive" }] },
  ]);
  expect(page.previews).toMatchObject([
    {
      allowedProtocols: ["DICOM over TLS"],
      protocolsNotSent: ["Canary-Protocol to 10.0.0.7"],
    },
  ]);
  await expect(
    presentNewRequest(await colleague(scene.officer, "auditor"), { places: [], asset: null }),
  ).rejects.toThrow(forbidden);
});
