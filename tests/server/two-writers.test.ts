import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "~db/client";
import { findPersonByEmail, saveNewPerson } from "~db/repositories/people";
import { people } from "~db/schema";

// Two processes have a handle each on one file; here both are in one, which is the harder case: whoever waits must not
// keep the other from going on.
let folder: string;
let one: Database;
let other: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "cordon-two-writers-"));
  const url = `file:${join(folder, "cordon.sqlite")}`;
  one = await openDatabase(url);
  await one.migrate();
  other = await openDatabase(url);
});

afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  rmSync(folder, { recursive: true });
});

const nobody = (id: string) => ({
  ...{ id, email: `${id}@hospital.example`, name: id },
  ...{ passwordHash: null, createdAt: new Date("2026-11-23T00:00:00Z") },
});

test("a transaction waits for one of another process, and this process goes on answering", async () => {
  const order: Array<string> = [];
  const first = one.transaction(async (db) => {
    await saveNewPerson(db, nobody("first"));
    await pause(100);
    order.push("first");
  });
  const second = other.transaction(async (db) => {
    await saveNewPerson(db, nobody("second"));
    order.push("second");
  });
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  expect(await findPersonByEmail(other.read, "first@hospital.example")).toBeUndefined();
  await Promise.all([first, second]);
  clearInterval(timer);
  expect(order).toEqual(["first", "second"]);
  expect(ticks).toBeGreaterThan(1);
  expect(await findPersonByEmail(one.read, "second@hospital.example")).toMatchObject({ id: "second" });
});

test("what both count up is counted by both", async () => {
  await one.transaction((db) => saveNewPerson(db, nobody("counter")));
  const countUp = (database: Database) =>
    database.transaction(async (db) => {
      const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, "counter"));
      await pause(1);
      await db
        .update(people)
        .set({ name: `${row?.name}+` })
        .where(eq(people.id, "counter"));
    });
  await Promise.all(Array.from({ length: 20 }, (_, turn) => countUp(turn % 2 === 0 ? one : other)));
  const counter = await findPersonByEmail(one.read, "counter@hospital.example");
  expect(counter?.name).toBe(`counter${"+".repeat(20)}`);
});
