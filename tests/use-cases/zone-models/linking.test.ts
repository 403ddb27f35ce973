import { expect, test } from "vitest";
import { factsOfGroup } from "~/domain/declaration/fact-fields";
import type { Asset } from "~/domain/zone-model/zone-model";
import { presentLinking } from "~/presenters/present-linking.server";
import { presentLinks } from "~/presenters/present-links.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { saveFacts } from "~/use-cases/declarations/save-facts.server";
import type { Caller } from "~/use-cases/use-case.server";
import { importIntoModel } from "~/use-cases/zone-models/import-into-model.server";
import { linkAssets, MAX_LINKED_ASSETS } from "~/use-cases/zone-models/link-assets.server";
import { stepOwnEdit } from "~/use-cases/zone-models/step-own-edit.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findDeclaration } from "~db/repositories/declarations";
import { findZoneModel } from "~db/repositories/zone-models";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { aProduct, sign } from "../../builders/declaration";
import { anAsset } from "../../builders/zone-model";
import { aColleague, accepted, aDrawnModel, auditOf, edit, refusedAs } from "./models";

const database = aDatabase();
const EVERYTHING = { show: null, grade: null, find: null, page: 1, choose: null, product: null };
const UDI = "4012345678901";

/** A release that every hospital sees, with what its supplier says it is called. */
async function aDeclared(
  facts: Record<string, unknown>,
  { name, visibility = "all-hospitals" }: { name: string; visibility?: string },
): Promise<{ supplier: Caller; releaseId: string }> {
  const supplier = await aSupplierCaller(database(), "contributor", "signatory");
  const { releaseId } = await aProduct(supplier, { name, version: "2.0" });
  const { id } = accepted(await createDeclaration(supplier, { releaseId }));
  const stored = await findDeclaration(database().read, supplier.actor.organisationId, id);
  const before = factsOfGroup(stored?.content.facts ?? {}, "identification");
  const stating = { declarationId: id, group: "identification", before, facts: { ...before, ...facts } };
  accepted(await saveFacts(supplier, stating));
  const answers = [{ requirementId: "CR 1.1", before: null, answer: { value: "met" } }];
  accepted(await answerRequirements(supplier, { declarationId: id, changes: answers }));
  await sign(supplier, id, visibility);
  return { supplier, releaseId };
}

/** A model whose assets came from an inventory. */
async function anInventory(...assets: ReadonlyArray<Partial<Asset>>) {
  const made = await aDrawnModel(database());
  const commands = assets.map((asset, n) => ({
    type: "add-asset" as const,
    asset: anAsset({ id: `a${n}`, ...asset }),
  }));
  const { caller, modelId } = made;
  accepted(await importIntoModel(caller, { modelId, version: 1, source: "inventory", commands }));
  return made;
}

async function draftOf({ actor }: Caller, modelId: string) {
  const model = await findZoneModel(database().read, actor.organisationId, modelId);
  return model?.draft.assets ?? [];
}
const linksOf = async (caller: Caller, modelId: string) =>
  (await draftOf(caller, modelId)).map(({ productReleaseId }) => productReleaseId);

test("equal devices are one line with what they may be and why; one press links all that is certain, one step takes it back", async () => {
  const { releaseId, supplier } = await aDeclared({ udiDi: UDI }, { name: "Flow 5" });
  const pumps = Array.from({ length: 600 }, (_, n) => ({
    ...{ name: `Pump (${n})`, model: "FK-721", udiDi: UDI, softwareVersion: "2.0" },
    ...{ zoneId: "imaging", componentTypes: n % 2 === 0 ? [] : ["host-device" as const] },
  }));
  const { caller, modelId } = await anInventory(...pumps, { name: "Something else" });
  const page = await presentLinking(caller, modelId, EVERYTHING);
  expect(page.counts).toEqual({ unlinked: 601, linked: 0 });
  expect(page.groups.map(({ count }) => count)).toEqual([600, 1]);
  expect(page.groups[0]).toMatchObject({
    described: { model: "FK-721", udiDi: UDI, softwareVersion: "2.0" },
    suggestions: [{ releaseId, grade: "certain", basis: "udi-di", doubts: [] }],
    zones: ["Zone imaging"],
  });
  expect(page.certain).toMatchObject({ groups: 1, assets: 600 });
  expect(page.grades.map(({ grade, count }) => `${grade} ${count}`)).toEqual([
    ...["certain 1", "likely 0", "possible 0", "none 1"],
  ]);

  const links = await presentLinks(caller, modelId, "link-certain", { mark: page.certain.mark });
  const saved = accepted(
    await linkAssets(caller, { modelId, version: page.version, links: accepted(links) }),
  );
  expect(saved).toEqual({ id: modelId, version: 3, count: 600 });
  const linked = await draftOf(caller, modelId);
  expect(linked.filter((asset) => asset.productReleaseId === releaseId)).toHaveLength(600);
  expect(linked.slice(0, 2).map(({ componentTypes }) => componentTypes)).toEqual([
    ["embedded-device"],
    ["host-device"],
  ]);
  const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "model.edit", subjectId: modelId },
    details: { version: 3, count: 600, linked: 600, unlinked: 0, releaseIds: [releaseId] },
  });
  const after = await presentLinking(caller, modelId, { ...EVERYTHING, show: "linked" });
  expect(after.counts).toEqual({ unlinked: 1, linked: 600 });
  expect(after.linked).toMatchObject([{ releaseId, count: 600, release: { productName: "Flow 5" } }]);
  expect(after.steps.undo?.version).toBe(3);
  accepted(await stepOwnEdit(caller, { modelId, direction: "undo", version: 3 }));
  expect(new Set(await linksOf(caller, modelId))).toEqual(new Set([null]));
  expect(await auditOf(supplier)).not.toContain("model.edit");
});

