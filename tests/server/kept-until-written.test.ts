import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type Database, openDatabase } from "~db/client";
import { dataVersion } from "~db/data-version";
import { keptUntilWritten } from "~db/kept";
import { saveNewOrganisation } from "~db/repositories/organisations";
import { NOW } from "../builders/database";

const folder = mkdtempSync(join(tmpdir(), "cordon-kept-"));
const file = `file:${join(folder, "cordon.sqlite")}`;
const opened: Array<Database> = [];
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** As each process of a portal opens the same file. */
async function aProcess(): Promise<Database> {
  const one = await openDatabase(file);
  await one.migrate();
  opened.push(one);
  return one;
}

const write = (database: Database) =>
  database.transaction((db) =>
    saveNewOrganisation(db, {
      ...{ id: randomUUID(), kind: "hospital", name: randomUUID(), isDemo: false, createdAt: NOW },
    }),
  );

function counted() {
  let times = 0;
  return async () => {
    times += 1;
    return times;
  };
}

test("what nobody has written to is worked out once, for each key", async () => {
  const { read } = await aProcess();
  const kept = keptUntilWritten<number>(10);
  const [work, other] = [counted(), counted()];
  expect([await kept(read, "a", work), await kept(read, "a", work)]).toEqual([1, 1]);
  expect(await kept(read, "b", other)).toBe(1);
});

test("a commit of this process or of another one is seen with the very next question", async () => {
  const [one, another] = [await aProcess(), await aProcess()];
  const kept = keptUntilWritten<number>(10);
  const work = counted();
  expect(await kept(one.read, "a", work)).toBe(1);
  await write(one);
  expect(await kept(one.read, "a", work)).toBe(2);
  await write(another);
  expect([await kept(one.read, "a", work), await kept(one.read, "a", work)]).toEqual([3, 3]);
});

test("who asks while it is worked out waits for the same work, and what failed is tried anew", async () => {
  const one = await aProcess();
  const kept = keptUntilWritten<number>(10);
  const work = counted();
  expect(await Promise.all([kept(one.read, "a", work), kept(one.read, "a", work)])).toEqual([1, 1]);
  await write(one);
  const failing = () => Promise.reject(new Error("no luck"));
  const both = await Promise.allSettled([kept(one.read, "a", failing), kept(one.read, "a", work)]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await kept(one.read, "a", work)).toBe(2);
});

test("who asks after a commit does not get what was begun before it", async () => {
  const one = await aProcess();
  const kept = keptUntilWritten<string>(10);
  let answer: (value: string) => void = () => undefined;
  const late = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const before = kept(one.read, "a", () => late);
  await write(one);
  expect(await kept(one.read, "a", async () => "after")).toBe("after");
  answer("before");
  expect(await before).toBe("before");
  expect(await kept(one.read, "a", async () => "not asked")).toBe("after");
});

test("what is written while it is worked out is not missed afterwards", async () => {
  const one = await aProcess();
  const kept = keptUntilWritten<number>(10);
  const work = counted();
  await kept(one.read, "a", async () => {
    await write(one);
    return work();
  });
  expect(await kept(one.read, "a", work)).toBe(2);
});

test("a transaction reads what is not committed: there, and where nobody counts, nothing is kept", async () => {
  const one = await aProcess();
  const kept = keptUntilWritten<number>(10);
  const work = counted();
  const inside = await one.transaction(async (db) => [await kept(db, "a", work), await kept(db, "a", work)]);
  expect(inside).toEqual([1, 2]);
  const memory = await openDatabase(":memory:");
  opened.push(memory);
  expect(dataVersion(memory.read)).toBeNull();
});
