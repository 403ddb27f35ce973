import { expect, test } from "vitest";
import type { CalendarQuery } from "~/presenters/calendar-view.server";
import { presentCalendar } from "~/presenters/present-calendar.server";
import { type CalendarWords, presentCalendarFile } from "~/presenters/present-calendar-file.server";
import { exportCalendar } from "~/use-cases/calendar/export-calendar.server";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import { withdrawCountermeasure } from "~/use-cases/countermeasures/withdraw-countermeasure.server";
import { completeCondition } from "~/use-cases/decisions/complete-condition.server";
import { withdrawDeclaration } from "~/use-cases/declarations/withdraw-declaration.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listConditions } from "~db/repositories/decisions";
import { saveExceptionStep } from "~db/repositories/exceptions";
import { aCaller, aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aContent, aScene, colleague, daysLater, decideOn, ONE_CONDITION, publish } from "../decisions/scene";
import { anException, declaredUntil } from "./calendar-scene";

const database = aDatabase();
const forbidden = expect.objectContaining({ code: "forbidden" });
const ALL = { month: null, kind: null, of: "approved", view: null };

/** What it relies on: what suppliers of other tests share with every hospital is left aside. */
async function inMonth(caller: Caller, month: string, query: Partial<CalendarQuery> = {}) {
  return (await presentCalendar(caller, { ...ALL, month, ...query })).inMonth;
}

test("a condition stands in the month it is due in, is overdue from the day after, and goes once it is met", async () => {
  const scene = await aScene(database());
  const { officer } = scene;
  const decisionId = await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  expect(await inMonth(officer, "2026-12")).toMatchObject([
    {
      ...{ kind: "condition", endsOn: "2026-12-31", name: "Segment the port", stage: null, daysLeft: 40 },
      ...{ places: ["Zone imaging"], isReliedOn: true, owner: { name: "Network team", personId: null } },
      subject: { to: "decision", decisionId },
    },
  ]);
  expect((await presentCalendar(officer, ALL)).inMonth).toEqual([]);
  expect((await presentCalendar(officer, ALL)).nextMonthWithEntries).toBe("2026-12");
  const late = daysLater(officer, 800);
  const page = await presentCalendar(late, ALL);
  expect(page.overdue).toMatchObject([{ stage: "overdue", daysLeft: -760 }]);
  expect(page.kinds.find(({ kind }) => kind === "condition")?.count).toBe(1);
  const [condition] = await listConditions(database().read, officer.actor.organisationId, [decisionId]);
  accepted(await completeCondition(officer, { conditionId: condition?.id ?? "", decisionId, note: "Done" }));
  expect((await presentCalendar(late, ALL)).overdue).toEqual([]);
});

test("conditions of a decision that was superseded are owed by nobody", async () => {
  const scene = await aScene(database());
  await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  await decideOn(scene);
  expect(await inMonth(scene.officer, "2026-12")).toEqual([]);
});

test("what is only shared is told from what an approval rests on, and what was withdrawn stays with the decision", async () => {
  const scene = await aScene(database());
  const title = `Certificate ${scene.modelId}`;
  const declarationId = await declaredUntil(scene, title, "2027-02-28");
  const mine = async (of: string | null = null) => {
    const entries = await inMonth(scene.officer, "2027-02", { of });
    const product = entries.find(({ name }) => name === title)?.product;
    return entries.filter((entry) => entry.product === product);
  };
  const shared = await mine();
  expect(shared.map(({ kind, isReliedOn, places }) => ({ kind, isReliedOn, places }))).toEqual([
    { kind: "evidence", isReliedOn: false, places: [] },
    { kind: "support", isReliedOn: false, places: [] },
  ]);
  expect(shared[0]?.subject).toEqual({ to: "declaration", declarationId });
  expect(await mine("approved")).toEqual([]);
  const decisionId = await decideOn(
    { ...scene, declarationId },
    { kind: "approve-with-conditions", conditions: ONE_CONDITION },
  );
  const relied = await mine("approved");
  expect(relied).toMatchObject([
    {
      kind: "evidence",
      name: title,
      places: ["Zone imaging"],
      subject: { to: "decision", decisionId },
    },
    { kind: "support", name: "", places: ["Zone imaging"], subject: { to: "decision", decisionId } },
  ]);
  const administrator = await aCaller(database(), {
    ...{ organisationId: scene.supplier.actor.organisationId, kind: "supplier", roles: ["administrator"] },
  });
  accepted(await withdrawDeclaration(administrator, { declarationId, reason: "Found wrong" }));
  const after = await mine("approved");
  expect(after.map(({ key, endsOn }) => ({ key, endsOn }))).toEqual(
    relied.map(({ key, endsOn }) => ({ key, endsOn })),
  );
});

