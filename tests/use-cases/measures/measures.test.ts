import { expect, test } from "vitest";
import { listCalendarEntries } from "~/use-cases/calendar/calendar-entries.server";
import { exportMeasures } from "~/use-cases/measures/export-measures.server";
import { MOST_CHANGES, recordMeasures } from "~/use-cases/measures/record-measures.server";
import { listMeasurePlaces } from "~/use-cases/measures/required-measures.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listLatestMeasures, listMeasureVersions, type MeasurePlace } from "~db/repositories/measures";
import { deleteZoneModel } from "~db/repositories/zone-models";
import { measureVersions } from "~db/schema";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aZone } from "../../builders/zone-model";
import { aScene, colleague, type Scene } from "../decisions/scene";
import { aModel, edit } from "../zone-models/models";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

const zoneOf = ({ modelId, zoneId }: Scene): MeasurePlace => ({ modelId, zoneId });

function aChange(
  place: MeasurePlace,
  measureId: string,
  fields: Record<string, unknown> | null,
  version = 0,
) {
  return { place, measureId, version, fields };
}

const form = (...changes: ReadonlyArray<ReturnType<typeof aChange>>) => ({ changes, via: "form" });

async function latest({ engineer }: Scene) {
  const versions = await listLatestMeasures(database().read, engineer.actor.organisationId);
  return versions.map(({ place, measureId, version, content }) => ({ place, measureId, version, content }));
}

test("a measure is kept as it was written, earlier versions with it, and tells the audit trail", async () => {
  const scene = await aScene(database());
  const { engineer } = scene;
  const place = zoneOf(scene);
  accepted(
    await recordMeasures(engineer, form(aChange(place, "SR 1.1", { state: "in-progress", owner: "Ward" }))),
  );
  const done = { state: "in-place", evidence: "Plan 7", maturity: "2", dueOn: "2027-01-31" };
  const { id } = accepted(await recordMeasures(engineer, form(aChange(place, "SR 1.1", done, 1))));
  const versions = await listMeasureVersions(database().read, engineer.actor.organisationId, {
    ...{ place, measureId: "SR 1.1", limit: 10 },
  });
  expect(versions.map(({ version, content }) => [version, content?.state, content?.owner])).toEqual([
    [2, "in-place", "Ward"],
    [1, "in-progress", "Ward"],
  ]);
  expect(versions[0]).toMatchObject({ writingId: id, content: { maturity: 2, dueOn: "2027-01-31" } });
  expect(await latest(scene)).toHaveLength(1);
  const [entry] = await listAuditEntries(database().read, engineer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "measure.record", subjectId: id },
    details: { via: "form", count: 1, measureId: "SR 1.1" },
  });
});

test("who may not write down is told so, and a supplier reads nothing of it", async () => {
  const scene = await aScene(database());
  const change = form(aChange(zoneOf(scene), "SR 1.1", { state: "in-place" }));
  const auditor = await colleague(scene.engineer, "auditor");
  for (const caller of [auditor, scene.officer, scene.supplier])
    await expect(recordMeasures(caller, change)).rejects.toThrowError(forbidden);
  await expect(exportMeasures(scene.supplier, { file: "measures.xlsx" })).rejects.toThrowError(forbidden);
  accepted(await exportMeasures(auditor, { file: "measures.xlsx" }));
  expect(await latest(scene)).toEqual([]);
});

test("a zone of another hospital does not exist, and nothing is written beside it", async () => {
  const scene = await aScene(database());
  const other = await aScene(database());
  const changes = [
    aChange(zoneOf(scene), "SR 1.1", { state: "in-place" }),
    aChange(zoneOf(other), "SR 1.1", {}),
  ];
  await expect(recordMeasures(scene.engineer, { changes, via: "bulk" })).rejects.toThrowError(notFound);
  expect(await latest(scene)).toEqual([]);
  const supplier = await aSupplierCaller(database(), "contributor");
  await expect(recordMeasures(supplier, form(...changes))).rejects.toThrowError(forbidden);
});

const REFUSED: ReadonlyArray<[string, (place: MeasurePlace) => object, object]> = [
  ["nothing", () => form(), { code: "invalid-input", fields: { changes: ["required"] } }],
  [
    "a state that does not exist",
    (place) => form(aChange(place, "SR 1.1", { state: "done" })),
    { code: "invalid-input", fields: { "changes.0.fields.state": ["invalid"] } },
  ],
  [
    "no use without a reason",
    (place) =>
      form(aChange(place, "SR 1.2", { owner: "A" }), aChange(place, "SR 1.1", { state: "not-applicable" })),
    { code: "invalid-input", fields: { "changes.1.fields.reason": ["required"] } },
  ],
  [
    "a measure above the target",
    (place) => form(aChange(place, "SR 1.1 RE(1)", { state: "in-place" })),
    { code: "not-required", measures: [expect.objectContaining({ measureId: "SR 1.1 RE(1)" })] },
  ],
  [
    "a technical measure of the whole hospital",
    () => form(aChange(null, "SR 1.1", {})),
    { code: "not-required" },
  ],
  [
    "the same measure twice",
    (place) => form(aChange(place, "SR 1.1", { owner: "A" }), aChange(place, "SR 1.1", { owner: "B" })),
    { code: "named-twice" },
  ],
  [
    "what stands there already",
    (place) => form(aChange(place, "SR 1.1", { state: "not-started" })),
    { code: "nothing-changed" },
  ],
  [
    "a version that nobody has written",
    (place) => form(aChange(place, "SR 1.1", {}, 3)),
    { code: "changed-meanwhile" },
  ],
  [
    "taking back what was never written",
    (place) => form(aChange(place, "ORG 1.1", null)),
    { code: "nothing-to-take-back" },
  ],
];

