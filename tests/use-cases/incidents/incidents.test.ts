import { expect, test } from "vitest";
import { addIncidentMeasure } from "~/use-cases/incidents/add-incident-measure.server";
import { completeIncidentMeasure } from "~/use-cases/incidents/complete-incident-measure.server";
import { exportIncident } from "~/use-cases/incidents/export-incident.server";
import { openIncident } from "~/use-cases/incidents/open-incident.server";
import { recordIncidentEntry } from "~/use-cases/incidents/record-incident-entry.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import {
  findIncident,
  listIncidentEntries,
  listIncidentMeasures,
  listIncidents,
} from "~db/repositories/incidents";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aProduct, refusalOf } from "../../builders/declaration";
import { anAsset } from "../../builders/zone-model";
import { aContent, aScene, colleague, publish } from "../decisions/scene";
import { aPublishedNotice } from "../notices/notice-builders";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const FIELDS = {
  ...{ title: "Pump answers nobody", description: "Ward 3", involvesPersonalData: false },
  detectedAt: "2026-11-20T10:00",
};

async function anIncident(caller: Caller, overrides: object = {}): Promise<string> {
  return accepted(await openIncident(caller, { ...FIELDS, ...overrides })).id;
}

const anEngineer = () => aHospitalCaller(database(), "security-engineer");

test("a record begins with the detection, and every step and note stays with both of its moments", async () => {
  const engineer = await anEngineer();
  const { organisationId } = engineer.actor;
  const incidentId = await anIncident(engineer);
  const record = (lastEntry: number, step: string | null, happenedAt: string | null, note = "") =>
    recordIncidentEntry(engineer, { incidentId, lastEntry, step, happenedAt, note });
  accepted(await record(1, "significant", "2026-11-20T11:00", "Two wards"));
  accepted(await record(2, "early-warning", "2026-11-20T15:00"));
  accepted(await record(3, null, null, "Called the supplier"));
  accepted(await record(4, "ended", "2026-11-21T09:00"));
  const entries = await listIncidentEntries(database().read, organisationId, [incidentId]);
  expect(
    entries.map(({ number, step, happenedAt, note, recordedAt }) => [
      number,
      step,
      happenedAt.toISOString(),
      note,
      recordedAt,
    ]),
  ).toEqual([
    [1, "detected", "2026-11-20T10:00:00.000Z", "", engineer.now],
    [2, "significant", "2026-11-20T11:00:00.000Z", "Two wards", engineer.now],
    [3, "early-warning", "2026-11-20T15:00:00.000Z", "", engineer.now],
    [4, null, engineer.now.toISOString(), "Called the supplier", engineer.now],
    [5, "ended", "2026-11-21T09:00:00.000Z", "", engineer.now],
  ]);
  expect(await findIncident(database().read, organisationId, incidentId)).toMatchObject({
    state: "ended",
    lastEntry: 5,
  });
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "incident.record",
    subjectId: incidentId,
    details: { step: "ended", number: 5 },
  });
});

test("what cannot be is refused and nothing is written", async () => {
  const engineer = await anEngineer();
  const incidentId = await anIncident(engineer);
  const step = { incidentId, lastEntry: 1, step: "notification", happenedAt: "2026-11-20T11:00" };
  const refused = async (changes: object) =>
    refusalOf(await recordIncidentEntry(engineer, { ...step, ...changes }));
  expect(await refused({ lastEntry: 2 })).toEqual({ code: "changed-meanwhile" });
  expect(await refused({ happenedAt: "2026-11-22T10:00" })).toEqual({ code: "in-the-future" });
  expect(await refused({ happenedAt: "2026-11-20T09:59" })).toEqual({ code: "before-detection" });
  expect(await refused({ happenedAt: null })).toMatchObject({ fields: { happenedAt: ["required"] } });
  expect(await refused({ step: null, note: "" })).toMatchObject({ fields: { note: ["required"] } });
  expect(await refused({ step: "reopened" })).toEqual({
    code: "not-in-this-state",
    step: "reopened",
    state: "open",
  });
  expect(refusalOf(await openIncident(engineer, { ...FIELDS, detectedAt: "2027-01-01T00:00" }))).toEqual({
    code: "in-the-future",
  });
  const { organisationId } = engineer.actor;
  expect(await listIncidentEntries(database().read, organisationId, [incidentId])).toHaveLength(1);
  expect(await listIncidents(database().read, organisationId, { limit: 10 })).toHaveLength(1);
});