test("an accepted countermeasure has its last day, a proposed or withdrawn one none", async () => {
  const scene = await aScene(database());
  const lead = await colleague(scene.officer, "security-lead");
  const { modelId } = scene;
  const { id } = accepted(
    await proposeCountermeasure(scene.engineer, {
      ...{
        modelId,
        elementKind: "zone",
        elementId: "imaging",
        title: "Jump host",
        description: "All sign-ins",
      },
      ...{ requirementIds: ["CR 2.1"], evidence: "Test", expiresOn: "2027-03-31" },
    }),
  );
  expect(await inMonth(scene.officer, "2027-03", { kind: "countermeasure" })).toEqual([]);
  accepted(await decideCountermeasure(lead, { countermeasureId: id, decision: "accept", reason: "Seen" }));
  expect(await inMonth(scene.officer, "2027-03", { kind: "countermeasure" })).toMatchObject([
    {
      ...{
        name: "Jump host",
        places: ["Zone imaging"],
        subject: { to: "countermeasure", countermeasureId: id },
      },
      owner: { personId: scene.engineer.actor.personId },
    },
  ]);
  accepted(await withdrawCountermeasure(scene.engineer, { countermeasureId: id, reason: "Gone" }));
  expect(await inMonth(scene.officer, "2027-03", { kind: "countermeasure" })).toEqual([]);
});

test("a granted exception ends on its last day; a revoked one and one that ended a year ago have gone", async () => {
  const scene = await aScene(database());
  const id = await anException(scene, "2027-01-15");
  const { organisationId, personId } = scene.officer.actor;
  const shown = (caller: Caller) => inMonth(caller, "2027-01", { kind: "exception" });
  expect(await shown(scene.officer)).toMatchObject([
    { name: "Old ward closes", product: "Pump 2.0", endsOn: "2027-01-15", owner: { personId } },
  ]);
  expect(await shown(daysLater(scene.officer, 400))).toHaveLength(1);
  expect(await shown(daysLater(scene.officer, 425))).toEqual([]);
  const step = { state: "revoked" as const, revokedBy: personId, revokedAt: scene.officer.now };
  await database().transaction((db) => saveExceptionStep(db, organisationId, { id, state: "granted" }, step));
  expect(await shown(scene.officer)).toEqual([]);
});

test("waivers count as they are published, and those of elements that have gone do not", async () => {
  const scene = await aScene(database());
  const waiver = (id: string, elementId: string) => ({
    ...{ id, ruleId: "zone-has-sl-target", element: { kind: "zone" as const, id: elementId } },
    ...{ reason: "Target follows in spring", expiresOn: "2027-04-30" },
  });
  const content = { ...aContent(), waivers: [waiver("w1", "archive"), waiver("w2", "gone")] };
  await publish(scene.engineer, { modelId: scene.modelId, number: 2, content });
  expect(await inMonth(scene.officer, "2027-04", { kind: "waiver" })).toMatchObject([
    { key: `waiver:${scene.modelId}:w1`, name: "Target follows in spring", owner: { name: "" } },
  ]);
});

test("every role of the hospital reads its own calendar, and nobody else's", async () => {
  const scene = await aScene(database());
  await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  await anException(scene, "2026-12-24");
  for (const role of ["administrator", "security-engineer", "security-lead", "auditor"] as const) {
    const reader = await colleague(scene.officer, role);
    expect((await inMonth(reader, "2026-12")).map(({ kind }) => kind)).toEqual(["exception", "condition"]);
  }
  const stranger = await aHospitalCaller(database(), "procurement-officer");
  const theirs = await inMonth(stranger, "2026-12");
  expect(theirs.filter(({ isReliedOn }) => isReliedOn)).toEqual([]);
  const supplier = await aSupplierCaller(database(), "administrator");
  await expect(presentCalendar(supplier, ALL)).rejects.toThrow(forbidden);
  await expect(exportCalendar(supplier, { file: "calendar.csv" })).rejects.toThrow(forbidden);
});

