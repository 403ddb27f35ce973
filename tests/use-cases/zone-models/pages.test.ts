import { expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import { presentModel, presentModelFrame } from "~/presenters/present-model.server";
import { presentModelEdits } from "~/presenters/present-model-edits.server";
import { presentModelTable } from "~/presenters/present-model-table.server";
import { presentModels } from "~/presenters/present-models.server";
import { presentRevision } from "~/presenters/present-revision.server";
import { presentRevisions } from "~/presenters/present-revisions.server";
import { presentTableGround } from "~/presenters/present-table-ground.server";
import { presentZoneProfile } from "~/presenters/present-zone-profile.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { aConduit, anAsset, aZone } from "../../builders/zone-model";
import { aColleague, accepted, aDrawnModel, adding, edit, renaming } from "./models";

const database = aDatabase();
const NOTHING = { element: null, add: null, zone: null };

async function aPublishedModel() {
  const made = await aDrawnModel(database());
  const { fingerprint } = accepted(await submitRevision(made.caller, { modelId: made.modelId, version: 1 }));
  const colleague = await aColleague(made.caller, "security-lead");
  accepted(await approveRevision(colleague, { modelId: made.modelId, fingerprint }));
  return { ...made, colleague };
}

test("the list counts what every model holds and what is open in it", async () => {
  const { caller } = await aDrawnModel(database());
  const { models, mayCreate } = await presentModels(caller);
  expect(mayCreate).toBe(true);
  expect(models).toMatchObject([
    { name: "Building B", siteName: "Campus", zones: 1, latestRevisionNumber: null },
  ]);
});

test("the table shows zones as a tree and the forms of the picked element", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const inner = aZone({ id: "ct", parentId: "imaging", slTarget: null });
  accepted(await edit(caller, modelId, 1, adding("archive"), { type: "add-zone", zone: inner, place: null }));
  accepted(
    await edit(caller, modelId, 2, { type: "add-asset", asset: anAsset({ id: "mri", zoneId: "ct" }) }),
  );
  const page = await presentModelTable(caller, modelId, { ...NOTHING, element: "imaging" });
  expect(page.zones.map(({ id, depth }) => [id, depth])).toEqual([
    ["imaging", 0],
    ["ct", 1],
    ["archive", 0],
  ]);
  expect(page.picked).toMatchObject({ kind: "zone", parents: [{ id: "archive" }] });
  const elsewhere = await presentModelTable(caller, modelId, { ...NOTHING, zone: "archive" });
  expect(elsewhere.assets).toEqual([]);
  expect(elsewhere.assetCount).toBe(0);
});

test("every list of the table is a page of a bounded number of rows, whatever is asked for", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const assets = Array.from({ length: 480 }, (_, n) => ({
    type: "add-asset" as const,
    asset: anAsset({ id: `a${n}`, name: `Pump ${n}`, zoneId: n % 4 === 0 ? null : "imaging" }),
  }));
  accepted(await edit(caller, modelId, 1, ...assets));
  const at = (query: object) => presentModelTable(caller, modelId, { ...NOTHING, ...query });
  const first = await at({});
  expect([first.assets.length, first.assetPaging]).toEqual([
    50,
    { page: 1, pages: 10, size: 50, count: 480 },
  ]);
  // A large model starts with its outermost zones; what is opened is a page too.
  expect(first.outline.lines.map(({ id, isOpen }) => [id, isOpen])).toEqual([
    ["imaging", false],
    ["stray", false],
  ]);
  const open = await at({ open: "imaging", pages: { outline: 2 } });
  expect(open.outline.lines).toHaveLength(80);
  expect(open.outline.lines[0]).toMatchObject({ level: 2, position: 80, siblings: 360 });
  expect((await at({ pages: { assets: 99 } })).assets.at(-1)?.name).toBe("Pump 479");
  expect((await at({ pages: { assets: -3 } })).assetPaging.page).toBe(1);
  const found = await at({ text: "pump 47", zone: "imaging" });
  expect(found.assets.map(({ name }) => name)).toEqual([
    ...["Pump 47", "Pump 147", "Pump 247", "Pump 347", "Pump 447", "Pump 470", "Pump 471", "Pump 473"],
    ...["Pump 474", "Pump 475", "Pump 477", "Pump 478", "Pump 479"],
  ]);
  expect(found.outline.lines.slice(0, 2).map(({ id }) => id)).toEqual(["imaging", "a47"]);
  const stray = (await at({ text: "pump 47" })).outline.lines.find(({ id }) => id === "stray");
  expect(stray?.members).toBe(2);
});

