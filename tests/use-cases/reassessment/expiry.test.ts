import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_POLICY } from "~/domain/policy/policy";
import { expire } from "~/jobs/expire.server";
import { presentDecision } from "~/presenters/present-decision.server";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import { reassessExpiry } from "~/use-cases/reassessment/reassess-expiry.server";
import type { Caller } from "~/use-cases/use-case.server";
import type { Database } from "~db/client";
import { listAuditEntries } from "~db/repositories/audit";
import { findExpiryDay } from "~db/repositories/reassessments";
import { openTestDatabase } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { daysLater, decideOn, meetingLevel } from "../decisions/scene";
import { addedBy, countsOf, listed, pairsIn } from "./listed";
import { aRelease, aScene, differing, everyPair, publishing, type Scene } from "./scene";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** One hospital's look at the days that have passed, at ten o'clock so many days later. */
async function dayOf(caller: Caller, days: number): Promise<void> {
  const { now, newId, actor } = daysLater(caller, days);
  await reassessExpiry({ database, organisationId: actor.organisationId, now, newId });
}

/** What is listed changed from one day to the other, and nothing else. */
async function expectExactly({ officer }: Scene, [from, until]: [number, number], assessed: number) {
  const [before, after] = [
    await everyPair(daysLater(officer, from)),
    await everyPair(daysLater(officer, until)),
  ];
  const added = await addedBy(officer, () => dayOf(officer, until));
  expect(added.reduce((sum, one) => sum + one.assessed, 0)).toBe(assessed);
  expect(pairsIn(added)).toEqual(differing(before, after));
  return added;
}

/** Accepted today, on `imaging`, for what the weak release misses. */
async function aCountermeasure({ engineer, lead, modelId }: Scene, expiresOn: string): Promise<void> {
  const proposal = {
    ...{ modelId, elementKind: "zone", elementId: "imaging", title: "Jump host", description: "Sign-ins" },
    ...{ requirementIds: ["CR 1.1", "CR 2.1"], evidence: "Test of 3 November", expiresOn },
  };
  const { id } = accepted(await proposeCountermeasure(engineer, proposal));
  accepted(await decideCountermeasure(lead, { countermeasureId: id, decision: "accept" }));
}

test("the first look has nothing to compare with and remembers the day", async () => {
  const { officer } = await aScene(database);
  const { organisationId } = officer.actor;
  expect(await findExpiryDay(database.read, organisationId)).toBeUndefined();
  expect(await addedBy(officer, () => dayOf(officer, 0))).toEqual([]);
  expect(await findExpiryDay(database.read, organisationId)).toBe("2026-11-21");
});

test("days on which nothing ends assess nothing", async () => {
  const scene = await aScene(database);
  await dayOf(scene.officer, 0);
  await expectExactly(scene, [0, 400], 0);
  expect(await findExpiryDay(database.read, scene.officer.actor.organisationId)).toBe("2027-12-26");
});

test("the day after the last day of a countermeasure assesses its zone", async () => {
  const scene = await aScene(database);
  const { officer, weak } = scene;
  await aCountermeasure(scene, "2026-12-01");
  await dayOf(officer, 0);
  await expectExactly(scene, [0, 10], 0);
  const added = await expectExactly(scene, [10, 11], 2);
  expect(added).toMatchObject([
    {
      cause: "expiry-passed",
      subject: { from: "2026-12-01", until: "2026-12-02" },
      personId: null,
      changed: 1,
      changes: [
        {
          releaseId: weak.releaseId,
          verdictBefore: "conforms-with-conditions",
          verdictAfter: "does-not-conform",
        },
      ],
    },
  ]);
});

test("days that nobody looked at are caught up with in one go", async () => {
  const scene = await aScene(database);
  await aCountermeasure(scene, "2026-12-01");
  await dayOf(scene.officer, 0);
  expect(countsOf(await expectExactly(scene, [0, 90], 2))).toEqual([["expiry-passed", 2, 1]]);
});

