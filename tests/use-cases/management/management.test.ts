import { expect, test } from "vitest";
import { COVERAGES } from "~/domain/management/coverage";
import { LEVEL_REACHES } from "~/domain/management/level-reach";
import { RESPONSES } from "~/domain/management/supplier-response";
import { TIME_SPANS } from "~/domain/management/time-spans";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import { presentExceptions } from "~/presenters/present-exceptions.server";
import { presentManagedGaps } from "~/presenters/present-managed-gaps.server";
import { presentManagedResponses } from "~/presenters/present-managed-responses.server";
import { type ManagedZonesQuery, presentManagedZones } from "~/presenters/present-managed-zones.server";
import { presentManagement } from "~/presenters/present-management.server";
import { presentManagementFile } from "~/presenters/present-management-file.server";
import { zoneLedger } from "~/presenters/zone-ledger.server";
import { managementWords } from "~/routes/hospital.management.export.$file/words";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import { withdrawCountermeasure } from "~/use-cases/countermeasures/withdraw-countermeasure.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { revokeException } from "~/use-cases/exceptions/revoke-exception.server";
import { exportManagement } from "~/use-cases/management/export-management.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findLatestRevision } from "~db/repositories/revisions";
import { aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { aRequest, aSignedDeclaration, refusalOf } from "../../builders/declaration";
import { decideOn } from "../decisions/scene";
import { granted } from "../exceptions/ground";
import { accepted, acceptZone, aManagedHospital, daysLater, type Managed, standing } from "./scene";

const database = aDatabase();
const forbidden = expect.objectContaining({ code: "forbidden" });
const EVERY_ZONE = { coverage: null, model: null, site: null, on: null, fr: null, reach: null, page: 1 };
const MONTHS = { step: null };

const numbers = (counts: ReadonlyArray<{ key: string; count: number }>) =>
  Object.fromEntries(counts.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));

async function zonesAs(caller: Caller, query: Partial<ManagedZonesQuery>) {
  const { zones, paging } = await presentManagedZones(caller, { ...EVERY_ZONE, ...query });
  expect(zones).toHaveLength(paging.count);
  return zones;
}

