import { expect, test } from "vitest";
import { flatVector, type SecurityLevel } from "~/domain/security-level/security-level";
import { readWorkbook } from "~/formats/workbook/read-workbook";
import { presentRegister } from "~/presenters/present-register.server";
import { presentRegisterFile } from "~/presenters/present-register-file.server";
import type { RegisterQuery } from "~/presenters/register-view.server";
import { registerWords } from "~/routes/hospital.register.export.$file/words";
import { completeCondition } from "~/use-cases/decisions/complete-condition.server";
import { exportRegister } from "~/use-cases/decisions/export-register.server";
import { fillRegister } from "~/use-cases/decisions/fill-register.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findRegisterEntry, listRegister } from "~db/repositories/register";
import { registerEntries } from "~db/schema";
import { aDatabase } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { declaredUntil } from "../calendar/calendar-scene";
import { aContent, aScene, colleague, decideOn, ONE_CONDITION, publish, type Scene } from "./scene";

const database = aDatabase();
const EVERYTHING: RegisterQuery = { find: null, model: null, zone: null, state: null, after: null };
const WITH_CONDITION = { kind: "approve-with-conditions", conditions: ONE_CONDITION };

const look = (caller: Caller, query: Partial<RegisterQuery> = {}) =>
  presentRegister(caller, { ...EVERYTHING, ...query });

async function idsOf(caller: Caller, query: Partial<RegisterQuery> = {}) {
  return (await look(caller, query)).approvals.map(({ id }) => id);
}

/** Both zones of the scene ask for SL 1, so that its product may stand in either. */
async function aSceneOfTwo(): Promise<Scene> {
  const scene = await aScene(database());
  await publish(scene.engineer, { modelId: scene.modelId, number: 2, content: contentOf(1) });
  return scene;
}

function contentOf(level: SecurityLevel) {
  const content = aContent({ slTarget: flatVector(level) });
  const zones = content.zones.map((zone) =>
    zone.id === "archive" ? { ...zone, slTarget: flatVector(1) } : zone,
  );
  return { ...content, zones };
}

const inArchive = (scene: Scene): Scene => ({ ...scene, zoneId: "archive" });

test("what is approved stands in the register with place, conditions and the first end; what is not does not", async () => {
  const scene = await aScene(database());
  const declarationId = await declaredUntil(scene, "Type test", "2027-03-01");
  const held = { ...scene, declarationId };
  expect((await look(scene.officer)).approvals).toEqual([]);
  const first = await decideOn(held, WITH_CONDITION);
  const refused = { kind: "reject", reason: "No need of it" };
  await decideOn(inArchive(held), refused);
  const { approvals, count, isFilling } = await look(scene.officer);
  expect([count, isFilling]).toEqual([1, false]);
  expect(approvals).toMatchObject([
    {
      ...{ id: first, kind: "approve-with-conditions", review: null, modelName: "Building B" },
      ...{ zoneId: "imaging", declarationId, hasZone: true },
      conditions: [
        { text: "Segment the port", owner: "Network team", dueOn: "2026-12-31", isOverdue: false },
      ],
      until: { kind: "condition", name: "Segment the port", endsOn: "2026-12-31" },
    },
  ]);
  const conditionId = approvals[0]?.conditions[0]?.id ?? "";
  accepted(await completeCondition(scene.officer, { decisionId: first, conditionId, note: "Done" }));
  expect((await look(scene.officer)).approvals).toMatchObject([
    { conditions: [], until: { kind: "evidence", name: "Type test", endsOn: "2027-03-01" } },
  ]);
});

test("a later decision takes the place of the one before, a rejection takes it out", async () => {
  const scene = await aScene(database());
  const first = await decideOn(scene);
  const second = await decideOn(scene, WITH_CONDITION);
  expect(await idsOf(scene.officer)).toEqual([second]);
  const { organisationId } = scene.officer.actor;
  expect(await findRegisterEntry(database().read, organisationId, first)).toBeUndefined();
  await decideOn(scene, { kind: "reject", reason: "No" });
  expect(await idsOf(scene.officer)).toEqual([]);
});

