import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { presentMeasure } from "~/presenters/present-measure.server";
import { presentMeasures } from "~/presenters/present-measures.server";
import { openAttachment } from "~/use-cases/attachments/open-attachment.server";
import { readMeasureFile } from "~/use-cases/attachments/read-measure-file.server";
import { removeAbandonedFiles } from "~/use-cases/files/remove-abandoned-files.server";
import { attachMeasureFiles, MOST_MEASURE_FILES } from "~/use-cases/measures/attach-measure-files.server";
import { recordMeasures } from "~/use-cases/measures/record-measures.server";
import { takeBackMeasureFile } from "~/use-cases/measures/take-back-measure-file.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findFile } from "~db/repositories/files";
import { listMeasureFiles } from "~db/repositories/measure-files";
import { deleteZoneModel } from "~db/repositories/zone-models";
import { aDatabase, NOW } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aFileStore } from "../../builders/files";
import { aZone } from "../../builders/zone-model";
import { aScene, colleague, daysLater, type Scene } from "../decisions/scene";
import { anAttachment } from "../tenders/attaching";
import { aModel, edit } from "../zone-models/models";

const database = aDatabase();
const { files } = aFileStore();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const ANY = { kind: null, state: null, owner: null, overdue: null, group: null, find: null };

const zoneOf = ({ modelId, zoneId }: Scene) => ({ modelId, zoneId });
const queryOf = (scene: Scene, measure: string) => ({ model: scene.modelId, zone: scene.zoneId, measure });

async function aShownMeasure(name = "Plan.pdf") {
  const scene = await aScene(database());
  const engineer = { ...scene.engineer, files };
  const file = await anAttachment(engineer, { purpose: "measure", name, filler: 3 });
  const attached = { place: zoneOf(scene), measureId: "SR 1.1", attachments: file.posted };
  const { id } = accepted(await attachMeasureFiles(engineer, attached));
  const [held] = (await presentMeasure(engineer, queryOf(scene, "SR 1.1"))).files;
  return { scene, engineer, file, attached, attachingId: id, fileId: held?.id ?? "" };
}

test("a file shows a measure of one zone: who attached it, when, how large and with which digest", async () => {
  const { scene, engineer, file, attachingId } = await aShownMeasure();
  const page = await presentMeasure(engineer, queryOf(scene, "SR 1.1"));
  expect(page.files).toMatchObject([
    {
      ...{ name: "Plan.pdf", bytes: file.bytes.length, sha256: file.sha256 },
      ...{ attachedAt: NOW.toISOString(), isOfHospital: false, takenBack: null },
    },
  ]);
  expect(page.files[0]?.attachedByName).not.toBe("");
  expect((await presentMeasure(engineer, queryOf(scene, "SR 1.3"))).files).toEqual([]);
  const [entry] = await listAuditEntries(database().read, engineer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "measure.attach", subjectId: attachingId },
    details: { measureId: "SR 1.1", files: [file.sha256] },
  });
});

test("a measure in place with a file is not one that nothing shows", async () => {
  const { scene, engineer } = await aShownMeasure();
  const place = zoneOf(scene);
  for (const measureId of ["SR 1.1", "SR 1.3"])
    accepted(
      await recordMeasures(engineer, {
        ...{ changes: [{ place, measureId, version: 0, fields: { state: "in-place" } }], via: "form" },
      }),
    );
  const zone = `${place.modelId}/${place.zoneId}`;
  const { progress, rows } = await presentMeasures(engineer, { ...ANY, zone }, 1);
  expect(progress).toMatchObject({ withoutEvidence: 1 });
  expect(rows.find(({ measureId }) => measureId === "SR 1.1")?.files).toBe(1);
  expect(rows.find(({ measureId }) => measureId === "SR 1.3")?.files).toBe(0);
});

test("what shows a measure of the whole hospital shows it in every zone that has nothing of its own", async () => {
  const scene = await aScene(database());
  const engineer = { ...scene.engineer, files };
  const file = await anAttachment(engineer, { purpose: "measure", filler: 5 });
  const attached = { place: null, measureId: "ORG 1.1", attachments: file.posted };
  accepted(await attachMeasureFiles(engineer, attached));
  const change = { place: null, measureId: "ORG 1.1", version: 0, fields: { state: "in-place" } };
  accepted(await recordMeasures(engineer, { changes: [change], via: "form" }));
  const inZone = () => presentMeasure(engineer, queryOf(scene, "ORG 1.1"));
  expect((await inZone()).files).toMatchObject([{ sha256: file.sha256, isOfHospital: true }]);
  const own = { place: zoneOf(scene), measureId: "ORG 1.1", version: 0, fields: { state: "in-progress" } };
  accepted(await recordMeasures(engineer, { changes: [own], via: "form" }));
  expect((await inZone()).files).toEqual([]);
});

