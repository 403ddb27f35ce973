import { expect, test } from "vitest";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { paths } from "~/paths";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { editInParts } from "~/use-cases/zone-models/edit-in-parts.server";
import { saveMember } from "~db/repositories/organisations";
import { findZoneModel } from "~db/repositories/zone-models";
import { aCaller } from "../builders/database";
import { aPortal, postForm, signedIn } from "../builders/portal";
import { aConduit, aLargeZoneModel, anAsset, aZone } from "../builders/zone-model";

const portal = aPortal();

/** A model with two zones, a conduit and an asset, and somebody who posts its forms without a script. */
async function aScene(commands: ReadonlyArray<ZoneModelCommand> = smallModel()) {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const { organisationId } = engineer;
  const colleague = await aCaller(portal().database, {
    ...{ organisationId, kind: "hospital", roles: ["security-lead"] },
  });
  const aModel = async (name: string) => {
    const created = await createZoneModel(colleague, { siteName: "Campus", name });
    if (!created.ok) throw new Error("refused");
    return created.value.id;
  };
  const modelId = await aModel("Building");
  const drawn = await editInParts(colleague, { modelId, version: 0, commands });
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.refusal));
  const stored = async (id = modelId) => {
    const model = await findZoneModel(portal().database.read, organisationId, id);
    if (!model) throw new Error("the model is there");
    return model;
  };
  const post = async (values: Record<string, string | ReadonlyArray<string>>, query = "") => {
    const body = new URLSearchParams();
    const isOfModel = values.intent === undefined && values.version === undefined;
    if (isOfModel) body.set("version", String((await stored()).draftVersion));
    for (const [name, value] of Object.entries(values))
      for (const one of [value].flat()) body.append(name, one);
    return portal().request(paths.modelTable(modelId) + query, {
      method: "POST",
      body: body.toString(),
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      cookie: engineer.cookie,
    });
  };
  const read = async (query = "", who = engineer) => {
    const answer = await portal().request(paths.modelTable(modelId) + query, { cookie: who.cookie });
    return answer.text();
  };
  return { engineer, modelId, aModel, stored, post, read };
}

function smallModel(): ReadonlyArray<ZoneModelCommand> {
  return [
    { type: "add-zone", zone: aZone({ id: "icu", name: "ICU" }), place: null },
    { type: "add-zone", zone: aZone({ id: "lab", name: "Lab" }), place: { x: 400, y: 0 } },
    { type: "add-conduit", conduit: aConduit({ id: "c", fromZoneId: "icu", toZoneId: "lab" }) },
    { type: "add-asset", asset: anAsset({ id: "pump", name: "Pump", zoneId: "icu" }) },
  ];
}

const chosen = (action: string, keys: string | ReadonlyArray<string>, more: Record<string, string> = {}) => ({
  ...{ form: "chosen", type: "chosen", do: action, chosen: keys, ...more },
});

test("without a script a zone of a kind is added inside another, with what the kind suggests", async () => {
  const { post, stored, read } = await aScene();
  const form = await read("?add=zone&zone=icu");
  expect(form).toContain("Take trust class and target that the kind suggests");
  expect(form).toMatch(/<option value="icu"[^>]*selected/);
  const zone = { "zone.name": "Imaging", "zone.referenceType": "imaging", "zone.trustClass": "low" };
  const rest = { "zone.criticality.patientSafety": "high", "zone.criticality.continuityOfCare": "low" };
  const answer = await post({
    ...{
      form: "zone-new",
      type: "add-zone",
      ...zone,
      ...rest,
      "zone.suggested": "on",
      "zone.parentId": "icu",
    },
    ...{ "zone.criticality.confidentiality": "none", "zone.purpose": "", "zone.owner": "" },
  });
  expect(answer.status).toBe(303);
  const added = (await stored()).draft.zones.at(-1);
  expect(added).toMatchObject({
    name: "Imaging",
    parentId: "icu",
    referenceType: "imaging",
  });
  expect(added?.slTarget).not.toBeNull();
  expect(answer.headers.get("Location")).toMatch(new RegExp(`element=${added?.id}#element$`));
});

