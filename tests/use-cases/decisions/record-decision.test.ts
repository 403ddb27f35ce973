import { expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import { recordDecision } from "~/use-cases/decisions/record-decision.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { findAssessment } from "~db/repositories/assessments";
import { listAuditEntries } from "~db/repositories/audit";
import { findDecision, listConditions, listCurrentDecisions } from "~db/repositories/decisions";
import { findDeclaration } from "~db/repositories/declarations";
import { findRequest } from "~db/repositories/intake-requests";
import { aDatabase, aHospitalCaller, NOW } from "../../builders/database";
import { accepted, refusalOf, sign } from "../../builders/declaration";
import {
  aContent,
  aForm,
  aScene,
  colleague,
  daysLater,
  decideOn,
  meetingLevel,
  ONE_CONDITION,
  publish,
  type Scene,
} from "./scene";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

async function anAnsweredRequest(scene: Scene): Promise<string> {
  const { officer, supplier, modelId, zoneId, declarationId } = scene;
  const values = {
    modelId,
    zoneId,
    supplierId: supplier.actor.organisationId,
    subject: "Pump",
    message: "",
    dueOn: "2026-12-24",
  };
  const { id: requestId } = accepted(await createRequest(officer, values));
  accepted(await acceptRequest(supplier, { requestId }));
  accepted(await answerRequest(supplier, { requestId, declarationId }));
  return requestId;
}

test("a decision freezes profile, declaration and result, and is bound to their fingerprint", async () => {
  const scene = await aScene(database());
  const { organisationId, personId } = scene.officer.actor;
  const form = await aForm(scene);
  const { id } = accepted(await recordDecision(scene.officer, form));
  const decision = await findDecision(database().read, organisationId, id);
  expect(decision).toMatchObject({
    kind: "approve",
    decidedBy: personId,
    decidedAt: NOW,
    isCurrent: true,
    fingerprint: form.fingerprint,
    revisionNumber: 1,
    declarationVersion: 1,
  });
  const frozen = await findAssessment(database().read, organisationId, decision?.assessmentId ?? "");
  const declaration = await findDeclaration(
    database().read,
    scene.supplier.actor.organisationId,
    scene.declarationId,
  );
  expect(frozen?.declaration).toEqual(declaration?.content);
  expect(frozen?.profile.slTarget).toEqual(flatVector(1));
  expect(frozen?.result).toMatchObject({
    verdict: "conforms",
    fingerprint: form.fingerprint,
    asOf: "2026-11-21",
  });
});

test("a decision tells the audit trail what was decided on what", async () => {
  const scene = await aScene(database());
  const form = await aForm(scene);
  const id = await decideOn(scene);
  const [entry] = await listAuditEntries(database().read, scene.officer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "decision.record",
    subjectId: id,
    personId: scene.officer.actor.personId,
  });
  expect(entry?.details).toMatchObject({
    kind: "approve",
    fingerprint: form.fingerprint,
    zoneId: scene.zoneId,
  });
});

test("only procurement decides", async () => {
  const scene = await aScene(database());
  const form = await aForm(scene);
  for (const role of ["administrator", "security-engineer", "security-lead", "auditor"] as const)
    await expect(recordDecision(await colleague(scene.officer, role), form)).rejects.toThrow(forbidden);
  await expect(recordDecision(scene.supplier, form)).rejects.toThrow(forbidden);
});

test("model, zone, declaration and request of others are not found", async () => {
  const scene = await aScene(database());
  const form = await aForm(scene);
  const other = await aScene(database());
  const otherRequest = await anAnsweredRequest(other);
  const stranger = await aHospitalCaller(database(), "procurement-officer");
  await expect(recordDecision(stranger, form)).rejects.toThrow(notFound);
  await expect(recordDecision(scene.officer, { ...form, modelId: other.modelId })).rejects.toThrow(notFound);
  await expect(recordDecision(scene.officer, { ...form, zoneId: "nowhere" })).rejects.toThrow(notFound);
  await expect(recordDecision(scene.officer, { ...form, declarationId: "none" })).rejects.toThrow(notFound);
  await expect(recordDecision(scene.officer, { ...form, requestId: otherRequest })).rejects.toThrow(notFound);
  expect(
    await listCurrentDecisions(database().read, scene.officer.actor.organisationId, { limit: 5 }),
  ).toEqual([]);
});

test("what does not conform is approved only with conditions and a reason", async () => {
  const scene = await aScene(database(), { zone: { slTarget: flatVector(2) } });
  const form = await aForm(scene);
  expect(refusalOf(await recordDecision(scene.officer, form))).toMatchObject({
    code: "verdict-forbids-approval",
  });
  const withConditions = { ...form, kind: "approve-with-conditions", reason: "Needed now" };
  expect(refusalOf(await recordDecision(scene.officer, withConditions))).toEqual({
    code: "conditions-missing",
  });
  const { id } = accepted(
    await recordDecision(scene.officer, { ...withConditions, conditions: ONE_CONDITION }),
  );
  expect(await listConditions(database().read, scene.officer.actor.organisationId, [id])).toMatchObject([
    { text: "Segment the port", owner: "Network team", dueOn: "2026-12-31", completedAt: null },
  ]);
});

