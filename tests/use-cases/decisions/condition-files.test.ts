import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { MOST_ATTACHMENTS } from "~/domain/procurement/attachment";
import { presentDecision } from "~/presenters/present-decision.server";
import { openAttachment } from "~/use-cases/attachments/open-attachment.server";
import { readConditionFile } from "~/use-cases/attachments/read-condition-file.server";
import { completeCondition } from "~/use-cases/decisions/complete-condition.server";
import { removeAbandonedFiles } from "~/use-cases/files/remove-abandoned-files.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listConditionFiles } from "~db/repositories/condition-files";
import { findCondition, listConditions } from "~db/repositories/decisions";
import { findFile, sumFileBytes } from "~db/repositories/files";
import { aDatabase, NOW } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aFileStore } from "../../builders/files";
import { anAttachment } from "../tenders/attaching";
import { aScene, colleague, daysLater, decideOn, ONE_CONDITION, type Scene } from "./scene";

const database = aDatabase();
const { files } = aFileStore();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

async function aConditionOf(scene: Scene) {
  const decisionId = await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  const [condition] = await listConditions(database().read, scene.officer.actor.organisationId, [decisionId]);
  return { decisionId, conditionId: condition?.id ?? "", note: "Ticket 4711" };
}

/** A condition that was completed with two files. */
async function aProvedCondition() {
  const scene = await aScene(database());
  const officer = { ...scene.officer, files };
  const values = await aConditionOf(scene);
  const [report, photo] = [
    await anAttachment(officer, { purpose: "condition", name: "Report.pdf", filler: 3 }),
    await anAttachment(officer, { purpose: "condition", name: "Cabinet.pdf", filler: 4 }),
  ];
  accepted(await completeCondition(officer, { ...values, attachments: [report.posted, photo.posted] }));
  return { scene, officer, values, report, photo };
}

test("a condition is completed with its files: who attached which, when, how large and with which digest", async () => {
  const { officer, values, report, photo } = await aProvedCondition();
  const { organisationId } = officer.actor;
  const { conditions } = await presentDecision(officer, values.decisionId);
  const shown = { attachedByName: conditions[0]?.completedByName, attachedAt: NOW.toISOString() };
  expect(conditions[0]?.files).toEqual([
    { sha256: report.sha256, name: "Report.pdf", bytes: report.bytes.length, ...shown },
    { sha256: photo.sha256, name: "Cabinet.pdf", bytes: photo.bytes.length, ...shown },
  ]);
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "condition.complete", subjectId: values.conditionId },
    details: { decisionId: values.decisionId, files: [report.sha256, photo.sha256] },
  });
});

test("everybody of the hospital saves the very bytes, nobody else does, and the log says who took which", async () => {
  const { scene, officer, values, report } = await aProvedCondition();
  const { decisionId, conditionId } = values;
  const wanted = { decisionId, conditionId, sha256: report.sha256 };
  for (const role of ["administrator", "security-engineer", "security-lead", "auditor"] as const) {
    const caller = { ...(await colleague(scene.officer, role)), files };
    const handed = await readConditionFile(caller, wanted);
    expect(handed).toMatchObject({ name: "Report.pdf", mediaType: "application/pdf" });
    expect(await buffer(handed.stream)).toEqual(Buffer.from(report.bytes));
    const { organisationId, personId } = caller.actor;
    const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
    expect(entry).toMatchObject({
      ...{ action: "condition-file.read", subjectId: conditionId, personId },
      details: { decisionId, sha256: report.sha256 },
    });
  }
  await expect(readConditionFile({ ...scene.supplier, files }, wanted)).rejects.toThrow(forbidden);
  const other = await aProvedCondition();
  await expect(readConditionFile(other.officer, wanted)).rejects.toThrow(notFound);
  for (const wrong of [
    { sha256: other.photo.sha256.replace(/^./, "g") },
    { conditionId: other.values.conditionId },
    { decisionId: other.values.decisionId },
    { sha256: 1 },
  ])
    await expect(readConditionFile(officer, { ...wanted, ...wrong })).rejects.toThrow(notFound);
});

test("what a completion rests on stays: nothing is added to it, and nothing of it is tidied away", async () => {
  const { officer, values, report, photo } = await aProvedCondition();
  const { organisationId } = officer.actor;
  const late = await anAttachment(officer, { purpose: "condition", filler: 9 });
  expect(refusalOf(await completeCondition(officer, { ...values, attachments: late.posted }))).toMatchObject({
    code: "already-completed",
  });
  await removeAbandonedFiles({ database: database(), files, now: daysLater(officer, 30).now });
  const left = await listConditionFiles(database().read, organisationId, [values.conditionId]);
  expect(left.map(({ sha256 }) => sha256)).toEqual([report.sha256, photo.sha256]);
  expect(await files.locate({ organisationId, sha256: report.sha256 })).toBeDefined();
  expect(await findFile(database().read, organisationId, late.sha256)).toBeUndefined();
  expect(await sumFileBytes(database().read, organisationId)).toBe(report.bytes.length + photo.bytes.length);
});

test("only files of the hospital's own store complete a condition, and not too many of them", async () => {
  const scene = await aScene(database());
  const values = await aConditionOf(scene);
  const { organisationId } = scene.officer.actor;
  const other = await aProvedCondition();
  const many = Array.from(
    { length: MOST_ATTACHMENTS + 1 },
    (_, place) => `${String(place).padStart(64, "0")}/a.pdf`,
  );
  for (const [attachments, fields] of [
    [`${"f".repeat(64)}/a.pdf`, { attachments: ["unknown-file"] }],
    // Its bytes are in another hospital's store.
    [other.photo.posted, { attachments: ["unknown-file"] }],
    ["no digest/a.pdf", { "attachments.0": ["invalid"] }],
    [many, { attachments: ["too-many-files"] }],
  ] as const)
    expect(refusalOf(await completeCondition(scene.officer, { ...values, attachments }))).toEqual({
      ...{ code: "invalid-input", fields },
    });
  expect(await findCondition(database().read, organisationId, values.conditionId)).toMatchObject({
    completedAt: null,
  });
});

test("only who may complete conditions sends files for them", async () => {
  const scene = await aScene(database());
  const announced = { purpose: "condition", name: "a.pdf", bytes: 10 };
  for (const role of ["administrator", "security-engineer", "security-lead", "auditor"] as const)
    await expect(
      openAttachment({ ...(await colleague(scene.officer, role)), files }, announced),
    ).rejects.toThrow(forbidden);
  await expect(openAttachment({ ...scene.supplier, files }, announced)).rejects.toThrow(forbidden);
  accepted(await openAttachment({ ...scene.officer, files }, announced));
  expect(
    refusalOf(await openAttachment({ ...scene.officer, files }, { ...announced, purpose: "other" })),
  ).toMatchObject({ code: "invalid-input" });
});