test("what is refused stands beside its field, with what was typed, and filters stay in the address", async () => {
  const { post, stored } = await aScene();
  const refused = await post(
    { form: "zone-facts", type: "update-zone", zoneId: "icu", "changes.name": " " },
    "?element=icu&q=i",
  );
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("Please fill this in.");
  const box = { form: "zone-place", type: "place-zone", zoneId: "icu", "place.x": "40", "place.y": "16" };
  const placed = await post(
    { ...box, "place.width": "", "place.height": "", "place.collapsed": "on" },
    "?element=icu&q=i&assetsPage=2",
  );
  expect(placed.headers.get("Location")).toBe(
    `${new URL(placed.url).pathname}?q=i&assetsPage=2&element=icu#element`,
  );
  expect((await stored()).draft.layout.icu).toEqual({ x: 40, y: 16, collapsed: true });
  await post({ ...box, "place.x": "", "place.y": "" });
  expect((await stored()).draft.layout).not.toHaveProperty("icu");
});

test("everything ticked is moved, set, copied and deleted as one step, and each step is undone and redone", async () => {
  const { post, stored, read } = await aScene();
  const start = (await stored()).draft;
  expect((await post(chosen("move", ["zone:icu", "asset:pump"], { into: "lab" }))).status).toBe(303);
  const set = { "set.trustClass": "highest", "set.level": "3", "set.rationale": "Agreed" };
  await post(chosen("set-zones", ["zone:icu", "zone:lab"], set));
  for (const zone of (await stored()).draft.zones)
    expect(zone).toMatchObject({ trustClass: "highest", slTarget: { RA: 3 }, slTargetRationale: "Agreed" });
  await post(chosen("duplicate", "zone:lab"));
  expect((await stored()).draft.zones.map(({ name }) => name)).toEqual(["ICU", "Lab", "Lab (2)", "ICU (2)"]);
  await post(chosen("delete", ["zone:icu", "conduit:c"]));
  const end = (await stored()).draft;
  const step = async (name: "undo" | "redo") => {
    const html = await read();
    const version =
      new RegExp(`id="${name}-step".*?name="version" value="(\\d+)"`, "s").exec(html)?.[1] ?? "";
    return (await post({ form: "steps", type: name, version })).status;
  };
  for (let count = 0; count < 4; count += 1) expect(await step("undo")).toBe(303);
  expect((await stored()).draft).toEqual(start);
  expect(await read()).not.toContain('id="undo-step"');
  for (let count = 0; count < 4; count += 1) expect(await step("redo")).toBe(303);
  expect((await stored()).draft).toEqual(end);
});

test("nothing ticked, or nothing to do, is said and saves nothing", async () => {
  const { post, stored } = await aScene();
  const empty = await post({ form: "chosen", type: "chosen", do: "delete" });
  expect([empty.status, await empty.text()]).toEqual([
    422,
    expect.stringContaining("Nothing is ticked that this can be done with."),
  ]);
  const same = await post(chosen("move", "zone:icu", { into: "" }));
  expect([same.status, await same.text()]).toEqual([422, expect.stringContaining("That changes nothing.")]);
  expect((await stored()).draftVersion).toBe(1);
});

test("all assets that a filter finds are meant, those on other pages too", async () => {
  const assets = Array.from({ length: 120 }, (_, n): ZoneModelCommand => {
    const name = n % 2 === 0 ? `Pump ${n}` : `Monitor ${n}`;
    return { type: "add-asset", asset: anAsset({ id: `a${n}`, name, zoneId: "icu" }) };
  });
  const { post, stored } = await aScene([...smallModel(), ...assets]);
  await post({
    form: "chosen",
    type: "chosen",
    do: "move",
    allFound: "on",
    q: "monitor",
    zone: "",
    into: "lab",
  });
  const moved = (await stored()).draft.assets.filter(({ zoneId }) => zoneId === "lab");
  expect(moved).toHaveLength(60);
  expect(moved.every(({ name }) => name.startsWith("Monitor"))).toBe(true);
});

test("a part goes to another model, by copying, by moving, and as the text that the diagram reads", async () => {
  const { post, stored, aModel, read } = await aScene();
  const target = await aModel("Annex");
  expect(await read()).toContain("Annex (Campus)");
  await post(chosen("copy-to", ["zone:icu", "zone:lab"], { target }));
  const { draft } = await stored(target);
  expect([draft.zones.length, draft.conduits.length, draft.assets.length]).toEqual([2, 1, 1]);
  expect((await stored()).draftVersion).toBe(1);
  await post(chosen("move-to", "zone:icu", { target }));
  expect((await stored(target)).draft.zones.map(({ name }) => name)).toEqual(["ICU", "Lab", "ICU (2)"]);
  expect((await stored()).draft.zones.map(({ name }) => name)).toEqual(["Lab"]);

  const shown = await (await post(chosen("text", "zone:lab"))).text();
  const plain = textShownIn(shown);
  expect(JSON.parse(plain)).toMatchObject({ cordon: "zone-model-fragment", zones: [{ name: "Lab" }] });
  expect((await post({ form: "paste-new", type: "paste", text: plain, into: "lab" })).status).toBe(303);
  expect((await stored()).draft.zones.at(-1)).toMatchObject({ name: "Lab (2)", parentId: "lab" });
  const strange = await post(
    { form: "paste-new", type: "paste", text: "Dear colleague", into: "" },
    "?add=paste",
  );
  expect([strange.status, await strange.text()]).toEqual([
    422,
    expect.stringContaining("The clipboard holds nothing that was copied from a zone model."),
  ]);
});