test("the outline tells what each zone and conduit is, holds and is joined to", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const conduit = aConduit({ id: "c", fromZoneId: "imaging", toZoneId: "archive" });
  accepted(await edit(caller, modelId, 1, adding("archive"), { type: "add-conduit", conduit }));
  const { outline } = await presentModelTable(caller, modelId, NOTHING);
  expect(outline.lines.map(({ kind, id, level }) => [kind, id, level])).toEqual([
    ["zone", "imaging", 1],
    ["zone", "archive", 1],
    ["group", "conduits", 1],
    ["conduit", "c", 2],
  ]);
  expect(outline.lines[0]).toMatchObject({
    facts: { conduits: { first: [{ otherEnd: "Zone archive", protocols: ["DICOM over TLS"] }], count: 1 } },
    levels: { vector: null, unknown: 0 },
  });
  const shut = await presentModelTable(caller, modelId, { ...NOTHING, open: "all", closed: "conduits" });
  expect(shut.outline.lines.at(-1)).toMatchObject({ id: "conduits", isOpen: false, members: 1 });
});

test("findings are shown by rule, and all one-step fixes of a rule are one gesture", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const bare = ["x", "y"].map((id) => ({
    type: "add-zone" as const,
    zone: aZone({ id, parentId: "imaging", slTarget: null }),
    place: null,
  }));
  accepted(
    await edit(caller, modelId, 1, ...bare, { type: "add-asset", asset: anAsset({ id: "a", zoneId: null }) }),
  );
  const rule = "zone-has-sl-target";
  const page = await presentModelTable(caller, modelId, { ...NOTHING, rule });
  expect(page.findings.map(({ ruleId }) => ruleId)).toEqual([rule, rule]);
  expect(page.rules).toContainEqual({ ruleId: rule, count: 2, fixable: 2 });
  expect(page.findingCount).toBe(3);
  expect((await presentTableGround(caller, modelId)).fixesOf(rule)).toHaveLength(2);
  expect((await presentTableGround(caller, modelId)).fixesOf("no-such-rule")).toEqual([]);
});

test("a reader gets the table without forms", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const auditor = await aColleague(caller, "auditor");
  const page = await presentModelTable(auditor, modelId, { ...NOTHING, element: "imaging" });
  expect(page).toMatchObject({ mayEdit: false, picked: null });
});

test("the fix of a finding is made from the draft as it is", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const inner = aZone({ id: "ct", parentId: "imaging", slTarget: null });
  accepted(await edit(caller, modelId, 1, { type: "add-zone", zone: inner, place: null }));
  const fixNow = async () => (await presentTableGround(caller, modelId)).fixOf("zone-has-sl-target:zone:ct");
  const fix = await fixNow();
  expect(fix).toMatchObject([{ type: "set-sl-target", zoneId: "ct", slTarget: flatVector(2) }]);
  accepted(await edit(caller, modelId, 2, ...fix));
  expect(await fixNow()).toEqual([]);
});