test.each(REFUSED)("%s is refused and changes nothing", async (_what, input, refusal) => {
  const scene = await aScene(database());
  // SR 1.2 is asked from SL 2 on: the zone gets its target for that one case.
  const target = await aScene(database(), {
    zone: { slTarget: { IAC: 2, UC: 1, SI: 1, DC: 1, RDF: 1, TRE: 1, RA: 1 } },
  });
  const used = JSON.stringify(input(zoneOf(scene))).includes("SR 1.2") ? target : scene;
  expect(refusalOf(await recordMeasures(used.engineer, input(zoneOf(used))))).toMatchObject(refusal);
  expect(await latest(used)).toEqual([]);
});

test("of two who write on the same version the second is told, and loses nothing of the first", async () => {
  const scene = await aScene(database());
  const lead = await colleague(scene.engineer, "security-lead");
  const place = zoneOf(scene);
  const both = await Promise.all([
    recordMeasures(scene.engineer, form(aChange(place, "SR 1.1", { owner: "A" }))),
    recordMeasures(lead, form(aChange(place, "SR 1.1", { owner: "B" }))),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await latest(scene)).toHaveLength(1);
});

test("what is written once for the hospital holds in zones until they have their own, and again afterwards", async () => {
  const scene = await aScene(database());
  const { engineer } = scene;
  const place = zoneOf(scene);
  accepted(
    await recordMeasures(engineer, form(aChange(null, "ORG 1.1", { state: "in-place", owner: "CISO" }))),
  );
  // Only the note is typed: the rest comes along from the hospital.
  accepted(await recordMeasures(engineer, form(aChange(place, "ORG 1.1", { note: "Ward plan" }))));
  const own = (await latest(scene)).find((one) => one.place !== null);
  expect(own?.content).toMatchObject({ state: "in-place", owner: "CISO", note: "Ward plan" });
  accepted(await recordMeasures(engineer, form(aChange(place, "ORG 1.1", null, 1))));
  expect((await latest(scene)).find((one) => one.place !== null)).toMatchObject({
    version: 2,
    content: null,
  });
});

test("many measures at once are all written or none, with one name for the writing", async () => {
  const scene = await aScene(database());
  const place = zoneOf(scene);
  const places = await listMeasurePlaces(database().read, scene.engineer.actor.organisationId);
  const required = places.find((one) => one.place?.zoneId === scene.zoneId)?.required ?? [];
  const changes = required.map(({ id }) => aChange(place, id, { state: "in-progress" }));
  expect(changes.length).toBeGreaterThan(80);
  const { id, count } = accepted(await recordMeasures(scene.engineer, { changes, via: "bulk" }));
  expect(count).toBe(changes.length);
  const rows = await database().read.select().from(measureVersions);
  expect(rows.filter(({ writingId }) => writingId === id)).toHaveLength(count);
  const again = changes.map((change) => ({ ...change, version: 1, fields: { state: "in-place" } }));
  const broken = again.map((change, index) => (index === 7 ? { ...change, fields: { state: "x" } } : change));
  expect(refusalOf(await recordMeasures(scene.engineer, { changes: broken, via: "bulk" })).code).toBe(
    "invalid-input",
  );
  expect((await latest(scene)).every(({ version }) => version === 1)).toBe(true);
  const many = Array.from({ length: MOST_CHANGES + 1 }, () => aChange(place, "SR 1.1", {}));
  expect(refusalOf(await recordMeasures(scene.engineer, form(...many))).code).toBe("invalid-input");
});

test("a due measure stands in the calendar with its owner until it is in place", async () => {
  const scene = await aScene(database());
  const { engineer } = scene;
  const { organisationId, personId } = engineer.actor;
  const asked = { db: database().read, organisationId, asOf: "2026-11-22" };
  const due = { dueOn: "2026-11-20", owner: `${personId}@example.test` };
  accepted(
    await recordMeasures(
      engineer,
      form(aChange(zoneOf(scene), "SR 1.1", due), aChange(null, "ORG 1.4", due)),
    ),
  );
  const { entries } = await listCalendarEntries(asked);
  const measures = entries.filter(({ kind }) => kind === "measure");
  expect(measures.map(({ name, places, owner }) => [name.split(" ")[0], places, owner.personId])).toEqual([
    ["ORG", [], personId],
    ["SR", ["Zone imaging"], personId],
  ]);
  accepted(await recordMeasures(engineer, form(aChange(null, "ORG 1.4", { state: "in-place" }, 1))));
  const after = (await listCalendarEntries(asked)).entries.filter(({ kind }) => kind === "measure");
  expect(after).toHaveLength(1);
});

test("measures of one hospital are not seen by another", async () => {
  const scene = await aScene(database());
  const stranger = await aHospitalCaller(database(), "security-engineer");
  accepted(await recordMeasures(scene.engineer, form(aChange(zoneOf(scene), "SR 1.1", { owner: "A" }))));
  expect(await listLatestMeasures(database().read, stranger.actor.organisationId)).toEqual([]);
});

test("measures of a zone that is only drawn are kept too, and go with their model", async () => {
  const { caller, modelId } = await aModel(database());
  accepted(await edit(caller, modelId, 0, { type: "add-zone", zone: aZone({ id: "lab" }), place: null }));
  const place = { modelId, zoneId: "lab" };
  accepted(await recordMeasures(caller, form(aChange(place, "SR 1.1", { owner: "A" }))));
  const { organisationId } = caller.actor;
  await database().transaction((db) => deleteZoneModel(db, organisationId, modelId));
  expect(await listLatestMeasures(database().read, organisationId)).toEqual([]);
});