test("a hospital that has published nothing has nothing to count", async () => {
  const page = await presentManagement(await aHospitalCaller(database(), "auditor"), MONTHS);
  expect(page).toMatchObject({ since: null, judgedProducts: 0, coverage: { total: 0 } });
  expect(page.levels).toEqual([expect.objectContaining({ zones: 0 })]);
  expect([page.exceptions.total, page.suppliers.total, page.suppliers.all]).toEqual([0, 0, []]);
  expect(page.gaps.map(({ rows }) => rows)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test("a zone is covered once its target is accepted and all that stands in it is decided on", async () => {
  const managed = await aManagedHospital(database());
  const now = standing(managed.lead);
  const counted = async () => numbers((await presentManagement(now, MONTHS)).coverage.counts);
  expect(await counted()).toEqual({ "target-not-accepted": 5, "no-target": 1 });
  for (const zone of ["imaging", "archive", "ward", "lab", "empty"] as const) await acceptZone(managed, zone);
  expect(await counted()).toEqual({ undecided: 4, "nothing-placed": 1, "no-target": 1 });
  const late = { ...managed, officer: standing(managed.officer) };
  await decideOn({ ...late, declarationId: managed.wholeDeclaration });
  expect(await counted()).toEqual({ partly: 1, undecided: 3, "nothing-placed": 1, "no-target": 1 });
  await decideOn({ ...late, zoneId: "lab", declarationId: managed.wholeDeclaration });
  // What only asks for changes decides nothing.
  await decideOn({ ...late, zoneId: "archive" }, { kind: "return-for-changes", reason: "Answer CR 1.1" });
  expect(await counted()).toEqual({
    ...{ decided: 1, partly: 1, undecided: 2, "nothing-placed": 1, "no-target": 1 },
  });
  expect((await zonesAs(now, { coverage: "partly" })).map(({ name, covered }) => [name, covered])).toEqual([
    ["imaging", { coverage: "partly", decided: 1 }],
  ]);
});

test("every number opens a list of so many, for all groups, places and days", async () => {
  const managed = await aManagedHospital(database());
  await acceptZone(managed, "lab");
  const now = standing(managed.officer);
  const { coverage, levels, gaps, today } = await presentManagement(now, MONTHS);
  for (const { key, count } of coverage.counts)
    expect(await zonesAs(now, { coverage: key }), key).toHaveLength(count);
  for (const { id, name, siteName, total, counts } of coverage.byModel) {
    expect(await zonesAs(now, { model: id }), name).toHaveLength(total);
    expect(await zonesAs(now, { site: siteName })).toHaveLength(
      coverage.bySite.find((site) => site.name === siteName)?.total ?? -1,
    );
    for (const { key, count } of counts)
      expect(await zonesAs(now, { model: id, coverage: key }), key).toHaveLength(count);
  }
  expect(coverage.counts.reduce((sum, { count }) => sum + count, 0)).toBe(coverage.total);
  for (const { day, perFr } of levels)
    for (const { fr, counts } of perFr)
      for (const { key, count } of counts)
        expect(
          await zonesAs(now, { on: day === today ? null : day, fr, reach: key }),
          `${day} ${fr} ${key}`,
        ).toHaveLength(count);
  for (const { fr, rows, counts } of gaps) {
    expect((await presentManagedGaps(now, { fr, why: null, page: 1 })).paging.count).toBe(rows);
    for (const { key, count } of counts)
      expect((await presentManagedGaps(now, { fr, why: key, page: 1 })).gaps).toHaveLength(count);
  }
});

test("levels and gaps of today are those that the ledger of each zone says", async () => {
  const managed = await aManagedHospital(database());
  const now = standing(managed.engineer);
  await aCountermeasure(managed, 61);
  const revision = await findLatestRevision(
    database().read,
    managed.engineer.actor.organisationId,
    managed.modelId,
  );
  const content = revision?.content ?? expect.fail();
  const listed = await zonesAs(now, {});
  const { gaps } = await presentManagedGaps(now, { fr: null, why: null, page: 1 });
  expect(listed).toHaveLength(content.zones.length);
  for (const zone of listed) {
    const ledger = await zoneLedger(now, { modelId: managed.modelId, content }, zone.zoneId);
    if (zone.slTarget === null) continue;
    expect([zone.slAchieved, zone.unknown], zone.name).toEqual([
      ledger.achieved.vector,
      ledger.achieved.unknown,
    ]);
    const own = gaps.filter(({ zoneId }) => zoneId === zone.zoneId);
    expect(own.map(({ requirementId }) => requirementId).sort()).toEqual(ledger.openRows.toSorted());
  }
  expect(gaps).not.toEqual([]);
});

/** Makes up for one of the two rows in the imaging zone, accepted so many days after the first revision. */
async function aCountermeasure({ engineer, lead, modelId }: Managed, days: number): Promise<string> {
  const { id } = accepted(
    await proposeCountermeasure(daysLater(engineer, days), {
      ...{ modelId, elementKind: "zone", elementId: "imaging", title: "Jump host" },
      description: "Signs in instead",
      ...{ requirementIds: ["CR 1.1"], evidence: "Configuration of the host", expiresOn: "" },
    }),
  );
  accepted(await decideCountermeasure(daysLater(lead, days), { countermeasureId: id, decision: "accept" }));
  return id;
}

test("the past shows what stood then: models, declarations, countermeasures until they are withdrawn", async () => {
  const managed = await aManagedHospital(database());
  const countermeasureId = await aCountermeasure(managed, 61);
  accepted(
    await withdrawCountermeasure(daysLater(managed.lead, 100), { countermeasureId, reason: "Host is gone" }),
  );
  const { levels, since } = await presentManagement(daysLater(managed.officer, 130), MONTHS);
  expect(since).toBe("2026-11-21");
  expect(levels.map(({ day, zones }) => [day, zones])).toEqual([
    ...[
      ["2026-11-30", 2],
      ["2026-12-31", 2],
      ["2027-01-31", 5],
      ["2027-02-28", 5],
      ["2027-03-31", 5],
    ],
  ]);
  const of = (fr: string) =>
    levels.map(({ perFr }) => numbers(perFr.find((one) => one.fr === fr)?.counts ?? []));
  const before = { "nothing-placed": 2 };
  const short = { reached: 1, short: 2, unknown: 1, "nothing-placed": 1 };
  const madeUpFor = { reached: 2, short: 1, unknown: 1, "nothing-placed": 1 };
  expect(of("IAC")).toEqual([before, before, madeUpFor, madeUpFor, short]);
  expect(of("UC")).toEqual([before, before, short, short, short]);
  const quarters = await presentManagement(daysLater(managed.officer, 130), { step: "quarter" });
  expect(quarters.levels.map(({ day }) => day)).toEqual(["2026-12-31", "2027-03-31"]);
  expect(quarters.levels.at(-1)).toEqual(levels.at(-1));
});

test("exceptions in force are counted by age and by time left, each as its list", async () => {
  const managed = await aManagedHospital(database());
  const lead = daysLater(managed.lead, 40);
  await granted(managed, { expiresOn: "2026-12-05" });
  await granted(managed, { expiresOn: "2027-02-28" });
  const revoked = await granted(managed);
  accepted(await revokeException(managed.lead, { exceptionId: revoked, note: "No" }));
  await granted({ ...managed, lead, officer: daysLater(managed.officer, 40) }, { expiresOn: "2027-10-31" });
  const { exceptions } = await presentManagement(daysLater(managed.officer, 45), MONTHS);
  expect(exceptions.total).toBe(2);
  expect(exceptions.spans.map(({ granted: age, ending }) => [age, ending])).toEqual([
    ...[
      [1, 0],
      [1, 1],
      [0, 0],
      [0, 1],
      [0, 0],
    ],
  ]);
  for (const { span, granted: age, ending } of exceptions.spans) {
    const listed = async (query: { age?: string; left?: string }) =>
      (await presentExceptions(daysLater(managed.officer, 45), { state: null, after: null, ...query }))
        .exceptions;
    expect(await listed({ age: span })).toHaveLength(age);
    expect(await listed({ left: span })).toHaveLength(ending);
  }
  expect(TIME_SPANS).toHaveLength(exceptions.spans.length);
});

test("suppliers are counted by how they answered, and each number is its list", async () => {
  const officer = await aHospitalCaller(database(), "procurement-officer");
  const [fast, slow] = [
    await aSupplierCaller(database(), "contributor"),
    await aSupplierCaller(database(), "contributor"),
  ];
  const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
  const ask = (supplier: Caller, request: Parameters<typeof aRequest>[2]) =>
    aRequest(officer, supplier.actor.organisationId, { dueOn: "2026-12-01", createdAt: NOW, ...request });
  await ask(fast, { state: "declared", updatedAt: day(4) });
  await ask(fast, { state: "declared", updatedAt: day(10) });
  await ask(fast, { state: "declined", updatedAt: day(1) });
  await ask(slow, { state: "declared", updatedAt: day(11) });
  await ask(slow, { state: "sent" });
  await ask(slow, { state: "accepted", dueOn: "2027-12-01" });
  await ask(slow, { state: "withdrawn" });
  const now = daysLater(officer, 30);
  const { suppliers } = await presentManagement(now, MONTHS);
  const of = (caller: Caller) => suppliers.all.find(({ id }) => id === caller.actor.organisationId);
  expect(numbers(of(fast)?.counts ?? [])).toEqual({ "on-time": 2, declined: 1 });
  expect(numbers(of(slow)?.counts ?? [])).toEqual({ late: 1, overdue: 1, waiting: 1 });
  expect([of(fast)?.medianDays, of(slow)?.medianDays, suppliers.medianDays]).toEqual([7, 11, 10]);
  for (const response of RESPONSES)
    for (const supplier of [null, ...suppliers.all.map(({ id }) => id)]) {
      const list = await presentManagedResponses(now, { supplier, response, page: 1 });
      const counted = supplier === null ? suppliers : suppliers.all.find(({ id }) => id === supplier);
      expect(list.requests).toHaveLength(counted?.counts.find(({ key }) => key === response)?.count ?? -1);
    }
  // Two years later nobody looks at them any more.
  expect((await presentManagement(daysLater(officer, 800), MONTHS)).suppliers.total).toBe(0);
});

test("the day of an answer is that of the first one, whatever comes later", async () => {
  const officer = await aHospitalCaller(database(), "procurement-officer");
  const supplier = await aSupplierCaller(database(), "contributor", "signatory");
  const requestId = await aRequest(officer, supplier.actor.organisationId, {
    ...{ dueOn: "2026-12-01", createdAt: NOW, state: "accepted" },
  });
  const declarationId = await aSignedDeclaration(supplier);
  accepted(await answerRequest(daysLater(supplier, 5), { requestId, declarationId }));
  accepted(await answerRequest(daysLater(supplier, 20), { requestId, declarationId }));
  const { requests } = await presentManagedResponses(daysLater(officer, 30), {
    ...{ supplier: null, response: null, page: 1 },
  });
  expect(requests).toMatchObject([{ id: requestId, days: 5, response: "on-time" }]);
});

test("nothing of one hospital is counted for another, and a supplier sees no number", async () => {
  const managed = await aManagedHospital(database());
  await granted(managed);
  const other = daysLater(await aHospitalCaller(database(), "administrator"), 75);
  const page = await presentManagement(other, MONTHS);
  expect([page.since, page.coverage.total, page.exceptions.total, page.suppliers.total]).toEqual([
    ...[null, 0, 0, 0],
  ]);
  expect(await zonesAs(other, { model: managed.modelId })).toEqual([]);
  expect((await presentManagedGaps(other, { fr: null, why: null, page: 1 })).gaps).toEqual([]);
  for (const present of [
    () => presentManagement(managed.supplier, MONTHS),
    () => presentManagedZones(managed.supplier, EVERY_ZONE),
    () => presentManagedGaps(managed.supplier, { fr: null, why: null, page: 1 }),
    () => presentManagedResponses(managed.supplier, { supplier: null, response: null, page: 1 }),
  ])
    await expect(present()).rejects.toThrow(forbidden);
});

test("the file has every number of the page, and taking it is noted", async () => {
  const managed = await aManagedHospital(database());
  const now = standing(managed.officer);
  const words = managementWords("en");
  const page = await presentManagement(now, MONTHS);
  const places = 1 + page.coverage.bySite.length + page.coverage.byModel.length;
  const { body } = await presentManagementFile(now, { file: "management.csv", query: MONTHS }, words);
  const pieces = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  const lines = Buffer.concat(pieces).toString("utf8").trim().split("\r\n");
  expect(lines).toHaveLength(
    1 +
      places * COVERAGES.length +
      page.levels.length * FOUNDATIONAL_REQUIREMENTS.length * LEVEL_REACHES.length +
      FOUNDATIONAL_REQUIREMENTS.length * 3 +
      TIME_SPANS.length * 2 +
      (1 + page.suppliers.all.length) * (RESPONSES.length + 1),
  );
  accepted(await exportManagement(now, { file: "management.csv" }));
  expect(refusalOf(await exportManagement(now, { file: "x" }))).toMatchObject({ code: "invalid-input" });
  const [entry] = await listAuditEntries(database().read, now.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "management.export", details: { file: "management.csv" } });
  await expect(exportManagement(managed.supplier, { file: "management.csv" })).rejects.toThrow(forbidden);
});
