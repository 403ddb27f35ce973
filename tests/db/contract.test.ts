import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { transactWhenOk } from "~db/client";
import { isForeignKeyViolation, isUniqueViolation } from "~db/errors";
import { appendAuditEntry, hashOf } from "~db/repositories/audit";
import { auditEntries, organisations, people, sessions, sites } from "~db/schema";
import { aDatabase, anOrganisation, NOW } from "../builders/database";

const database = aDatabase();
const refused = new Error("undo this");

async function aSite(name: string) {
  const site = {
    organisationId: await anOrganisation(database(), "hospital"),
    id: randomUUID(),
    name,
    createdAt: NOW,
  };
  await database().transaction((db) => db.insert(sites).values(site));
  return site;
}

const readSite = async (id: string) =>
  (await database().read.select().from(sites).where(eq(sites.id, id)))[0];

test("instants, booleans and structured values come back as they went in", async () => {
  const at = new Date("2026-01-02T03:04:05.678Z");
  const id = randomUUID();
  const details = { text: "é\"'\\ \u2028", nested: [1, null, { deep: true }] };
  await database().transaction(async (db) => {
    await db.insert(organisations).values({ id, kind: "supplier", name: id, isDemo: true, createdAt: at });
    await appendAuditEntry(db, {
      at,
      action: "test",
      personId: null,
      organisationId: id,
      subjectId: id,
      details,
    });
  });
  const [organisation] = await database().read.select().from(organisations).where(eq(organisations.id, id));
  expect(organisation).toEqual({
    ...{ id, kind: "supplier", name: id, isDemo: true, introducedBy: null, createdAt: at },
  });
  const [entry] = await database()
    .read.select()
    .from(auditEntries)
    .where(eq(auditEntries.organisationId, id));
  expect(entry).toMatchObject({ at, personId: null, details });
});

test("a transaction that throws leaves nothing behind", async () => {
  const id = randomUUID();
  const work = database().transaction(async (db) => {
    await db.insert(organisations).values({ id, kind: "hospital", name: id, isDemo: false, createdAt: NOW });
    await new Promise((resolve) => setTimeout(resolve, 10));
    throw refused;
  });
  await expect(work).rejects.toBe(refused);
  expect(await database().read.select().from(organisations).where(eq(organisations.id, id))).toEqual([]);
});

test("a refusal undoes what was written before it", async () => {
  const id = randomUUID();
  const outcome = await transactWhenOk(database(), async (db) => {
    await db.insert(organisations).values({ id, kind: "hospital", name: id, isDemo: false, createdAt: NOW });
    return { ok: false as const, refusal: "no" };
  });
  expect(outcome).toEqual({ ok: false, refusal: "no" });
  expect(await database().read.select().from(organisations).where(eq(organisations.id, id))).toEqual([]);
});

test("forty people who read, think and write at once lose nothing", async () => {
  const site = await aSite("0");
  await Promise.all(
    Array.from({ length: 40 }, () =>
      database().transaction(async (db) => {
        const [row] = await db.select().from(sites).where(eq(sites.id, site.id));
        await new Promise((resolve) => setTimeout(resolve, 1));
        await db
          .update(sites)
          .set({ name: String(Number(row?.name) + 1) })
          .where(eq(sites.id, site.id));
      }),
    ),
  );
  expect((await readSite(site.id))?.name).toBe("40");
});

test("a handle does not outlive its transaction, and transactions do not nest", async () => {
  const inside = database().transaction(async () => database().transaction(async () => 1));
  await expect(inside).rejects.toThrow(/do not nest/);
});

test("the same key twice and a reference into nothing are told apart", async () => {
  const site = await aSite("twice");
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => "written",
      (error) =>
        isUniqueViolation(error) ? "unique" : isForeignKeyViolation(error) ? "foreign key" : String(error),
    );
  const again = database().transaction((db) => db.insert(sites).values({ ...site, id: randomUUID() }));
  const lost = database().transaction((db) => db.insert(sites).values({ ...site, organisationId: "nobody" }));
  expect(await Promise.all([codeOf(again), codeOf(lost)])).toEqual(["unique", "foreign key"]);
});

test("a name may exist once per organisation and again in another", async () => {
  await aSite("same name");
  await expect(aSite("same name")).resolves.toMatchObject({ name: "same name" });
});

test("removing a person takes the sessions along", async () => {
  const id = randomUUID();
  const session = {
    tokenHash: id,
    personId: id,
    organisationId: null,
    userAgent: "",
    createdAt: NOW,
    lastSeenAt: NOW,
  };
  await database().transaction(async (db) => {
    await db.insert(people).values({ id, email: id, name: "Gone", passwordHash: null, createdAt: NOW });
    await db.insert(sessions).values({ ...session, expiresAt: NOW });
    await db.delete(people).where(eq(people.id, id));
  });
  expect(await database().read.select().from(sessions).where(eq(sessions.personId, id))).toEqual([]);
});

test("audit entries written at once are numbered without a gap and chained", async () => {
  const organisationId = randomUUID();
  const append = (subjectId: string) =>
    database().transaction((db) =>
      appendAuditEntry(db, {
        at: NOW,
        action: "test",
        personId: null,
        organisationId,
        subjectId,
        details: {},
      }),
    );
  await Promise.all(Array.from({ length: 20 }, (_, index) => append(String(index))));
  const entries = await database().read.select().from(auditEntries).orderBy(auditEntries.sequence);
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  const broken = entries.filter(
    ({ hash, ...entry }, index) => hash !== hashOf(entry, entries[index - 1]?.hash ?? "0".repeat(64)),
  );
  expect(broken).toEqual([]);
});