test("keys copy, cut and paste and are answered where the page stands", async () => {
  const { post, stored, modelId, engineer } = await aScene();
  const here = async (values: Record<string, string>) => {
    const version = String((await stored()).draftVersion);
    const path = paths.modelClipboard(modelId);
    const answer = await postForm(portal(), path, { version, ...values }, engineer);
    return { status: answer.status, text: await answer.text() };
  };
  const shown = await (await post(chosen("text", "zone:icu"))).text();
  const text = textShownIn(shown);
  const copied = await here({ type: "chosen", do: "text", chosen: "zone:icu" });
  expect(copied).toEqual({ status: 200, text: expect.stringContaining("zone-model-fragment") });
  expect((await stored()).draftVersion).toBe(1);
  const cut = await here({ type: "chosen", do: "cut", chosen: "zone:icu" });
  expect(cut).toEqual({ status: 200, text: expect.stringContaining("zone-model-fragment") });
  expect((await stored()).draft).toMatchObject({ zones: [{ id: "lab" }], conduits: [], assets: [] });
  const pasted = await here({ type: "paste", text, at: "zone:lab" });
  const { draft } = await stored();
  expect(draft.zones.at(-1)).toMatchObject({ name: "ICU", parentId: "lab" });
  expect(draft.assets).toMatchObject([{ name: "Pump", zoneId: draft.zones.at(-1)?.id }]);
  expect(pasted).toEqual({ status: 200, text: expect.stringContaining(`zone:${draft.zones.at(-1)?.id}`) });
  const strange = await here({ type: "paste", text: "Dear colleague" });
  expect(strange).toEqual({ status: 422, text: expect.stringContaining("not-a-fragment") });
  const nothing = await here({ type: "chosen", do: "cut", chosen: "zone:gone" });
  expect(nothing).toEqual({ status: 422, text: expect.stringContaining("nothing-chosen") });
  // Without a script the same stands on the page as text.
  const byButton = await (await post(chosen("cut", "zone:lab"))).text();
  expect(JSON.parse(textShownIn(byButton))).toMatchObject({ zones: [{ name: "Lab" }, { name: "ICU" }] });
  expect((await stored()).draft.zones).toEqual([]);
});