test("a month that is none is this month, and a grid holds its days", async () => {
  const caller = await aHospitalCaller(database(), "auditor");
  const page = await presentCalendar(caller, { ...ALL, month: "2026-13", kind: "nonsense", view: "grid" });
  expect(page).toMatchObject({
    month: "2026-11",
    kind: null,
    isCurrent: true,
    previous: "2026-10",
    next: "2026-12",
  });
  expect(page.weeks?.flat().filter(Boolean)).toHaveLength(30);
});

const WORDS: CalendarWords = {
  ...{ sheet: "Calendar", name: "Ends", heading: (column) => column, kind: (kind) => `k:${kind}` },
  ...{
    meaning: (kind) => `m:${kind}`,
    stage: ({ daysLeft }) => String(daysLeft),
    owner: ({ owner }) => owner.name,
  },
  ...{ basis: ({ isReliedOn }) => String(isReliedOn), summary: ({ name }) => name },
  url: ({ to }) => `https://portal.test/${to}`,
};

test("a file holds exactly what the page shows, and taking it along is noted before", async () => {
  const scene = await aScene(database());
  await decideOn(scene, {
    kind: "approve-with-conditions",
    conditions: { "0": { ...ONE_CONDITION["0"], text: "=1+1" } },
  });
  await anException(scene, "2026-12-24");
  const query = { month: "2026-12", kind: null, of: "approved" };
  const page = await presentCalendar(scene.officer, { ...query, view: null });
  const csv = await presentCalendarFile(scene.officer, { file: "calendar.csv", query }, WORDS);
  const lines = String(csv.body).split("\r\n");
  expect(csv.name).toBe("calendar-2026-12.csv");
  expect(lines[0]).toBe("\uFEFFendsOn,stage,kind,name,product,places,meaning,owner,basis,link");
  expect(lines).toHaveLength(1 + page.inMonth.length + 1);
  expect(lines[2]).toContain("'=1+1");
  const ics = String((await presentCalendarFile(scene.officer, { file: "calendar.ics", query }, WORDS)).body);
  expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(ics).toContain("DTSTART;VALUE=DATE:20261231");
  expect(
    String((await presentCalendarFile(scene.officer, { file: "calendar.ics", query }, WORDS)).body),
  ).toBe(ics);
  const xlsx = await presentCalendarFile(scene.officer, { file: "calendar.xlsx", query }, WORDS);
  expect(xlsx.body).toBeInstanceOf(Blob);
  const nothing = presentCalendarFile(scene.officer, { file: "calendar.exe", query }, WORDS);
  await expect(nothing).rejects.toThrow(expect.objectContaining({ code: "not-found" }));
  accepted(await exportCalendar(scene.officer, { file: "calendar.ics" }));
  expect(refusalOf(await exportCalendar(scene.officer, { file: "calendar.exe" }))).toMatchObject({
    code: "invalid-input",
  });
  const [entry] = await listAuditEntries(database().read, scene.officer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "calendar.export", details: { file: "calendar.ics" } });
});

test("a long list comes in pages, the overdue first, and a grid shows its month whole", async () => {
  const scene = await aScene(database());
  const { officer } = scene;
  for (let number = 0; number < 60; number += 1) {
    await anException(scene, "2026-11-02");
    await anException(scene, "2026-11-29");
  }
  const pageAt = (page: number, view: string | null = null) =>
    presentCalendar(officer, { ...ALL, month: "2026-11", view, page });
  const [first, second] = [await pageAt(1), await pageAt(2)];
  expect([first.overdue.length, first.inMonth.length]).toEqual([60, 40]);
  expect([second.overdue.length, second.inMonth.length]).toEqual([0, 20]);
  expect(second.paging).toEqual({ page: 2, pages: 2, size: 100, count: 120 });
  const keys = [...first.overdue, ...first.inMonth, ...second.inMonth].map(({ key }) => key);
  expect(new Set(keys).size).toBe(120);
  const grid = await pageAt(1, "grid");
  expect([grid.overdue.length, grid.inMonth.length, grid.paging.pages]).toEqual([60, 60, 1]);
});