test("links are taken away again, and what a group was when the page was opened decides", async () => {
  const { releaseId } = await aDeclared(
    { variants: [{ name: "Duo", model: "FK-722", udiDi: "" }] },
    { name: "Flow 6" },
  );
  const { caller, modelId } = await anInventory({ model: "FK 722" }, { model: "fk722" });
  const { groups, version } = await presentLinking(caller, modelId, EVERYTHING);
  const [group] = groups;
  expect(group?.suggestions).toMatchObject([{ releaseId, grade: "possible", basis: "model" }]);
  const row = { tick: "on", key: group?.key, mark: group?.mark, releaseId };
  const asked = (intent: string, rows: unknown) => presentLinks(caller, modelId, intent, { rows });
  const links = accepted(await asked("link", { 0: row }));
  expect(links).toEqual([{ assetIds: ["a0", "a1"], releaseId }]);
  expect(refusedAs(await asked("link", { 0: { ...row, tick: undefined } }))).toBe("nothing-chosen");
  expect(refusedAs(await asked("link", { 0: { ...row, releaseId: "" } }))).toBe("nothing-chosen");
  expect(refusedAs(await asked("link", { 0: { ...row, mark: "another" } }))).toBe("changed");
  expect(refusedAs(await asked("link", { 0: { ...row, key: "[]" } }))).toBe("changed");
  expect(refusedAs(await asked("link-certain", {}))).toBe("changed");
  for (const nothing of [undefined, null, "x", [], { 0: "x" }, { 0: [] }])
    expect(refusedAs(await asked("link", nothing))).toBe("nothing-chosen");
  accepted(await linkAssets(caller, { modelId, version, links }));
  const linked = await presentLinking(caller, modelId, { ...EVERYTHING, show: "linked" });
  const away = { 0: { tick: "on", key: releaseId, mark: linked.linked[0]?.mark } };
  const unlinks = accepted(await asked("unlink", away));
  accepted(await linkAssets(caller, { modelId, version: linked.version, links: unlinks }));
  expect(await linksOf(caller, modelId)).toEqual([null, null]);
  expect(refusedAs(await asked("unlink", away))).toBe("changed");
});

test("what a colleague did meanwhile to the same assets is never overwritten; what they did elsewhere stays", async () => {
  const { releaseId } = await aDeclared({}, { name: "Flow 7" });
  const other = await aDeclared({}, { name: "Flow 8" });
  const { caller, modelId } = await anInventory({ name: "A" }, { name: "B" });
  const colleague = await aColleague(caller, "security-lead");
  const theirs = (assetId: string) => ({
    ...{ type: "update-asset" as const, assetId },
    changes: { productReleaseId: other.releaseId },
  });
  accepted(await edit(colleague, modelId, 2, theirs("a0")));
  const linking = (assetIds: ReadonlyArray<string>) =>
    linkAssets(caller, { modelId, version: 2, links: [{ assetIds, releaseId }] });
  expect(refusedAs(await linking(["a0", "a1"]))).toBe("stale-version");
  expect(await linksOf(caller, modelId)).toEqual([other.releaseId, null]);
  expect(accepted(await linking(["a1"]))).toMatchObject({ version: 4, count: 1 });
  expect(await linksOf(caller, modelId)).toEqual([other.releaseId, releaseId]);
});

