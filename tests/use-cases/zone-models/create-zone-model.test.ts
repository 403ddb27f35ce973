import { expect, test } from "vitest";
import { TEMPLATE_OFFERS } from "~/catalogue/templates/model-templates";
import { findInconsistencies } from "~/domain/zone-model/consistency";
import { createSite } from "~/use-cases/zone-models/create-site.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { deleteZoneModel } from "~/use-cases/zone-models/delete-zone-model.server";
import { listModelEdits } from "~db/repositories/model-edits";
import { listSites } from "~db/repositories/sites";
import { findZoneModel, listZoneModels } from "~db/repositories/zone-models";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { aColleague, accepted, aDrawnModel, aModel, auditOf, refusedAs } from "./models";

const database = aDatabase();

test("a model of a new site makes the site and tells the audit trail of both", async () => {
  const caller = await aHospitalCaller(database(), "security-lead");
  const { id } = accepted(
    await createZoneModel(caller, { siteName: " Campus ", name: "Radiology", purpose: "Images" }),
  );
  const model = await findZoneModel(database().read, caller.actor.organisationId, id);
  expect(model).toMatchObject({ name: "Radiology", siteName: "Campus", draftVersion: 0, state: "drawing" });
  expect(await auditOf(caller)).toEqual(["site.create", "model.create"]);
});

test("a site with the same name is picked, not made twice", async () => {
  const caller = await aHospitalCaller(database(), "security-engineer");
  accepted(await createZoneModel(caller, { siteName: "Campus", name: "Radiology" }));
  accepted(await createZoneModel(caller, { siteName: "Campus", name: "Laboratory" }));
  expect(await listSites(database().read, caller.actor.organisationId)).toHaveLength(1);
});

test("a model starts from the template of a whole hospital", async () => {
  const caller = await aHospitalCaller(database(), "security-engineer");
  const values = { siteName: "Campus", name: "All of it", start: "whole-hospital" };
  const { id } = accepted(await createZoneModel(caller, values));
  const model = await findZoneModel(database().read, caller.actor.organisationId, id);
  expect(model?.draft.zones).toHaveLength(14);
  expect(model?.draft.conduits.length).toBeGreaterThan(10);
  expect(model && findInconsistencies(model.draft)).toEqual([]);
  const edits = await listModelEdits(database().read, caller.actor.organisationId, {
    modelId: id,
    after: 0,
    limit: 5,
  });
  expect(edits.map(({ version }) => version)).toEqual([1]);
});

test("a model starts from any template, and from nothing that is none", async () => {
  const caller = await aHospitalCaller(database(), "security-engineer");
  for (const { id: start, zones, conduits } of TEMPLATE_OFFERS) {
    const { id } = accepted(await createZoneModel(caller, { siteName: "Campus", name: start, start }));
    const model = await findZoneModel(database().read, caller.actor.organisationId, id);
    expect([model?.draft.zones.length, model?.draft.conduits.length], start).toEqual([zones, conduits]);
  }
  const outcome = await createZoneModel(caller, { siteName: "Campus", name: "Other", start: "constructor" });
  expect(outcome).toMatchObject({ ok: false, refusal: { code: "invalid-input" } });
});

test("a model needs a name and a site", async () => {
  const caller = await aHospitalCaller(database(), "security-engineer");
  const outcome = await createZoneModel(caller, { name: "  ", siteName: "" });
  expect(outcome).toEqual({
    ok: false,
    refusal: { code: "invalid-input", fields: expect.objectContaining({ name: ["required"] }) },
  });
  const nowhere = await createZoneModel(caller, { name: "Radiology" });
  expect(nowhere).toEqual({
    ok: false,
    refusal: { code: "invalid-input", fields: { siteName: ["required"] } },
  });
  expect(await listZoneModels(database().read, caller.actor.organisationId)).toEqual([]);
});

test("two models of one site have different names", async () => {
  const { caller } = await aModel(database());
  const again = await createZoneModel(caller, { siteName: "Campus", name: "Building B" });
  expect(again).toEqual({ ok: false, refusal: { code: "invalid-input", fields: { name: ["taken"] } } });
});

test("the site of another hospital is not found", async () => {
  const { caller } = await aModel(database());
  const [site] = await listSites(database().read, caller.actor.organisationId);
  const stranger = await aHospitalCaller(database(), "security-lead");
  await expect(createZoneModel(stranger, { siteId: site?.id, name: "Radiology" })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("procurement, auditors, administrators and suppliers may not create models", async () => {
  for (const role of ["procurement-officer", "auditor", "administrator"] as const) {
    const caller = await aHospitalCaller(database(), role);
    await expect(createZoneModel(caller, { siteName: "Campus", name: "X" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(createSite(caller, { name: "Campus" })).rejects.toMatchObject({ code: "forbidden" });
  }
  const supplier = await aSupplierCaller(database(), "administrator", "contributor", "signatory");
  await expect(createZoneModel(supplier, { siteName: "S", name: "X" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a site's name is taken once", async () => {
  const caller = await aHospitalCaller(database(), "security-engineer");
  accepted(await createSite(caller, { name: "Campus" }));
  const again = await createSite(caller, { name: "Campus" });
  expect(again).toEqual({ ok: false, refusal: { code: "invalid-input", fields: { name: ["taken"] } } });
  expect(await auditOf(caller)).toEqual(["site.create"]);
});

test("a security lead deletes a model that was never published by typing its name", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const lead = await aColleague(caller, "security-lead");
  expect(refusedAs(await deleteZoneModel(lead, { modelId, name: "Building" }))).toBe("name-differs");
  accepted(await deleteZoneModel(lead, { modelId, name: "Building B" }));
  expect(await findZoneModel(database().read, caller.actor.organisationId, modelId)).toBeUndefined();
  expect((await auditOf(caller)).at(-1)).toBe("model.delete");
  await expect(deleteZoneModel(caller, { modelId, name: "Building B" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
