import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ABSOLUTE_MS, LATEST_MS, TOGETHER_MS, TOUCH_MS } from "~/domain/access/session-lifetime";
import { noteRequest } from "~/http/last-requests.server";
import type { Database } from "~db/client";
import { saveNewPerson } from "~db/repositories/people";
import { deleteSession, findSession, saveSession } from "~db/repositories/sessions";
import { aDatabase, NOW } from "../../builders/database";

const database = aDatabase();
const at = (ms: number) => new Date(NOW.getTime() + ms);

/** A process of the portal: what it has noted, no other one knows. */
const aProcess = (): Database => ({ ...database() });

async function aSession(lastSeenAt = NOW): Promise<string> {
  const id = randomUUID();
  await database().transaction(async (db) => {
    await saveNewPerson(db, { id, email: id, name: "Somebody", passwordHash: null, createdAt: NOW });
    await saveSession(db, {
      ...{ tokenHash: id, personId: id, organisationId: null, userAgent: "", passwordGivenAt: null },
      ...{ createdAt: NOW, lastSeenAt, expiresAt: at(ABSOLUTE_MS) },
    });
  });
  return id;
}

async function ask(process: Database, id: string, ms: number): Promise<void> {
  const session = await findSession(database().read, id);
  if (!session) throw new Error(`no session ${id}`);
  await noteRequest(process, session, at(ms));
}

const lastRequestOf = async (id: string) => {
  const session = await findSession(database().read, id);
  return session && session.lastSeenAt.getTime() - NOW.getTime();
};

test("times of several sessions are written together, each with the moment of its own last request", async () => {
  const process = aProcess();
  const [first, second, third] = [await aSession(), await aSession(), await aSession()];
  await ask(process, first, TOUCH_MS);
  expect(await lastRequestOf(first)).toBe(TOUCH_MS);
  await ask(process, second, TOUCH_MS + 1000);
  await ask(process, second, TOUCH_MS + 2000);
  expect(await lastRequestOf(second)).toBe(0);
  await ask(process, third, TOUCH_MS + TOGETHER_MS);
  expect([await lastRequestOf(second), await lastRequestOf(third)]).toEqual([
    TOUCH_MS + 2000,
    TOUCH_MS + TOGETHER_MS,
  ]);
});

test("somebody who was away for minutes waits for nobody", async () => {
  const process = aProcess();
  await ask(process, await aSession(), LATEST_MS);
  const back = await aSession();
  await ask(process, back, LATEST_MS + 1);
  expect(await lastRequestOf(back)).toBe(LATEST_MS + 1);
});

test("what another process wrote later stays, and a session that has ended does not come back", async () => {
  const [one, another] = [aProcess(), aProcess()];
  const [first, moved, ended] = [await aSession(), await aSession(), await aSession()];
  await ask(one, first, TOUCH_MS);
  await ask(one, moved, TOUCH_MS + 1);
  await ask(one, ended, TOUCH_MS + 1);
  await ask(another, moved, TOUCH_MS + 5000);
  await database().transaction((db) => deleteSession(db, ended));
  await ask(one, first, 2 * TOUCH_MS);
  expect([await lastRequestOf(first), await lastRequestOf(moved)]).toEqual([2 * TOUCH_MS, TOUCH_MS + 5000]);
  expect(await lastRequestOf(ended)).toBeUndefined();
});

test("a request soon after the last one is not written at all", async () => {
  const process = aProcess();
  const session = await aSession();
  await ask(process, session, TOUCH_MS - 1);
  await ask(process, await aSession(), LATEST_MS);
  expect(await lastRequestOf(session)).toBe(0);
});