test("nothing is half-written: one unknown release or asset keeps all of it out, and a submitted draft stays as it is", async () => {
  const { releaseId } = await aDeclared({}, { name: "Flow 9" });
  const secret = await aDeclared({}, { name: "Secret", visibility: "requesting-hospitals" });
  const { caller, modelId } = await anInventory({}, {});
  const linking = (...links: ReadonlyArray<{ assetIds: ReadonlyArray<string>; releaseId: string | null }>) =>
    linkAssets(caller, { modelId, version: 2, links });
  const fine = { assetIds: ["a0"], releaseId };
  expect(refusedAs(await linking(fine, { assetIds: ["a1"], releaseId: secret.releaseId }))).toBe(
    "unknown-release",
  );
  expect(refusedAs(await linking(fine, { assetIds: ["a1", "gone"], releaseId }))).toBe("unknown-asset");
  expect(refusedAs(await linking({ assetIds: ["a0"], releaseId: null }))).toBe("nothing-to-do");
  const many = Array.from({ length: MAX_LINKED_ASSETS + 1 }, (_, n) => `x${n}`);
  for (const links of [
    [],
    [{ assetIds: [], releaseId }],
    [fine, fine],
    [{ assetIds: many, releaseId }],
    [
      { assetIds: many.slice(1), releaseId },
      { assetIds: ["y"], releaseId },
    ],
    [{ assetIds: ["a0"], releaseId: "" }],
  ])
    expect(refusedAs(await linkAssets(caller, { modelId, version: 2, links }))).toBe("invalid-input");
  expect(await linksOf(caller, modelId)).toEqual([null, null]);
  accepted(await submitRevision(caller, { modelId, version: 2, note: "First" }));
  expect(refusedAs(await linking(fine))).toBe("model-is-submitted");
  const page = await presentLinking(caller, modelId, EVERYTHING);
  expect([page.state, page.mayEdit]).toEqual(["submitted", false]);
});

test("a hospital is suggested only what is shared with it, and nobody else's model is there", async () => {
  const facts = { udiDi: "4006381333931" };
  const secret = await aDeclared(facts, { name: "Hidden", visibility: "requesting-hospitals" });
  const { caller, modelId } = await anInventory({ udiDi: facts.udiDi, model: "Hidden" });
  const page = await presentLinking(caller, modelId, { ...EVERYTHING, choose: "a0", product: "Hidden" });
  expect(page.groups.map(({ suggestions }) => suggestions)).toEqual([[]]);
  expect(page.choosing?.found).toEqual([]);
  expect(JSON.stringify(page)).not.toContain(secret.releaseId);
  const stranger = await aHospitalCaller(database(), "security-engineer");
  const input = { modelId, version: 2, links: [{ assetIds: ["a0"], releaseId: null }] };
  for (const call of [
    () => presentLinking(stranger, modelId, EVERYTHING),
    () => presentLinks(stranger, modelId, "link", {}),
    () => linkAssets(stranger, input),
  ])
    await expect(call()).rejects.toMatchObject({ code: "not-found" });
  const auditor = await aColleague(caller, "auditor");
  expect((await presentLinking(auditor, modelId, EVERYTHING)).mayEdit).toBe(false);
  for (const call of [
    () => presentLinks(auditor, modelId, "link", {}),
    () => linkAssets(auditor, input),
    () => presentLinking(secret.supplier, modelId, EVERYTHING),
    () => linkAssets(secret.supplier, input),
  ])
    await expect(call()).rejects.toMatchObject({ code: "forbidden" });
});

test("lists come in pages of 25, are filtered by suggestion and words, and any product can be looked for", async () => {
  const { releaseId } = await aDeclared({}, { name: "Žíla Monitor 40" });
  const { caller, modelId } = await anInventory(
    ...Array.from({ length: 60 }, (_, n) => ({ name: `Zařízení ${n}` })),
    { name: "Zila monitor 40" },
  );
  const asked = (query: Partial<typeof EVERYTHING> | object) =>
    presentLinking(caller, modelId, { ...EVERYTHING, ...query });
  expect((await asked({})).paging).toEqual({ page: 1, pages: 3, size: 25, count: 61 });
  expect((await asked({ page: 3 })).groups).toHaveLength(11);
  expect((await asked({ page: Number.NaN })).paging.page).toBe(1);
  const possible = await asked({ grade: "possible" });
  expect(possible.groups.map(({ described }) => described.name)).toEqual(["Zila monitor 40"]);
  expect((await asked({ find: "zarizeni 59" })).groups).toHaveLength(1);
  const choosing = await asked({ choose: "a3", product: "monitor zila" });
  expect(choosing.choosing?.found.map((release) => release.releaseId)).toContain(releaseId);
  expect((await asked({ choose: "unknown" })).choosing).toBeNull();
});
