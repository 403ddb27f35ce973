import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";
import pino from "pino";
import { afterAll, beforeAll } from "vitest";
import type { Role } from "~/domain/access/role";
import { paths } from "~/paths";
import { hashPassword } from "~/use-cases/accounts/password.server";
import type { Caller } from "~/use-cases/use-case.server";
import { type Database, openDatabase } from "~db/client";
import { saveMember, saveNewOrganisation } from "~db/repositories/organisations";
import { saveNewPerson, savePasswordHash } from "~db/repositories/people";
import { aFileStore } from "./files";
import { PORTAL_KEY } from "./portal-key";

export const PASSWORD = "a sentence to remember";

export type Portal = {
  url: string;
  database: Database;
  /** Where the portal keeps what is uploaded. */
  filesFolder: string;
  /** Moves the clock of the portal. */
  setNow(now: Date): void;
  request(
    path: string,
    options?: RequestInit & { cookie?: string; origin?: string | null },
  ): Promise<Response>;
};

type Built = { entry: { module: { createApp(parts: unknown): Express } } };

/** The built portal on a port of its own with an empty database: the very code that `npm start` runs. */
export function aPortal(): () => Portal {
  let portal: Portal | undefined;
  let server: Server | undefined;
  let database: Database | undefined;
  beforeAll(async () => {
    database = await openDatabase("file::memory:");
    await database.migrate();
    // What `npm run build` made; its type is Remix's server build with our entry module.
    const build = (await import(/* @vite-ignore */ `${process.cwd()}/build/server/index.js`)) as Built;
    const { folder, files } = aFileStore();
    let now = new Date("2026-11-21T10:00:00.000Z");
    const app = build.entry.module.createApp({
      build,
      database,
      files,
      portalKey: PORTAL_KEY,
      config: { trustProxy: "loopback", isDevelopment: false, demo: false },
      log: pino({ level: "silent" }),
      clock: () => now,
    });
    server = app.listen(0, "127.0.0.1");
    // Busy with a test, it could not tell the client in the same process that it closes an idle connection.
    server.keepAliveTimeout = 0;
    await new Promise((resolve) => server?.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    portal = {
      url,
      database,
      filesFolder: folder,
      setNow(moment) {
        now = moment;
      },
      request(path, { cookie, origin = url, headers, ...options } = {}) {
        const given = new Headers(headers);
        if (cookie) given.set("Cookie", cookie);
        if (origin !== null && options.method && options.method !== "GET") given.set("Origin", origin);
        return fetch(`${url}${path}`, { redirect: "manual", ...options, headers: given });
      },
    };
  });
  afterAll(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    await database?.close();
  });
  return () => {
    if (!portal) throw new Error("the portal opens before the first test");
    return portal;
  };
}

/** A stored person of a new organisation, signed in through the form. */
export async function signedIn(portal: Portal, kind: "hospital" | "supplier", ...roles: ReadonlyArray<Role>) {
  const organisationId = randomUUID();
  const personId = randomUUID();
  const email = `${personId}@example.test`;
  const createdAt = new Date("2026-11-01T00:00:00.000Z");
  const passwordHash = await hashPassword(PASSWORD);
  await portal.database.transaction(async (db) => {
    await saveNewOrganisation(db, {
      id: organisationId,
      kind,
      name: `${kind} ${organisationId}`,
      isDemo: false,
      createdAt,
    });
    await saveNewPerson(db, { id: personId, email, name: "Somebody", passwordHash, createdAt });
    await saveMember(db, organisationId, { personId, roles, state: "active", createdAt });
  });
  const answer = await postForm(portal, "/sign-in", { email, password: PASSWORD });
  const cookie = answer.headers.get("Set-Cookie")?.split(";")[0];
  if (!cookie) throw new Error(`signing in was answered with ${answer.status}`);
  return { organisationId, personId, email, cookie };
}

/** Somebody who is stored already, signed in through the form. */
export async function signedInAs(portal: Portal, { actor }: Pick<Caller, "actor">): Promise<string> {
  const passwordHash = await hashPassword(PASSWORD);
  await portal.database.transaction((db) => savePasswordHash(db, actor.personId, passwordHash));
  const values = { email: `${actor.personId}@example.test`, password: PASSWORD };
  const answer = await postForm(portal, "/sign-in", values);
  return answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}

/** A file as the script of a form sends it to the portal: announced, in one part, finished. */
export async function sendFile(
  portal: Portal,
  { cookie, announce, name, bytes }: { cookie: string; announce: string; name: string; bytes: Buffer },
): Promise<{ sha256: string; posted: string }> {
  const script = { "Content-Type": "application/json", "X-Requested-With": "cordon" };
  const opened = await portal.request(announce, {
    ...{ method: "POST", cookie, headers: script },
    body: JSON.stringify({ name, bytes: bytes.length }),
  });
  if (opened.status !== 201) throw new Error(`announcing a file was answered with ${opened.status}`);
  const { id, ticket } = (await opened.json()) as { id: string; ticket: string };
  const ticketed = { ...script, "Upload-Ticket": ticket };
  const part = { ...ticketed, "Content-Type": "application/octet-stream", "Upload-Offset": "0" };
  await portal.request(paths.upload(id), {
    method: "PUT",
    cookie,
    headers: part,
    body: new Uint8Array(bytes),
  });
  const finished = await portal.request(paths.upload(id), {
    ...{ method: "POST", cookie, headers: ticketed, body: JSON.stringify({ intent: "finish" }) },
  });
  const { sha256 } = (await finished.json()) as { sha256: string };
  return { sha256, posted: `${sha256}/${name}` };
}

export function postForm(
  portal: Portal,
  path: string,
  values: Record<string, string>,
  options: { cookie?: string; origin?: string | null } = {},
): Promise<Response> {
  return portal.request(path, {
    method: "POST",
    body: new URLSearchParams(values).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    ...options,
  });
}
