import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Letter } from "~/domain/mail/letter";
import { openIncident } from "~/use-cases/incidents/open-incident.server";
import { recordIncidentEntry } from "~/use-cases/incidents/record-incident-entry.server";
import { publishNotice } from "~/use-cases/notices/publish-notice.server";
import { recordNoticeEvent } from "~/use-cases/notices/record-notice-event.server";
import { remindOfClocks } from "~/use-cases/notices/remind-of-clocks.server";
import { saveNotice } from "~/use-cases/notices/save-notice.server";
import { NOTICE_LETTERS_PER_ADDRESS, tellHospitals } from "~/use-cases/notices/tell-hospitals.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listLettersAbout } from "~db/repositories/mail-outbox";
import { saveMember } from "~db/repositories/organisations";
import { aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { accepted, aProduct, aRequest } from "../../builders/declaration";
import { anAsset } from "../../builders/zone-model";
import { aContent, aScene, colleague, publish } from "../decisions/scene";
import { aContentOf, aPublishedNotice } from "./notice-builders";

const database = aDatabase();
const HOUR_MS = 3_600_000;
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);
const tell = (now = NOW) => tellHospitals({ database: database(), now, newId: randomUUID });
const remind = (now: Date) => remindOfClocks({ database: database(), now, newId: randomUUID });

async function toldIn({ actor }: Caller, noticeId: string) {
  const letters = await listLettersAbout(database().read, actor.organisationId, noticeId);
  return letters.map(({ recipient, letter }) => ({ recipient, letter }));
}

const movesOf = (letters: ReadonlyArray<{ letter: Letter }>) =>
  letters.map(({ letter }) => letter.kind === "notice" && letter.move).toSorted();

test("whoever may begin a record is told of publication, new versions and withdrawal, each once; a closing is no news", async () => {
  const scene = await aScene(database());
  const { supplier, engineer, modelId } = scene;
  const { releaseId } = await aProduct(supplier);
  const content = { ...aContent(), assets: [anAsset({ productReleaseId: releaseId })] };
  await publish(engineer, { modelId, number: 2, content });
  const lead = await colleague(engineer, "security-lead");
  const gone = await colleague(engineer, "administrator");
  await database().transaction((db) =>
    saveMember(db, gone.actor.organisationId, {
      ...{ personId: gone.actor.personId, roles: ["administrator"], state: "suspended", createdAt: NOW },
    }),
  );
  const stranger = await aHospitalCaller(database(), "security-lead");
  const noticeId = await aPublishedNotice(supplier, releaseId);
  await tell();
  await tell();
  const told = await toldIn(engineer, noticeId);
  expect(told.map(({ recipient }) => recipient).toSorted()).toEqual(
    [engineer, lead].map(({ actor }) => `${actor.personId}@example.test`).toSorted(),
  );
  expect(told[0]?.letter).toMatchObject({ kind: "notice", about: "advisory", move: "publish" });
  const said = JSON.stringify(told);
  for (const secret of ["Memory is read", "CVE-2026-12345", "Pump", releaseId])
    expect(said).not.toContain(secret);
  expect(await toldIn(stranger, noticeId)).toEqual([]);
  expect(await toldIn(supplier, noticeId)).toEqual([]);
  const [entry] = await listAuditEntries(database().read, engineer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "notice.tell",
    personId: null,
    details: { letters: 2, move: "publish" },
  });

  const update = { noticeId, version: 2, move: "update", reason: "A remedy", content: aContentOf(releaseId) };
  accepted(await publishNotice(supplier, update));
  accepted(await publishNotice(supplier, { noticeId, version: 3, move: "close" }));
  accepted(await publishNotice(supplier, { noticeId, version: 4, move: "withdraw", reason: "Not ours" }));
  await tell();
  expect(movesOf(await toldIn(lead, noticeId))).toEqual([
    ...["publish", "publish", "update", "update", "withdraw", "withdraw"],
  ]);
});

