import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { answerMasks } from "~/domain/declaration/answer-masks";
import { EMPTY_DECLARATION_CONTENT } from "~/domain/declaration/declaration";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { shareDeclaration } from "~/use-cases/declarations/share-declaration.server";
import {
  findDeclaration,
  findSharedDeclaration,
  listSharedDeclarations,
  saveDeclarationDraft,
} from "~db/repositories/declarations";
import { declarationMasks } from "~db/schema";
import { aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../builders/database";
import { accepted, aDraft, aRequest, aSignedDeclaration, sign } from "../builders/declaration";

const database = aDatabase();
const supplier = () => aSupplierCaller(database(), "contributor", "signatory");
const hospital = () => aHospitalCaller(database(), "procurement-officer");

async function masksOf(declarationId: string) {
  const [row] = await database()
    .read.select()
    .from(declarationMasks)
    .where(eq(declarationMasks.declarationId, declarationId));
  return (
    row && {
      met: [row.met0, row.met1, row.met2, row.met3],
      countermeasure: [row.countermeasure0, row.countermeasure1, row.countermeasure2, row.countermeasure3],
      notMet: [row.notMet0, row.notMet1, row.notMet2, row.notMet3],
      notApplicable: [row.notApplicable0, row.notApplicable1, row.notApplicable2, row.notApplicable3],
    }
  );
}

async function sharedWith(hospitalId: string, declarationId: string): Promise<boolean> {
  const found = await findSharedDeclaration(database().read, hospitalId, declarationId);
  const listed = await listSharedDeclarations(database().read, hospitalId);
  expect(listed.some((shared) => shared.declarationId === declarationId)).toBe(found !== undefined);
  return found !== undefined;
}

test("the masks say what the answers of a signed declaration say, and a draft has none", async () => {
  const caller = await supplier();
  const id = await aDraft(caller, {
    "CR 1.1": { value: "met" },
    "CR 1.3": { value: "met-with-countermeasure", note: "behind a gateway" },
    "CR 7.8": { value: "not-met" },
    "EDR 3.14": { value: "not-applicable" },
  });
  expect(await masksOf(id)).toBeUndefined();
  await sign(caller, id);
  const stored = await findDeclaration(database().read, caller.actor.organisationId, id);
  expect(await masksOf(id)).toEqual(stored && answerMasks(stored.content, COMPONENT_REQUIREMENTS));
});

test("a save that saw an older version writes nothing", async () => {
  const caller = await supplier();
  const id = await aDraft(caller, { "CR 1.1": { value: "met" } });
  const before = await findDeclaration(database().read, caller.actor.organisationId, id);
  const content = EMPTY_DECLARATION_CONTENT;
  const isSaved = await database().transaction((db) =>
    saveDeclarationDraft(db, caller.actor.organisationId, { id, content, saveVersion: 1, updatedAt: NOW }),
  );
  expect(isSaved).toBe(false);
  expect(await findDeclaration(database().read, caller.actor.organisationId, id)).toEqual(before);
});

test("a signed declaration cannot be saved as a draft, whatever version is named", async () => {
  const caller = await supplier();
  const id = await aSignedDeclaration(caller);
  const before = await findDeclaration(database().read, caller.actor.organisationId, id);
  const content = EMPTY_DECLARATION_CONTENT;
  const saveVersion = before?.saveVersion ?? 0;
  const isSaved = await database().transaction((db) =>
    saveDeclarationDraft(db, caller.actor.organisationId, { id, content, saveVersion, updatedAt: NOW }),
  );
  expect(isSaved).toBe(false);
  expect(await findDeclaration(database().read, caller.actor.organisationId, id)).toEqual(before);
});

test("a declaration is found only by its own supplier", async () => {
  const id = await aDraft(await supplier());
  const other = await supplier();
  expect(await findDeclaration(database().read, other.actor.organisationId, id)).toBeUndefined();
});

test("a hospital sees what is shown to all, and no draft and nothing private", async () => {
  const [caller, { actor }] = [await supplier(), await hospital()];
  const draft = await aDraft(caller, { "CR 1.1": { value: "met" } });
  const signed = await aSignedDeclaration(caller, undefined, "all-hospitals");
  expect(await sharedWith(actor.organisationId, draft)).toBe(false);
  expect(await sharedWith(actor.organisationId, signed)).toBe(true);
  accepted(await shareDeclaration(caller, { declarationId: signed, visibility: "private" }));
  expect(await sharedWith(actor.organisationId, signed)).toBe(false);
});

test("what is shown to requesting hospitals is seen by those whose request is alive", async () => {
  const [caller, asking, other] = [await supplier(), await hospital(), await hospital()];
  const id = await aSignedDeclaration(caller, undefined, "requesting-hospitals");
  expect(await sharedWith(asking.actor.organisationId, id)).toBe(false);
  await aRequest(asking, caller.actor.organisationId, { state: "withdrawn" });
  await aRequest(asking, caller.actor.organisationId, { state: "declined" });
  expect(await sharedWith(asking.actor.organisationId, id)).toBe(false);
  await aRequest(asking, caller.actor.organisationId, { state: "accepted" });
  expect(await sharedWith(asking.actor.organisationId, id)).toBe(true);
  expect(await sharedWith(other.actor.organisationId, id)).toBe(false);
});

test("what was sent as an answer is seen by whoever asked, though private to everyone else", async () => {
  const [caller, asking, other] = [await supplier(), await hospital(), await hospital()];
  const id = await aSignedDeclaration(caller);
  accepted(await shareDeclaration(caller, { declarationId: id, visibility: "private" }));
  const requestId = await aRequest(asking, caller.actor.organisationId, { state: "accepted" });
  await aRequest(other, caller.actor.organisationId, { state: "accepted" });
  accepted(await answerRequest(caller, { requestId, declarationId: id }));
  expect(await sharedWith(asking.actor.organisationId, id)).toBe(true);
  expect(await sharedWith(other.actor.organisationId, id)).toBe(false);
});

test("only the newest version of a release is listed; the older one is still found", async () => {
  const [caller, { actor }] = [await supplier(), await hospital()];
  const first = await aSignedDeclaration(caller, undefined, "all-hospitals");
  const releaseId = (await findDeclaration(database().read, caller.actor.organisationId, first))?.releaseId;
  const { id: second } = accepted(await createDeclaration(caller, { releaseId }));
  await sign(caller, second, "all-hospitals");
  const listed = await listSharedDeclarations(database().read, actor.organisationId);
  const own = listed.filter((shared) => shared.supplierId === caller.actor.organisationId);
  expect(own).toHaveLength(1);
  expect(own[0]).toMatchObject({
    declarationId: second,
    declarationVersion: 2,
    releaseVersion: "1.0",
    content: { answers: { "CR 1.1": { value: "met" } } },
  });
  expect(await findSharedDeclaration(database().read, actor.organisationId, first)).toMatchObject({
    declarationVersion: 1,
  });
});