test("the register is narrowed down by words, model, zone and state", async () => {
  const scene = await aSceneOfTwo();
  await declaredUntil(scene, "Type test", "2029-03-01");
  const one = await decideOn(scene, WITH_CONDITION);
  const two = await decideOn(inArchive(scene));
  const { officer, modelId } = scene;
  expect((await idsOf(officer)).toSorted()).toEqual([one, two].toSorted());
  expect(await idsOf(officer, { find: "ZÓNE imaging" })).toEqual([one]);
  expect(await idsOf(officer, { find: "nothing like it" })).toEqual([]);
  expect(await idsOf(officer, { model: modelId, zone: "archive" })).toEqual([two]);
  expect(await idsOf(officer, { model: "another" })).toEqual([]);
  expect(await idsOf(officer, { state: "open-conditions" })).toEqual([one]);
  expect(await idsOf(officer, { state: "ends-soon" })).toEqual([one]);
  expect((await idsOf(officer, { state: "in-force" })).toSorted()).toEqual([one, two].toSorted());
  expect(await idsOf(officer, { state: "needs-review" })).toEqual([]);
  await publish(scene.engineer, { modelId, number: 3, content: contentOf(2) });
  expect(await idsOf(officer, { state: "needs-review" })).toEqual([one]);
  expect(await idsOf(officer, { state: "in-force" })).toEqual([two]);
  expect((await look(officer, { find: "imaging" })).approvals).toMatchObject([{ review: "result-changed" }]);
});

test("paging meets every approval once, in order, also where two are named alike", async () => {
  const scene = await aSceneOfTwo();
  const ids = [await decideOn(scene), await decideOn(inArchive(scene))];
  const { organisationId } = scene.officer.actor;
  const read = async (after?: { orderText: string; decisionId: string }) =>
    (await listRegister(database().read, organisationId, { after, limit: 1 }))[0];
  const first = await read();
  const second = await read(first);
  expect([first?.decisionId, second?.decisionId].toSorted()).toEqual(ids.toSorted());
  expect(await read(second)).toBeUndefined();
  await database().transaction(async (db) => {
    await db.update(registerEntries).set({ orderText: "same" });
  });
  const again = await read();
  const then = await read(again);
  expect([again?.decisionId, then?.decisionId]).toEqual(ids.toSorted());
});

test("approvals from before the register are taken in once, as if they were decided today", async () => {
  const scene = await aScene(database());
  const id = await decideOn(scene);
  await decideOn(inArchive(scene), { kind: "reject", reason: "No" });
  const { organisationId } = scene.officer.actor;
  const kept = await findRegisterEntry(database().read, organisationId, id);
  await database().transaction(async (db) => {
    await db.delete(registerEntries);
  });
  expect(await look(scene.officer)).toMatchObject({ approvals: [], isFilling: true });
  await fillRegister({ database: database() });
  await fillRegister({ database: database() });
  expect(await findRegisterEntry(database().read, organisationId, id)).toEqual(kept);
  expect(await look(scene.officer)).toMatchObject({ approvals: [{ id }], isFilling: false });
});

test("nobody sees the register of another hospital, and no supplier has one", async () => {
  const scene = await aScene(database());
  const other = await aScene(database());
  const id = await decideOn(scene);
  expect(await idsOf(other.officer)).toEqual([]);
  expect(await idsOf(other.officer, { model: scene.modelId, after: id })).toEqual([]);
  const auditor = await colleague(scene.officer, "auditor");
  expect(await idsOf(auditor)).toEqual([id]);
  const forbidden = expect.objectContaining({ code: "forbidden" });
  await expect(look(scene.supplier)).rejects.toThrow(forbidden);
  await expect(exportRegister(scene.supplier, { file: "register.csv" })).rejects.toThrow(forbidden);
});

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Array<Uint8Array> = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

test("the files hold what the page shows, in words, and taking them along is noted", async () => {
  const scene = await aSceneOfTwo();
  const id = await decideOn(scene, WITH_CONDITION);
  await decideOn(inArchive(scene));
  const words = registerWords("en", "https://cordon.example");
  const query = { ...EVERYTHING, state: "open-conditions" };
  const csv = await presentRegisterFile(scene.officer, { file: "register.csv", query }, words);
  const [, line, ...rest] = (await bytesOf(csv.body)).toString().trim().split("\r\n");
  expect(rest).toEqual([]);
  expect(line).toContain("Approved with conditions");
  expect(line).toContain("Segment the port (Network team, by 31 Dec 2026)");
  expect(line).toContain("2026-12-31");
  expect(line).toContain(`https://cordon.example/hospital/decisions/${id}`);
  const xlsx = await presentRegisterFile(scene.officer, { file: "register.xlsx", query }, words);
  const read = await readWorkbook(await bytesOf(xlsx.body));
  expect(read.ok && read.value[0]?.rows.map(({ cells }) => cells[0])).toEqual([
    "Product",
    expect.any(String),
  ]);
  const nothing = presentRegisterFile(scene.officer, { file: "register.exe", query }, words);
  await expect(nothing).rejects.toThrow(expect.objectContaining({ code: "not-found" }));
  accepted(await exportRegister(scene.officer, { file: "register.csv" }));
  expect(refusalOf(await exportRegister(scene.officer, { file: "x" }))).toMatchObject({
    code: "invalid-input",
  });
  const [entry] = await listAuditEntries(database().read, scene.officer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "register.export", details: { file: "register.csv" } });
});