/** What was copied, as the page shows it. */
function textShownIn(html: string): string {
  const text = /<textarea[^>]*id="copied-text"[^>]*>(.*?)<\/textarea>/s.exec(html)?.[1] ?? "";
  return text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

test("whoever only reads copies, and changes nothing", async () => {
  const { modelId, engineer, stored, read } = await aScene();
  const { organisationId, personId } = engineer;
  const createdAt = new Date("2026-11-01T00:00:00.000Z");
  await portal().database.transaction((db) =>
    saveMember(db, organisationId, { personId, roles: ["auditor"], state: "active", createdAt }),
  );
  const html = await read();
  const offered = [...html.matchAll(/name="do"[^>]*value="([^"]+)"/g)].map(([, action]) => action);
  expect(offered).toEqual(["text"]);
  const form = { ...{ version: "1", form: "chosen", type: "chosen" }, do: "text", chosen: "zone:icu" };
  const copied = await postForm(portal(), paths.modelTable(modelId), form, engineer);
  expect([copied.status, await copied.text()]).toEqual([200, expect.stringContaining("zone-model-fragment")]);
  const cut = await postForm(portal(), paths.modelTable(modelId), { ...form, do: "cut" }, engineer);
  expect(cut.status).toBe(403);
  expect((await stored()).draftVersion).toBe(1);
});

test("what an overlay says stands in lines and tables, in words for the keyboard too", async () => {
  const { read } = await aScene();
  const gaps = await read("?overlay=gaps");
  expect(gaps).toMatch(/<option[^>]*value="gaps"[^>]*selected/);
  expect(gaps).toContain("no product known");
  expect(gaps).toMatch(/<th[^>]*><span>Gaps/);
  expect(gaps).toContain("ICU, target {2 2 2 2 2 2 2}, no product known");
  const difference = await read("?overlay=difference");
  expect(difference).toContain("Nothing has been published yet, so there is nothing to compare with.");
  expect(await read("?overlay=nonsense")).not.toContain("overlay-legend");
});

test("copying needs a model of the same hospital", async () => {
  const { post, stored } = await aScene();
  const other = await aScene();
  const answer = await post(chosen("copy-to", "zone:icu", { target: other.modelId }));
  expect(answer.status).toBe(404);
  expect((await other.stored()).draftVersion).toBe(1);
  expect((await post(chosen("copy-to", "zone:icu", { target: "" }))).status).toBe(422);
  expect((await stored()).draftVersion).toBe(1);
});

test("templates are inserted, suggestions taken, fixes applied to all of a rule", async () => {
  const bare = ["x", "y"].map((id): ZoneModelCommand => {
    const zone = aZone({ id, name: id, parentId: "icu", slTarget: null, slTargetRationale: "" });
    return { type: "add-zone", zone: { ...zone, referenceType: "imaging" }, place: null };
  });
  const { post, stored, read } = await aScene([...smallModel(), ...bare]);
  const form = await read("?add=template");
  const id = /name="template"[^>]*value="([^"]+)"/.exec(form)?.[1] ?? "";
  await post({ form: "template-new", type: "add-template", template: id, into: "" });
  expect((await stored()).draft.zones.length).toBeGreaterThan(4);
  await post({ form: "zone-suggestion", type: "take-suggestion", zoneId: "x" });
  expect((await stored()).draft.zones.find((zone) => zone.id === "x")?.slTarget).not.toBeNull();
  await post({ form: "finding", type: "fix-all", ruleId: "zone-has-sl-target" });
  const untrusted = (zone: { trustClass: string }) => zone.trustClass === "untrusted";
  expect((await stored()).draft.zones.filter((zone) => zone.slTarget === null && !untrusted(zone))).toEqual(
    [],
  );
  expect(await read("?rule=zone-has-sl-target")).not.toContain("Fix 1 in one step");
});

test("an element is commented on beside its forms", async () => {
  const { post, read } = await aScene();
  const comment = { intent: "comment", about: "zone-icu", "element.kind": "zone", "element.id": "icu" };
  const answer = await post({ ...comment, text: "Why is there no gateway?" }, "?element=icu");
  expect([answer.status, answer.headers.get("Location")]).toEqual([
    303,
    expect.stringMatching(/\?element=icu#element-comments$/),
  ]);
  expect(await read("?element=icu")).toContain("Why is there no gateway?");
});

test("each zone and conduit is described in words, with and without a script", async () => {
  const { read } = await aScene();
  const html = await read();
  expect(html).toContain("Target: 2 in all seven requirements.");
  expect(html).toContain("Assets: Pump.");
  expect(html).toContain("Conduits: to Lab with DICOM over TLS.");
  expect(html).toContain("Conduit ICU – Lab: DICOM over TLS, all encrypted.");
  expect(html).toContain("Target, derived from both ends: 2 in all seven requirements.");
});

test("nobody of another hospital reads it or changes anything", async () => {
  const { modelId, engineer, stored } = await aScene();
  const foreign = await signedIn(portal(), "hospital", "security-engineer");
  const path = paths.modelTable(modelId);
  const form = { ...{ version: "1", form: "chosen", type: "chosen" }, do: "delete", chosen: "zone:icu" };
  expect((await postForm(portal(), path, form, foreign)).status).toBe(404);
  expect((await portal().request(path, { cookie: foreign.cookie })).status).toBe(404);
  expect((await portal().request(path, { cookie: engineer.cookie })).status).toBe(200);
  expect((await stored()).draftVersion).toBe(1);
});

test("the largest hospital makes no page larger than a person's screen can hold", async () => {
  const large = aLargeZoneModel();
  const { read } = await aScene([
    ...large.zones.map((zone): ZoneModelCommand => ({ type: "add-zone", zone, place: null })),
    ...large.conduits.map((conduit): ZoneModelCommand => ({ type: "add-conduit", conduit })),
    ...large.assets.map((asset): ZoneModelCommand => ({ type: "add-asset", asset })),
  ]);
  const pages = [
    "",
    "?open=all",
    "?open=all&outlinePage=40",
    "?assetsPage=100&zonesPage=6&findingsPage=9",
    "?q=1",
  ];
  for (const query of pages) {
    const html = await read(query);
    expect([query, html.length < 900_000, html.length]).toEqual([query, true, html.length]);
    expect(html.match(/<tr/g)?.length ?? 0).toBeLessThan(200);
    expect(html.match(/class="outline-line/g)?.length ?? 0).toBeLessThanOrEqual(80);
  }
});