test("many processes at once tell everybody once, and a refused publication tells nobody", async () => {
  const [supplier, hospital] = [
    await aSupplierCaller(database(), "contributor", "signatory"),
    await aHospitalCaller(database(), "security-lead"),
  ];
  await aRequest(hospital, supplier.actor.organisationId);
  const { releaseId } = await aProduct(supplier);
  const hospitalIds = [hospital.actor.organisationId];
  for (let round = 0; round < 5; round += 1) {
    const { id } = accepted(await saveNotice(supplier, { notice: null, content: aContentOf(releaseId) }));
    const publishing = { noticeId: id, version: 1, move: "publish", hospitalIds };
    const outcomes = await Promise.all([
      publishNotice(supplier, publishing),
      publishNotice(supplier, publishing),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    await Promise.all([tell(), tell(), tell()]);
    expect(movesOf(await toldIn(hospital, id))).toEqual(["publish"]);
  }
});

test("somebody in two hospitals gets one letter, and nobody more of them in a day than a mailbox bears", async () => {
  const supplier = await aSupplierCaller(database(), "contributor", "signatory");
  const [first, second] = [
    await aHospitalCaller(database(), "security-lead"),
    await aHospitalCaller(database(), "auditor"),
  ];
  for (const hospital of [first, second]) await aRequest(hospital, supplier.actor.organisationId);
  await database().transaction((db) =>
    saveMember(db, second.actor.organisationId, {
      ...{ personId: first.actor.personId, roles: ["security-lead"], state: "active", createdAt: NOW },
    }),
  );
  const { releaseId } = await aProduct(supplier);
  const hospitalIds = [first, second].map(({ actor }) => actor.organisationId);
  const published = async (): Promise<string> => {
    const { id } = accepted(await saveNotice(supplier, { notice: null, content: aContentOf(releaseId) }));
    accepted(await publishNotice(supplier, { noticeId: id, version: 1, move: "publish", hospitalIds }));
    await tell();
    return id;
  };
  const noticeId = await published();
  expect([...(await toldIn(first, noticeId)), ...(await toldIn(second, noticeId))]).toHaveLength(1);
  const all = [noticeId];
  for (let n = 0; n < NOTICE_LETTERS_PER_ADDRESS; n += 1) all.push(await published());
  let letters = 0;
  for (const id of all) letters += (await toldIn(first, id)).length + (await toldIn(second, id)).length;
  expect(letters).toBe(NOTICE_LETTERS_PER_ADDRESS);
});

test("what was published a week ago while nobody was there to tell is told no more", async () => {
  const [supplier, hospital] = [
    await aSupplierCaller(database(), "contributor", "signatory"),
    await aHospitalCaller(database(), "security-lead"),
  ];
  await aRequest(hospital, supplier.actor.organisationId);
  const { releaseId } = await aProduct(supplier);
  const { id } = accepted(await saveNotice(supplier, { notice: null, content: aContentOf(releaseId) }));
  const hospitalIds = [hospital.actor.organisationId];
  accepted(await publishNotice(supplier, { noticeId: id, version: 1, move: "publish", hospitalIds }));
  await tell(later(7 * 24 + 1));
  await tell();
  expect(await toldIn(hospital, id)).toEqual([]);
});

async function clockLetters({ actor }: Caller) {
  const letters = await listLettersAbout(database().read, actor.organisationId, actor.organisationId);
  return letters
    .toReversed()
    .flatMap(({ recipient, letter }) => (letter.kind === "clocks" ? [{ recipient, ...letter }] : []));
}

test("a hospital is told of its clocks a quarter before the end and after it, once, and never of one that has stopped", async () => {
  const engineer = await aHospitalCaller(database(), "security-engineer");
  await colleague(engineer, "auditor");
  const record = { title: "Secret ward", description: "", involvesPersonalData: false };
  const { id: incidentId } = accepted(
    await openIncident(engineer, { ...record, detectedAt: NOW.toISOString() }),
  );
  await remind(later(17));
  expect(await clockLetters(engineer)).toEqual([]);
  await Promise.all([remind(later(19)), remind(later(19)), remind(later(19))]);
  await remind(later(20));
  const [quarter, ...more] = await clockLetters(engineer);
  expect(more).toEqual([]);
  expect(quarter).toMatchObject({
    recipient: `${engineer.actor.personId}@example.test`,
    link: { to: "incidents" },
  });
  expect(new Set(quarter?.clocks.map(({ reminder }) => reminder))).toEqual(new Set(["quarter-left"]));
  expect(JSON.stringify(quarter)).not.toContain("Secret ward");
  await remind(later(25));
  const overdue = (await clockLetters(engineer)).at(-1);
  expect(overdue?.clocks.every(({ reminder }) => reminder === "overdue")).toBe(true);
  const early = {
    incidentId,
    lastEntry: 1,
    step: "early-warning",
    happenedAt: later(26).toISOString(),
    note: "",
  };
  accepted(await recordIncidentEntry({ ...engineer, now: later(26) }, early));
  const before = (await clockLetters(engineer)).length;
  await remind(later(27));
  expect(await clockLetters(engineer)).toHaveLength(before);
});

test("a supplier is told of the clocks of its notices; a corrected beginning is told of anew, an advisory has none", async () => {
  const supplier = await aSupplierCaller(database(), "contributor", "signatory");
  const { releaseId } = await aProduct(supplier);
  const content = { ...aContentOf(releaseId), kind: "severe-incident" };
  const { id: noticeId } = accepted(await saveNotice(supplier, { notice: null, content }));
  accepted(await saveNotice(supplier, { notice: null, content: aContentOf(releaseId) }));
  const aware = (hours: number) =>
    recordNoticeEvent(
      { ...supplier, now: later(30) },
      {
        ...{ noticeId, kind: "aware", happenedAt: later(hours).toISOString() },
      },
    );
  accepted(await aware(0));
  await remind(later(20));
  await remind(later(21));
  expect(await clockLetters(supplier)).toMatchObject([{ count: 1, link: { to: "notices" } }]);
  accepted(await aware(2));
  await remind(later(22));
  expect(await clockLetters(supplier)).toHaveLength(2);
});