test("a file is taken back with a reason; that it was there is kept, its bytes go", async () => {
  const { scene, engineer, file, attached, fileId } = await aShownMeasure();
  const { organisationId, personId } = engineer.actor;
  expect(refusalOf(await takeBackMeasureFile(engineer, { fileId, note: " " }))).toMatchObject({
    fields: { note: ["required"] },
  });
  const note = "It shows another ward.";
  accepted(await takeBackMeasureFile(engineer, { fileId, note }));
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "measure.take-back-file", subjectId: fileId, personId },
    details: { measureId: "SR 1.1", sha256: file.sha256, note },
  });
  const [shown] = (await presentMeasure(engineer, queryOf(scene, "SR 1.1"))).files;
  expect(shown).toMatchObject({ sha256: file.sha256, takenBack: { note, at: NOW.toISOString() } });
  await expect(readMeasureFile(engineer, { fileId })).rejects.toThrow(notFound);
  expect(refusalOf(await takeBackMeasureFile(engineer, { fileId, note }))).toEqual({
    code: "file-taken-back",
  });
  // The same bytes may come again, and again be taken back, until they are tidied away.
  accepted(await attachMeasureFiles(engineer, attached));
  const [again] = (await presentMeasure(engineer, queryOf(scene, "SR 1.1"))).files;
  await removeAbandonedFiles({ database: database(), files, now: daysLater(engineer, 30).now });
  expect(await findFile(database().read, organisationId, file.sha256)).toBeDefined();
  expect(await readMeasureFile(engineer, { fileId: again?.id })).toMatchObject({ name: "Plan.pdf" });
  accepted(await takeBackMeasureFile(engineer, { fileId: again?.id, note }));
  await removeAbandonedFiles({ database: database(), files, now: daysLater(engineer, 30).now });
  expect(await findFile(database().read, organisationId, file.sha256)).toBeUndefined();
  expect(await files.locate({ organisationId, sha256: file.sha256 })).toBeUndefined();
  expect((await presentMeasure(engineer, queryOf(scene, "SR 1.1"))).files).toHaveLength(2);
});

test("who records measures attaches files, everybody of the hospital reads them, nobody else does", async () => {
  const { scene, engineer, file, attached, fileId } = await aShownMeasure();
  const announced = { purpose: "measure", name: "a.pdf", bytes: 10 };
  for (const role of ["procurement-officer", "auditor"] as const) {
    const caller = { ...(await colleague(engineer, role)), files };
    await expect(openAttachment(caller, announced)).rejects.toThrow(forbidden);
    await expect(attachMeasureFiles(caller, attached)).rejects.toThrow(forbidden);
    await expect(takeBackMeasureFile(caller, { fileId, note: "No" })).rejects.toThrow(forbidden);
    const handed = await readMeasureFile(caller, { fileId });
    expect(await buffer(handed.stream)).toEqual(Buffer.from(file.bytes));
  }
  for (const role of ["administrator", "security-lead"] as const)
    accepted(await openAttachment({ ...(await colleague(engineer, role)), files }, announced));
  const supplier = { ...scene.supplier, files };
  await expect(readMeasureFile(supplier, { fileId })).rejects.toThrow(forbidden);
  await expect(attachMeasureFiles(supplier, attached)).rejects.toThrow(forbidden);
  const other = await aShownMeasure("Theirs.pdf");
  await expect(readMeasureFile(other.engineer, { fileId })).rejects.toThrow(notFound);
  await expect(takeBackMeasureFile(other.engineer, { fileId, note: "No" })).rejects.toThrow(notFound);
  await expect(attachMeasureFiles(engineer, { ...attached, place: zoneOf(other.scene) })).rejects.toThrow(
    notFound,
  );
});

test("the same bytes stand at a measure once, and only so many files", async () => {
  const { engineer, attached } = await aShownMeasure();
  const attach = (change: object) => attachMeasureFiles(engineer, { ...attached, ...change });
  expect(refusalOf(await attach({}))).toEqual({ code: "already-attached" });
  expect(refusalOf(await attach({ attachments: [] }))).toMatchObject({
    fields: { attachments: ["choose-a-file"] },
  });
  expect(refusalOf(await attach({ attachments: `${"f".repeat(64)}/a.pdf` }))).toMatchObject({
    fields: { attachments: ["unknown-file"] },
  });
  expect(refusalOf(await attach({ measureId: "SR 9.9" }))).toEqual({ code: "file-not-required" });
  const more: Array<string> = [];
  for (let place = 0; place < MOST_MEASURE_FILES; place += 1)
    more.push((await anAttachment(engineer, { purpose: "measure", filler: 100 + place })).posted);
  accepted(await attach({ attachments: more.slice(0, 10) }));
  expect(refusalOf(await attach({ attachments: more.slice(10) }))).toEqual({ code: "too-many-files" });
  accepted(await attach({ attachments: more.slice(10, 19) }));
  expect(refusalOf(await attach({ attachments: more.slice(19) }))).toEqual({ code: "too-many-files" });
});

test("with its model a measure goes, its files are nobody's any more, and they are tidied away", async () => {
  const { caller, modelId } = await aModel(database());
  accepted(await edit(caller, modelId, 0, { type: "add-zone", zone: aZone({ id: "lab" }), place: null }));
  const engineer = { ...caller, files };
  const { organisationId } = engineer.actor;
  const file = await anAttachment(engineer, { purpose: "measure" });
  const place = { modelId, zoneId: "lab" };
  accepted(await attachMeasureFiles(engineer, { place, measureId: "SR 1.1", attachments: file.posted }));
  await database().transaction((db) => deleteZoneModel(db, organisationId, modelId));
  expect(await listMeasureFiles(database().read, organisationId, { places: [place] })).toEqual([]);
  await removeAbandonedFiles({ database: database(), files, now: daysLater(engineer, 30).now });
  expect(await findFile(database().read, organisationId, file.sha256)).toBeUndefined();
});
