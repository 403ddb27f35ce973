import { randomUUID } from "node:crypto";
import type { PortalKey } from "~/domain/declaration/seal";
import { hashPassword } from "~/use-cases/accounts/password.server";
import type { Db } from "~db/client";
import { findOrganisation } from "~db/repositories/organisations";
import { drawCampus } from "./campus/draw-campus.server";
import { setPolicy } from "./campus/set-policy.server";
import { enrolPeople } from "./enrol-people.server";
import { keepLedger } from "./ledger/keep-ledger.server";
import { writeMeasures } from "./measures/write-measures.server";
import { tellAndRecord } from "./notices/tell-and-record.server";
import { DEMO_HOSPITAL, DEMO_PASSWORD } from "./people";
import { acceptGaps } from "./procurement/accept-gaps.server";
import { askAndDecide } from "./procurement/ask-and-decide.server";
import { holdTenders } from "./procurement/hold-tender.server";
import { declareProducts, reworkDeclaration } from "./products/declare-products.server";
import { type Demo, insideOf, runInOrder } from "./timetable";

export { DEMO_SIGN_INS } from "./people";

/**
 * Fills in the demo hospital and its suppliers through the use cases, as if people had worked for months. One
 * transaction around everything: a process that is killed half-way leaves nothing, so the hospital's existence says
 * that the demo is complete, and a second run changes nothing.
 */
export async function fillInDemoOnce(
  { database, files }: Pick<Demo, "database" | "files">,
  now: Date,
  tell: (step: string) => void,
  key: PortalKey,
): Promise<void> {
  if (await isFilledIn(database.read)) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  try {
    await database.transaction((db) => fillIn({ database, files, db, now, passwordHash, tell, key }));
  } catch (error) {
    // Another process of the portal was quicker.
    if (!(await isFilledIn(database.read))) throw error;
  }
}

type Run = Pick<Demo, "database" | "files"> & {
  db: Db;
  now: Date;
  passwordHash: string;
  tell: (step: string) => void;
  key: PortalKey;
};

async function fillIn({ database, files, db, now, passwordHash, tell, key }: Run): Promise<void> {
  if (await isFilledIn(db)) return;
  const demo: Demo = {
    database: insideOf(database, db),
    files,
    now,
    newId: randomUUID,
    key,
    model: { id: "", version: 0 },
    declared: new Map(),
  };
  tell("people of a hospital and eleven suppliers");
  await enrolPeople(demo, passwordHash);
  tell("twelve products with signed declarations");
  await runInOrder(declareProducts(demo));
  tell("the zone model of a campus, requests and decisions of the last months");
  await runInOrder([
    ...setPolicy(demo),
    ...drawCampus(demo),
    ...keepLedger(demo),
    ...writeMeasures(demo),
    ...askAndDecide(demo),
    ...acceptGaps(demo),
    ...holdTenders(demo),
    ...tellAndRecord(demo),
    reworkDeclaration(demo),
  ]);
  tell("done");
}

async function isFilledIn(db: Db): Promise<boolean> {
  return (await findOrganisation(db, DEMO_HOSPITAL.id)) !== undefined;
}