test("evidence, support, documents and days of the law each concern the declarations that name them", async () => {
  const scene = await aScene(database);
  const { officer, supplier } = scene;
  const policy = {
    ...NO_POLICY,
    regimes: ["cra" as const],
    plannedServiceYears: 1,
    sbomMaxAgeDays: 100,
    capabilityEvidence: ["none", "accredited", "accredited", "accredited"] as const,
  };
  await publishing(scene, { type: "update-zone", zoneId: "archive", changes: { policy } });
  const certificate = {
    ...{
      id: "e1",
      type: "certificate" as const,
      subject: "product-capability" as const,
      title: "Certificate",
    },
    ...{ issuer: "Lab", assurance: "accredited" as const, scheme: "iec-62443-4-2", schemeVersion: "2019" },
    scope: {
      product: "Pump",
      releases: ["1.0"],
      componentTypes: ["embedded-device" as const],
      level: 2 as const,
    },
    ...{ validFrom: null, validUntil: "2027-06-30", reference: "", sha256: null },
  };
  const answers = meetingLevel(2);
  await aRelease(supplier, { answers, facts: { product: "Pump", release: "1.0" }, evidence: [certificate] });
  await aRelease(supplier, { answers, facts: { supportEndsOn: "2028-03-31" } });
  const sbom = { format: "spdx-json" as const, formatVersion: "2.3", componentCount: 9, elements: [] };
  await aRelease(supplier, { answers, facts: { sbom: { ...sbom, createdOn: "2026-11-01" } } });
  await aRelease(supplier, { answers, facts: { regime: "cra", placedOnMarketOn: "2027-12-24" } });
  await dayOf(officer, 0);
  // 2027-02-10: 101 days after the list of parts was made; only the archive asks for its age.
  await expectExactly(scene, [0, 80], 0);
  expect(countsOf(await expectExactly(scene, [80, 81], 1))).toEqual([["expiry-passed", 1, 1]]);
  // 2027-04-01: support ends within the year of use.
  expect(countsOf(await expectExactly(scene, [81, 131], 1))).toEqual([["expiry-passed", 1, 1]]);
  // 2027-07-01: the certificate has ended; only the archive demands one.
  expect(countsOf(await expectExactly(scene, [131, 222], 1))).toEqual([["expiry-passed", 1, 1]]);
  // 2027-12-11: the CRA applies; the day after nothing more comes of it.
  expect(countsOf(await expectExactly(scene, [222, 385], 1))).toEqual([["expiry-passed", 1, 1]]);
  expect(countsOf(await expectExactly(scene, [385, 386], 1))).toEqual([["expiry-passed", 1, 0]]);
});

test("running the job twice changes nothing the second time, one after the other or at once", async () => {
  const scene = await aScene(database);
  const { officer } = scene;
  const { organisationId } = officer.actor;
  await aCountermeasure(scene, "2026-12-01");
  const job = (days: number) => {
    const { now, newId } = daysLater(officer, days);
    return expire({ database, now, newId });
  };
  await Promise.all([job(0), job(0)]);
  expect(countsOf(await addedBy(officer, () => Promise.all([job(20), job(20), job(20)])))).toEqual([
    ["expiry-passed", 2, 1],
  ]);
  const [state, audit] = [
    await listed(officer),
    await listAuditEntries(database.read, organisationId, { limit: 500 }),
  ];
  await job(20);
  await job(19);
  expect(await listed(officer)).toEqual(state);
  expect(await listAuditEntries(database.read, organisationId, { limit: 500 })).toEqual(audit);
  expect(await findExpiryDay(database.read, organisationId)).toBe("2026-12-11");
});

test("the audit trail tells of a day that changed something, by nobody", async () => {
  const scene = await aScene(database);
  const { officer } = scene;
  await aCountermeasure(scene, "2026-12-01");
  await dayOf(officer, 0);
  const [added] = await addedBy(officer, () => dayOf(officer, 20));
  const [entry] = await listAuditEntries(database.read, officer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "reassessment.expire",
    personId: null,
    subjectId: added?.id,
    details: { from: "2026-11-21", until: "2026-12-11", assessed: 2, changed: 1 },
  });
});

test("a decision that rests on what ended is named and needs review; others are left alone", async () => {
  const scene = await aScene(database);
  const { officer, modelId, weak, strong } = scene;
  await aCountermeasure(scene, "2026-12-01");
  const decide = (
    { declarationId }: { declarationId: string },
    zoneId: string,
    kind: Record<string, unknown>,
  ) => decideOn({ ...scene, modelId, zoneId, declarationId }, kind);
  const condition = { text: "Keep the jump host", owner: "Network team", dueOn: "2027-06-30" };
  const resting = await decide(weak, "imaging", {
    kind: "approve-with-conditions",
    conditions: { "0": condition },
  });
  const other = await decide(strong, "imaging", { kind: "approve" });
  await dayOf(officer, 0);
  const stateOn = async (id: string, days: number) =>
    (await presentDecision(daysLater(officer, days), id)).review?.state;
  expect(await stateOn(resting, 10)).toBe("holds");

  const [added] = await expectExactly(scene, [0, 11], 2);
  expect(added?.changes.map(({ decisionId }) => decisionId)).toEqual([resting]);
  expect(await stateOn(resting, 11)).toBe("needs-review");
  expect(await stateOn(other, 11)).toBe("holds");
});

test("nothing of a passing day shows in another hospital", async () => {
  const [scene, stranger] = [await aScene(database), await aScene(database)];
  await aCountermeasure(scene, "2026-12-01");
  const { newId, now } = scene.officer;
  await expire({ database, now, newId });
  const before = await listed(stranger.officer);
  await expire({ database, now: daysLater(scene.officer, 30).now, newId });
  expect(await listed(stranger.officer)).toEqual(before);
  expect(countsOf(await listed(scene.officer))).toContainEqual(["expiry-passed", 2, 1]);
});