test("the revisions page says who may do what, and what the draft changes", async () => {
  const { caller, modelId, colleague } = await aPublishedModel();
  accepted(await edit(caller, modelId, 1, renaming("imaging", "Radiology"), adding("archive")));
  const before = await presentRevisions(caller, modelId);
  expect(before.may).toMatchObject({ submit: true, approve: false, withdraw: false, delete: false });
  expect(before.difference.map(({ id, change, fields }) => [id, change, fields])).toEqual([
    ["archive", "added", []],
    ["imaging", "changed", ["name"]],
  ]);
  accepted(await submitRevision(caller, { modelId, version: 2 }));
  expect((await presentRevisions(caller, modelId)).may).toMatchObject({ approve: false, withdraw: true });
  expect((await presentRevisions(colleague, modelId)).may).toMatchObject({
    approve: true,
    return: true,
    withdraw: false,
  });
});

test("a revision shows what was published, whatever the draft says now", async () => {
  const { caller, modelId } = await aPublishedModel();
  accepted(await edit(caller, modelId, 1, renaming("imaging", "Radiology")));
  expect(await presentRevision(caller, modelId, 1)).toMatchObject({
    page: { isLatest: true, previousNumber: null },
    tables: { zones: [{ name: "Zone imaging" }] },
    content: { zones: [{ name: "Zone imaging" }] },
  });
  await expect(presentRevision(caller, modelId, 2)).rejects.toMatchObject({ code: "not-found" });
  await expect(presentRevision(caller, modelId, Number.NaN)).rejects.toMatchObject({ code: "not-found" });
});

test("a zone profile comes from the latest revision and asks by component type", async () => {
  const { caller, modelId } = await aPublishedModel();
  const target = {
    type: "set-sl-target" as const,
    zoneId: "imaging",
    slTarget: flatVector(4),
    rationale: "",
  };
  accepted(await edit(caller, modelId, 1, target, adding("archive")));
  const page = await presentZoneProfile(caller, modelId, "imaging", ["network-device"]);
  expect(page).toMatchObject({ basis: { kind: "revision", number: 1 }, types: ["network-device"] });
  expect(page.zone.slTarget).toEqual(flatVector(2));
  expect(page.groups).toHaveLength(7);
  expect(
    page.groups.every(({ rows }) => rows.every(({ appliesTo }) => appliesTo.includes("network-device"))),
  ).toBe(true);
  const all = await presentZoneProfile(caller, modelId, "imaging", ["not a type"]);
  expect(all.types).toHaveLength(4);
  expect(all.demanded).toBeGreaterThan(page.demanded);
  const fresh = await presentZoneProfile(caller, modelId, "archive", []);
  expect(fresh).toMatchObject({ basis: { kind: "draft" }, isNewInDraft: true, mayAsk: false });
});

test("whoever has an older version reads what was saved since", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  accepted(await edit(caller, modelId, 1, adding("archive")));
  const since = await presentModelEdits(caller, modelId, 1);
  expect(since).toMatchObject({ version: 2, isComplete: true, edits: [{ version: 2 }] });
  expect(await presentModelEdits(caller, modelId, 7)).toMatchObject({
    version: 2,
    isComplete: false,
    edits: [],
  });
});

test("no page opens for another hospital or for a supplier", async () => {
  const { caller, modelId } = await aPublishedModel();
  const stranger = await aHospitalCaller(database(), "security-lead");
  const supplier = await aSupplierCaller(database(), "administrator");
  const pages = [presentModel, presentModelFrame, presentRevisions].map(
    (present) => (by: typeof caller) => present(by, modelId) as Promise<unknown>,
  );
  const more = [
    (by: typeof caller) => presentModelTable(by, modelId, NOTHING),
    (by: typeof caller) => presentModelEdits(by, modelId, 0),
    (by: typeof caller) => presentRevision(by, modelId, 1),
    (by: typeof caller) => presentZoneProfile(by, modelId, "imaging", []),
  ];
  for (const open of [...pages, ...more]) {
    await expect(open(stranger)).rejects.toMatchObject({ code: "not-found" });
    await expect(open(supplier)).rejects.toMatchObject({ code: "forbidden" });
    await expect(open(caller)).resolves.toBeDefined();
  }
  expect(await presentModels(stranger)).toMatchObject({ models: [] });
});
