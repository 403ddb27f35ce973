import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FileStore } from "~/files/file-store.server";
import { startJobs } from "~/jobs/start-jobs.server";
import { type Database, openDatabase } from "~db/client";
import { saveNewOrganisation } from "~db/repositories/organisations";
import { saveNewPerson } from "~db/repositories/people";
import { claimExpiryDay, findExpiryDay } from "~db/repositories/reassessments";
import { revisions, sites, zoneModels } from "~db/schema";
import { NOW } from "../builders/database";
import { aFileStore } from "../builders/files";
import { until } from "../builders/until";
import { aZoneModel } from "../builders/zone-model";

const HOUR_MS = 60 * 60_000;
let database: Database;
const { files } = aFileStore();

beforeEach(async () => {
  database = await openDatabase("file::memory:");
  await database.migrate();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A hospital that has published an empty model: all that a day needs to pass in it. */
async function aPublishingHospital(id: string): Promise<void> {
  await database.transaction(async (db) => {
    const by = `${id}-person`;
    const of = { organisationId: id, createdAt: NOW };
    const content = aZoneModel({ zones: [] });
    await saveNewOrganisation(db, { id, kind: "hospital", name: id, isDemo: false, createdAt: NOW });
    await saveNewPerson(db, { id: by, email: `${id}@x.test`, name: id, passwordHash: null, createdAt: NOW });
    await db.insert(sites).values({ ...of, id: "site", name: "Campus" });
    await db.insert(zoneModels).values({
      ...{ ...of, id: "model", siteId: "site", name: "Model", purpose: "", draft: content, draftVersion: 0 },
      ...{ state: "drawing", submissionNote: "", returnComment: "", updatedBy: by, updatedAt: NOW },
    });
    await db.insert(revisions).values({
      ...{ organisationId: id, modelId: "model", number: 1, content, fingerprint: "f", note: "" },
      ...{ submittedBy: by, approvedBy: by, publishedAt: NOW },
    });
  });
}

const dayOf = (id: string) => findExpiryDay(database.read, id);

test("jobs run at once and every hour by the clock they are given, until they are stopped", async () => {
  await aPublishingHospital("first");
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  let now = NOW;
  const failures: Array<unknown> = [];
  let rounds = 0;
  const counting: FileStore = {
    ...files,
    // The last step of the last job.
    async removePartsBefore(moment) {
      const removed = await files.removePartsBefore(moment);
      rounds += 1;
      return removed;
    },
  };
  const stop = startJobs({
    database,
    files: counting,
    clock: () => now,
    onFailure: (error) => failures.push(error),
  });
  await until(async () => (await dayOf("first")) === "2026-11-21");
  await until(() => rounds === 1);

  now = new Date("2026-11-22T00:10:00.000Z");
  vi.advanceTimersByTime(HOUR_MS - 1);
  expect(await dayOf("first")).toBe("2026-11-21");
  vi.advanceTimersByTime(1);
  await until(async () => (await dayOf("first")) === "2026-11-22");

  await stop();
  now = new Date("2026-11-23T00:10:00.000Z");
  vi.advanceTimersByTime(5 * HOUR_MS);
  expect(await dayOf("first")).toBe("2026-11-22");
  expect(failures).toEqual([]);
  await database.close();
});

test("stopping waits for the round that is under way, so that the database can be closed", async () => {
  for (const id of ["a", "b", "c"]) await aPublishingHospital(id);
  const stop = startJobs({
    database,
    files,
    clock: () => NOW,
    onFailure: (error) => expect(error).toBeUndefined(),
  });
  await stop();
  expect(await Promise.all(["a", "b", "c"].map(dayOf))).toEqual(["2026-11-21", "2026-11-21", "2026-11-21"]);
  await database.close();
});

test("a job that fails is told of by name and tried again", async () => {
  await aPublishingHospital("first");
  const failures: Array<string> = [];
  let isBroken = true;
  const flaky: Database = {
    ...database,
    transaction: (work) =>
      isBroken ? Promise.reject(new Error("the database is away")) : database.transaction(work),
  };
  const stop = startJobs({
    database: flaky,
    files,
    clock: () => NOW,
    onFailure: (error, job) => failures.push(`${job}: ${String(error)}`),
    everyMs: 5,
  });
  await until(() => failures.length > 1);
  expect(failures[0]).toBe("expire: Error: the database is away");
  isBroken = false;
  await until(async () => (await dayOf("first")) === "2026-11-21");
  await stop();
  await database.close();
});

test("a hospital that has published nothing is left alone, and days are claimed once", async () => {
  await database.transaction((db) =>
    saveNewOrganisation(db, { id: "new", kind: "hospital", name: "New", isDemo: false, createdAt: NOW }),
  );
  const stop = startJobs({
    database,
    files,
    clock: () => NOW,
    onFailure: (error) => expect(error).toBeUndefined(),
  });
  await stop();
  expect(await dayOf("new")).toBeUndefined();
  const claim = (from: string | undefined, lastDay: string) =>
    database.transaction((db) => claimExpiryDay(db, "new", { from, lastDay }));
  expect(await claim(undefined, "2026-11-21")).toBe(true);
  expect(await claim(undefined, "2026-11-22")).toBe(false);
  expect(await claim("2026-11-20", "2026-11-22")).toBe(false);
  expect(await claim("2026-11-21", "2026-11-22")).toBe(true);
  expect(await dayOf("new")).toBe("2026-11-22");
  await database.close();
});
