import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import type { Actor, OrganisationKind, Role } from "~/domain/access/role";
import type { Caller } from "~/use-cases/use-case.server";
import { type Database, openDatabase } from "~db/client";
import { memberships, organisations, people } from "~db/schema";

/** The moment at which tests happen unless they say otherwise. */
export const NOW = new Date("2026-11-21T10:00:00.000Z");

/** The files of a project run in one worker without isolation: what takes seconds to start is started once. */
let shared: Promise<Database> | undefined;
let template: Promise<string> | undefined;
const isPglite = /^pglite/.test(process.env.DATABASE_URL ?? "");

/**
 * A migrated database of the dialect of the project that runs the file, for that file: what one file shares with all
 * hospitals is judged for none of another. Tests make tenants of their own.
 */
export function aDatabase(): () => Database {
  let database: Database | undefined;
  beforeAll(async () => {
    if (isPglite) shared ??= openTestDatabase();
    database = await (shared ?? openTestDatabase());
  });
  afterAll(async () => {
    if (!isPglite) await database?.close();
  });
  return () => {
    if (!database) throw new Error("the database opens before the first test");
    return database;
  };
}

export async function openTestDatabase(): Promise<Database> {
  const url = process.env.DATABASE_URL ?? "file::memory:";
  if (/^postgres/.test(url)) {
    template ??= aMigratedPostgres(url);
    return openDatabase(await aPostgresDatabase(url, await template));
  }
  const database = await openDatabase(url);
  await database.migrate();
  return database;
}

/** Copied for every file that wants one, in a tenth of the time that migrating takes. */
async function aMigratedPostgres(serverUrl: string): Promise<string> {
  const url = await aPostgresDatabase(serverUrl);
  const database = await openDatabase(url);
  await database.migrate();
  await database.close();
  return new URL(url).pathname.slice(1);
}

/** A database of its own on the test server, so that files can run side by side. */
async function aPostgresDatabase(serverUrl: string, copyOf = "template1"): Promise<string> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const name = `cordon_test_${randomUUID().replaceAll("-", "")}`;
  await client.query(`create database ${name} template ${copyOf}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** A stored organisation with nobody in it. */
export async function anOrganisation(
  database: Database,
  kind: OrganisationKind,
  name?: string,
): Promise<string> {
  const id = randomUUID();
  await database.transaction((db) =>
    db
      .insert(organisations)
      .values({ id, kind, name: name ?? `${kind} ${id}`, isDemo: false, createdAt: NOW }),
  );
  return id;
}

/** A stored person with these roles in an organisation, as the caller of use cases and presenters. */
export async function aCaller(
  database: Database,
  who: { organisationId: string; kind: OrganisationKind; roles: ReadonlyArray<Role>; now?: Date },
): Promise<Caller> {
  const personId = randomUUID();
  await database.transaction(async (db) => {
    await db.insert(people).values({
      id: personId,
      email: `${personId}@example.test`,
      name: `Person ${personId.slice(0, 4)}`,
      passwordHash: null,
      createdAt: NOW,
    });
    await db.insert(memberships).values({
      organisationId: who.organisationId,
      personId,
      roles: who.roles,
      state: "active",
      createdAt: NOW,
    });
  });
  const actor: Actor = {
    personId,
    organisationId: who.organisationId,
    organisationKind: who.kind,
    roles: who.roles,
  };
  return { database, actor, now: who.now ?? NOW, newId: randomUUID, isSteppedUp: true };
}

/** A hospital with one person who holds these roles. */
export async function aHospitalCaller(database: Database, ...roles: ReadonlyArray<Role>): Promise<Caller> {
  const organisationId = await anOrganisation(database, "hospital");
  return aCaller(database, { organisationId, kind: "hospital", roles });
}

/** A supplier with one person who holds these roles. */
export async function aSupplierCaller(database: Database, ...roles: ReadonlyArray<Role>): Promise<Caller> {
  const organisationId = await anOrganisation(database, "supplier");
  return aCaller(database, { organisationId, kind: "supplier", roles });
}