test("errors name the condition row that the person sees, and nothing is written", async () => {
  const scene = await aScene(database());
  const form = { ...(await aForm(scene)), kind: "approve-with-conditions", reason: "" };
  const blank = { text: "", owner: " ", dueOn: "" };
  const half = await recordDecision(scene.officer, {
    ...form,
    conditions: { "0": blank, "2": { ...blank, text: "Do" } },
  });
  expect(refusalOf(half)).toEqual({
    code: "invalid-input",
    fields: { "conditions.2.owner": ["required"], "conditions.2.dueOn": ["invalid-date"] },
  });
  const past = { ...ONE_CONDITION["0"], dueOn: "2026-11-20" };
  const late = await recordDecision(scene.officer, { ...form, conditions: { "0": blank, "3": past } });
  expect(refusalOf(late)).toMatchObject({ fields: { "conditions.3.dueOn": ["in-the-past"] } });
  const many = await recordDecision(scene.officer, {
    ...form,
    conditions: { "99999999": ONE_CONDITION["0"] },
  });
  expect(refusalOf(many)).toMatchObject({ code: "invalid-input" });
  const rejected = await recordDecision(scene.officer, { ...form, kind: "reject" });
  expect(refusalOf(rejected)).toMatchObject({ fields: { reason: ["required"] } });
  expect(
    await listCurrentDecisions(database().read, scene.officer.actor.organisationId, { limit: 5 }),
  ).toEqual([]);
});

test("a decision on what a new revision has changed is refused with the difference", async () => {
  const scene = await aScene(database());
  const form = await aForm(scene);
  await publish(scene.engineer, {
    modelId: scene.modelId,
    number: 2,
    content: aContent({ slTarget: flatVector(2) }),
  });
  const refusal = refusalOf(await recordDecision(scene.officer, form));
  expect(refusal).toMatchObject({
    code: "assessment-changed",
    revisionNumber: { before: 1, after: 2 },
    difference: { verdict: { before: "conforms", after: "incomplete" } },
  });
  expect(
    await listCurrentDecisions(database().read, scene.officer.actor.organisationId, { limit: 5 }),
  ).toEqual([]);
});

test("a fingerprint that nobody could have seen is refused", async () => {
  const scene = await aScene(database());
  const form = { ...(await aForm(scene)), fingerprint: "0".repeat(64) };
  expect(refusalOf(await recordDecision(scene.officer, form))).toMatchObject({
    code: "assessment-changed",
    difference: null,
  });
});

test("a new revision that leaves the zone as it was does not stand in the way", async () => {
  const scene = await aScene(database());
  const form = await aForm(scene);
  await publish(scene.engineer, {
    modelId: scene.modelId,
    number: 2,
    content: aContent({ name: "Renamed" }),
  });
  const { id } = accepted(await recordDecision(scene.officer, form));
  expect(await findDecision(database().read, scene.officer.actor.organisationId, id)).toMatchObject({
    revisionNumber: 2,
    zoneName: "Renamed",
  });
});

test("a page left open over night is still good where only the date has changed", async () => {
  const scene = await aScene(database());
  const form = await aForm(scene);
  const { id, fingerprint } = accepted(await recordDecision(daysLater(scene.officer, 1), form));
  expect(fingerprint).not.toBe(form.fingerprint);
  expect(await findDecision(database().read, scene.officer.actor.organisationId, id)).toMatchObject({
    asOf: "2026-11-22",
    fingerprint,
  });
});

test("only the newest declaration of a release is decided on", async () => {
  const scene = await aScene(database());
  const form = await aForm(scene);
  const first = await findDeclaration(
    database().read,
    scene.supplier.actor.organisationId,
    scene.declarationId,
  );
  const next = accepted(await createDeclaration(scene.supplier, { releaseId: first?.releaseId ?? "" }));
  await sign(scene.supplier, next.id, "all-hospitals");
  expect(refusalOf(await recordDecision(scene.officer, form))).toEqual({
    code: "newer-declaration",
    declarationId: next.id,
    declarationVersion: 2,
  });
});

test("a later decision takes the place of the earlier one, which stays as it was", async () => {
  const scene = await aScene(database());
  const { organisationId } = scene.officer.actor;
  const first = await decideOn(scene);
  const before = await findDecision(database().read, organisationId, first);
  const second = await decideOn(scene, { kind: "reject", reason: "Too loud" });
  expect(await findDecision(database().read, organisationId, first)).toEqual({ ...before, isCurrent: false });
  const standing = await listCurrentDecisions(database().read, organisationId, { limit: 5 });
  expect(standing.map(({ id }) => id)).toEqual([second]);
});

test("a decision moves its request to decided, a return back to the supplier", async () => {
  const scene = await aScene(database());
  const { organisationId } = scene.officer.actor;
  const requestId = await anAnsweredRequest(scene);
  const returned = await decideOn(scene, {
    requestId,
    kind: "return-for-changes",
    reason: "Answer CR 1.1 in detail",
  });
  expect(await findRequest(database().read, organisationId, requestId)).toMatchObject({ state: "accepted" });
  expect(await findDecision(database().read, organisationId, returned)).toMatchObject({ requestId });
  const tooEarly = await recordDecision(scene.officer, { ...(await aForm(scene)), requestId });
  expect(refusalOf(tooEarly)).toMatchObject({ code: "not-in-this-state", state: "accepted" });
  accepted(await answerRequest(scene.supplier, { requestId, declarationId: scene.declarationId }));
  await decideOn(scene);
  expect(await findRequest(database().read, organisationId, requestId)).toMatchObject({ state: "decided" });
});

test("two decisions at once leave one that stands", async () => {
  const scene = await aScene(database(), { answers: meetingLevel(1) });
  const form = await aForm(scene);
  const other = await colleague(scene.officer, "procurement-officer");
  const rejection = { ...form, kind: "reject", reason: "No" };
  await Promise.all([recordDecision(scene.officer, form), recordDecision(other, rejection)]);
  expect(
    await listCurrentDecisions(database().read, scene.officer.actor.organisationId, { limit: 5 }),
  ).toHaveLength(1);
});
