import { randomUUID } from "node:crypto";
import { createCookie } from "@remix-run/node";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { isApplicable } from "~/domain/requirement/component-requirement";
import { startSession } from "~/use-cases/accounts/sign-in.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { createProduct } from "~/use-cases/products/create-product.server";
import type { Caller } from "~/use-cases/use-case.server";
import { type Database, openDatabase } from "~db/client";
import { saveMember, saveNewOrganisation } from "~db/repositories/organisations";
import { saveNewPerson } from "~db/repositories/people";

export { anSbom } from "../builders/sbom";

const TYPE = "software-application";
const ROLES = ["contributor"] as const;
/** Rows that the draft of each supplier has an answer to, in the order in which they are answered anew. */
const ROWS = COMPONENT_REQUIREMENTS.filter((row) => isApplicable(row, [TYPE])).map(({ id }) => id);

export type Saver = { cookie: string; declarationId: string; rows: ReadonlyArray<string> };

/** Suppliers with one person each, signed in, and a draft in which every row is answered: beside a portal that runs. */
export async function addSuppliers(databaseUrl: string, count: number): Promise<ReadonlyArray<Saver>> {
  const database = await openDatabase(databaseUrl);
  const savers: Array<Saver> = [];
  for (let number = 0; number < count; number += 1) savers.push(await addSupplier(database, number));
  await database.close();
  return savers;
}

async function addSupplier(database: Database, number: number): Promise<Saver> {
  const now = new Date();
  const [organisationId, personId] = [randomUUID(), randomUUID()];
  await database.transaction(async (db) => {
    const name = `Bench supplier ${number} ${organisationId}`;
    await saveNewOrganisation(db, {
      ...{ id: organisationId, kind: "supplier", name, isDemo: false, createdAt: now },
    });
    const email = `${personId}@bench.example`;
    await saveNewPerson(db, { id: personId, email, name: "Saver", passwordHash: null, createdAt: now });
    await saveMember(db, organisationId, { personId, roles: ROLES, state: "active", createdAt: now });
  });
  const actor = { personId, organisationId, organisationKind: "supplier" as const, roles: ROLES };
  const caller: Caller = { database, actor, now, newId: randomUUID, isSteppedUp: true };
  const product = { name: "Bench", componentTypes: [TYPE], version: "1.0" };
  const { releaseId } = accepted(await createProduct(caller, product));
  const { id: declarationId } = accepted(await createDeclaration(caller, { releaseId }));
  const changes = ROWS.map((requirementId) => ({
    ...{ requirementId, before: null },
    answer: { value: "met", note: "As the manual of the product says on page 17." },
  }));
  accepted(await answerRequirements(caller, { declarationId, changes }));
  const session = accepted(await startSession(caller, { personId, userAgent: "bench" }));
  const cookie = await createCookie("cordon").serialize(session.token);
  return { cookie: cookie.split(";")[0] ?? "", declarationId, rows: ROWS };
}

function accepted<Value>(outcome: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!outcome.ok) throw new Error(`the bench was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
