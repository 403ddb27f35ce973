import { randomUUID } from "node:crypto";
import { createCookie } from "@remix-run/node";
import { startSession } from "~/use-cases/accounts/sign-in.server";
import type { Caller } from "~/use-cases/use-case.server";
import { type Database, openDatabase } from "~db/client";
import { saveMember } from "~db/repositories/organisations";
import { saveNewPerson } from "~db/repositories/people";
import { decideOnAll } from "./portfolio-decisions";
import { declareProducts } from "./portfolio-declarations";
import { publishModels } from "./portfolio-models";

const HOSPITAL = "demo-hospital";

export type PortfolioSize = {
  models: number;
  zonesOfModel: number;
  suppliers: number;
  productsOfSupplier: number;
  approvals: number;
};
/** What the readers ask for by name. */
export type Portfolio = { modelId: string; supplierId: string; counts: Readonly<Record<string, number>> };

/** The demo hospital with the portfolio of a large one, beside a portal that runs; `tell` says how far it is. */
export async function addPortfolio(
  databaseUrl: string,
  size: PortfolioSize,
  tell: (line: string) => void,
): Promise<Portfolio> {
  const database = await openDatabase(databaseUrl);
  const ground = { database, organisationId: HOSPITAL, personId: await aReader(database, "Portfolio") };
  tell(`${size.models} models of ${size.zonesOfModel} zones`);
  const modelIds = await publishModels(ground, size);
  tell(`${size.suppliers} suppliers with ${size.productsOfSupplier} products each`);
  const supplierIds = await declareProducts(ground, size);
  tell(`${size.approvals} approvals and what is refused`);
  const counts = await decideOnAll(ground, { modelIds, supplierIds, approvals: size.approvals });
  await database.close();
  const [modelId = "", supplierId = ""] = [modelIds.at(-1), supplierIds.at(-1)];
  return { modelId, supplierId, counts };
}

/** Cookies of so many people of the hospital who are signed in, each with a session of their own. */
export async function addReaders(databaseUrl: string, count: number): Promise<ReadonlyArray<string>> {
  const database = await openDatabase(databaseUrl);
  const cookies: Array<string> = [];
  for (let number = 0; number < count; number += 1) {
    const personId = await aReader(database, `Reader ${number}`);
    const caller: Caller = {
      database,
      actor: actorOf(personId),
      now: new Date(),
      newId: randomUUID,
      isSteppedUp: true,
    };
    const session = await startSession(caller, { personId, userAgent: "bench" });
    if (!session.ok) throw new Error("the bench was refused");
    const cookie = await createCookie("cordon").serialize(session.value.token);
    cookies.push(cookie.split(";")[0] ?? "");
  }
  await database.close();
  return cookies;
}

const ROLES = ["procurement-officer"] as const;

function actorOf(personId: string) {
  return { personId, organisationId: HOSPITAL, organisationKind: "hospital" as const, roles: ROLES };
}

async function aReader(database: Database, name: string): Promise<string> {
  const [personId, createdAt] = [randomUUID(), new Date()];
  const email = `${personId}@bench.example`;
  await database.transaction(async (db) => {
    await saveNewPerson(db, { id: personId, email, name, passwordHash: null, createdAt });
    await saveMember(db, HOSPITAL, { personId, roles: ROLES, state: "active", createdAt });
  });
  return personId;
}