test("two who write at once: one of them is told, and no entry is lost", async () => {
  const engineer = await anEngineer();
  const incidentId = await anIncident(engineer);
  const note = { incidentId, lastEntry: 1, step: null, note: "Mine" };
  const outcomes = await Promise.all([
    recordIncidentEntry(engineer, note),
    recordIncidentEntry(engineer, note),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const entries = await listIncidentEntries(database().read, engineer.actor.organisationId, [incidentId]);
  expect(entries).toHaveLength(2);
});

test("who may not is told so, and another hospital's record does not exist", async () => {
  const engineer = await anEngineer();
  const incidentId = await anIncident(engineer);
  const auditor = await colleague(engineer, "auditor");
  const note = { incidentId, lastEntry: 1, step: null, note: "Mine" };
  for (const caller of [
    auditor,
    await colleague(engineer, "procurement-officer"),
    await aSupplierCaller(database(), "administrator"),
  ]) {
    await expect(openIncident(caller, FIELDS)).rejects.toThrowError(forbidden);
    await expect(recordIncidentEntry(caller, note)).rejects.toThrowError(forbidden);
  }
  accepted(await exportIncident(auditor, { incidentId, file: "incident.pdf" }));
  const other = await anEngineer();
  for (const attempt of [
    () => recordIncidentEntry(other, note),
    () => addIncidentMeasure(other, { incidentId, text: "Isolate", owner: "", dueOn: "" }),
    () => completeIncidentMeasure(other, { incidentId, measureId: "x" }),
    () => exportIncident(other, { incidentId, file: "incident.pdf" }),
  ])
    await expect(attempt()).rejects.toThrowError(notFound);
});

test("a measure is done once, and a closed record takes none", async () => {
  const engineer = await anEngineer();
  const incidentId = await anIncident(engineer);
  const measure = { incidentId, text: "Isolate the ward", owner: "Network", dueOn: "2026-11-22" };
  const { id: measureId } = accepted(await addIncidentMeasure(engineer, measure));
  accepted(await completeIncidentMeasure(engineer, { incidentId, measureId }));
  expect(refusalOf(await completeIncidentMeasure(engineer, { incidentId, measureId }))).toEqual({
    code: "done-already",
  });
  const elsewhere = await anIncident(engineer);
  await expect(completeIncidentMeasure(engineer, { incidentId: elsewhere, measureId })).rejects.toThrowError(
    notFound,
  );
  accepted(
    await recordIncidentEntry(engineer, {
      incidentId,
      lastEntry: 1,
      step: "closed",
      happenedAt: "2026-11-21T09:00",
    }),
  );
  expect(refusalOf(await addIncidentMeasure(engineer, measure))).toEqual({ code: "closed" });
  expect(
    await listIncidentMeasures(database().read, engineer.actor.organisationId, incidentId),
  ).toMatchObject([
    { id: measureId, dueOn: "2026-11-22", doneAt: engineer.now, doneBy: engineer.actor.personId },
  ]);
});

test("a record is begun from a notice that the hospital reads, from no other", async () => {
  const { engineer, supplier, modelId } = await aScene(database());
  const { releaseId } = await aProduct(supplier);
  const noticeId = await aPublishedNotice(supplier, releaseId);
  await expect(openIncident(engineer, { ...FIELDS, noticeId })).rejects.toThrowError(notFound);
  const content = { ...aContent(), assets: [anAsset({ productReleaseId: releaseId })] };
  await publish(engineer, { modelId, number: 2, content });
  const incidentId = await anIncident(engineer, { noticeId });
  expect(await findIncident(database().read, engineer.actor.organisationId, incidentId)).toMatchObject({
    ...{ noticeId, supplierId: supplier.actor.organisationId },
  });
});
