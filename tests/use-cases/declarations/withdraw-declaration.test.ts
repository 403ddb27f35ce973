import { and, eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { presentAssessment } from "~/presenters/present-assessment.server";
import { presentDecision } from "~/presenters/present-decision.server";
import { presentRequest } from "~/presenters/present-request.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { saveEvidence } from "~/use-cases/declarations/save-evidence.server";
import { shareDeclaration } from "~/use-cases/declarations/share-declaration.server";
import { withdrawDeclaration } from "~/use-cases/declarations/withdraw-declaration.server";
import { appendPart } from "~/use-cases/files/append-part.server";
import { finishUpload } from "~/use-cases/files/finish-upload.server";
import { openUpload } from "~/use-cases/files/open-upload.server";
import { readEvidenceFile } from "~/use-cases/files/read-evidence-file.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findWithdrawal } from "~db/repositories/declaration-audience";
import { findDeclaration, listSharedDeclarations } from "~db/repositories/declarations";
import { declarations } from "~db/schema";
import { aCaller, aDatabase, aHospitalCaller } from "../../builders/database";
import { accepted, aDraft, aRequest, refusalOf, sign } from "../../builders/declaration";
import { aFileStore, aPdf } from "../../builders/files";
import { aPiece } from "../../cli/full-files";
import { aScene, decideOn, meetingLevel } from "../decisions/scene";

const database = aDatabase();
const reason = "The lock-out was tested on another build.";

test("after a withdrawal nobody can judge or decide, and what was decided on stays with all it rests on", async () => {
  const scene = await aScene(database());
  const { officer, supplier, declarationId, modelId, zoneId } = scene;
  const decisionId = await decideOn(scene);
  const before = await presentDecision(officer, decisionId);
  expect(before.withdrawal).toBeNull();
  accepted(await withdrawDeclaration(supplier, { declarationId, reason }));
  await expect(
    presentAssessment(officer, { modelId, zoneId, declarationId, requestId: null }),
  ).rejects.toMatchObject({ code: "not-found" });
  await expect(decideOn(scene)).rejects.toMatchObject({ code: "not-found" });
  const after = await presentDecision(officer, decisionId);
  expect(after.withdrawal).toEqual({ at: supplier.now.toISOString(), reason });
  expect(after.review).toEqual({ state: "needs-review", cause: "declaration-withdrawn" });
  expect(after.assessment).toEqual(before.assessment);
  expect(after.findings).toEqual(before.findings);
  expect(after.replay).toEqual(before.replay);
  const trail = await listAuditEntries(database().read, supplier.actor.organisationId, { limit: 1 });
  expect(trail[0]).toMatchObject({
    ...{ action: "declaration.withdraw", subjectId: declarationId },
    details: { withdrawnIds: [declarationId] },
  });
});

test("who only could have seen it learns nothing of the withdrawal, not even that there was one", async () => {
  const scene = await aScene(database());
  const { supplier, declarationId } = scene;
  await decideOn(scene);
  const other = await aHospitalCaller(database(), "procurement-officer");
  const ofOther = () =>
    listSharedDeclarations(database().read, other.actor.organisationId, {
      supplierId: supplier.actor.organisationId,
    });
  expect(await ofOther()).toHaveLength(1);
  accepted(await withdrawDeclaration(supplier, { declarationId, reason }));
  expect(await ofOther()).toEqual([]);
  expect(await findWithdrawal(database().read, other.actor.organisationId, declarationId)).toBeUndefined();
  const decider = scene.officer.actor.organisationId;
  expect(await findWithdrawal(database().read, decider, declarationId)).toMatchObject({ reason });
});

test("earlier versions go with it, later ones stay, and a new version can be offered again", async () => {
  const scene = await aScene(database());
  const { supplier, officer, declarationId } = scene;
  const first = await findDeclaration(database().read, supplier.actor.organisationId, declarationId);
  const releaseId = first?.releaseId ?? "";
  const seen = async () =>
    (
      await listSharedDeclarations(database().read, officer.actor.organisationId, { releaseIds: [releaseId] })
    ).map((one) => one.declarationId);
  const second = accepted(await createDeclaration(supplier, { releaseId })).id;
  await sign(supplier, second, "all-hospitals");
  expect(await seen()).toEqual([second]);
  accepted(await withdrawDeclaration(supplier, { declarationId: second, reason }));
  expect(await seen()).toEqual([]);
  const withdrawn = and(eq(declarations.releaseId, releaseId), isNotNull(declarations.withdrawnAt));
  expect(await database().read.$count(declarations, withdrawn)).toBe(2);
  const third = accepted(await createDeclaration(supplier, { releaseId })).id;
  await sign(supplier, third, "all-hospitals");
  expect(await seen()).toEqual([third]);
});

test("a request keeps the reason where its answer was, and takes another answer", async () => {
  const { supplier } = await aScene(database());
  const hospital = await aHospitalCaller(database(), "procurement-officer");
  const requestId = await aRequest(hospital, supplier.actor.organisationId);
  const draft = await aDraft(supplier, { "CR 1.1": { value: "met" } });
  const declarationId = await sign(supplier, draft);
  accepted(await acceptRequest(supplier, { requestId }));
  accepted(await answerRequest(supplier, { requestId, declarationId }));
  expect((await presentRequest(hospital, requestId)).answer).toMatchObject({ declarationId });
  accepted(await withdrawDeclaration(supplier, { declarationId, reason }));
  const page = await presentRequest(hospital, requestId);
  expect([page.answer, page.withdrawal?.reason]).toEqual([null, reason]);
  const withdrawn = { code: "already-withdrawn" };
  expect(refusalOf(await answerRequest(supplier, { requestId, declarationId }))).toEqual(withdrawn);
  expect(refusalOf(await withdrawDeclaration(supplier, { declarationId, reason }))).toEqual(withdrawn);
  expect(refusalOf(await shareDeclaration(supplier, { declarationId, visibility: "all-hospitals" }))).toEqual(
    withdrawn,
  );
  const other = await sign(supplier, await aDraft(supplier, { "CR 1.1": { value: "met" } }));
  accepted(await answerRequest(supplier, { requestId, declarationId: other }));
  expect((await presentRequest(hospital, requestId)).answer).toMatchObject({ declarationId: other });
});

test("only who may share withdraws, only what is signed, only their own, and never without a reason", async () => {
  const { supplier, declarationId } = await aScene(database());
  const { organisationId } = supplier.actor;
  const contributor = await aCaller(database(), { organisationId, kind: "supplier", roles: ["contributor"] });
  await expect(withdrawDeclaration(contributor, { declarationId, reason })).rejects.toMatchObject({
    code: "forbidden",
  });
  const stranger = (await aScene(database())).supplier;
  await expect(withdrawDeclaration(stranger, { declarationId, reason })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(refusalOf(await withdrawDeclaration(supplier, { declarationId, reason: "  " }))).toEqual({
    code: "invalid-input",
    fields: { reason: ["required"] },
  });
  const draft = await aDraft(supplier, { "CR 1.1": { value: "met" } });
  expect(refusalOf(await withdrawDeclaration(supplier, { declarationId: draft, reason }))).toEqual({
    code: "not-signed",
  });
});

test("the files of what was decided on are still handed to who decided, and to nobody else", async () => {
  const { files } = aFileStore();
  const hospital = await aScene(database());
  const supplier = { ...hospital.supplier, files };
  const draft = await aDraft(supplier, meetingLevel(1));
  const pdf = aPdf();
  const announced = { declarationId: draft, name: "report.pdf", bytes: pdf.length };
  const { id: uploadId, ticket } = accepted(await openUpload(supplier, announced));
  const part = { uploadId, ticket, offset: 0, announced: pdf.length };
  accepted(await appendPart(supplier, part, once(pdf)));
  const { sha256 } = accepted(await finishUpload(supplier, { uploadId, ticket, sha256: null }));
  const { id: _, ...evidence } = aPiece({ sha256 });
  const filed = accepted(await saveEvidence(supplier, { declarationId: draft, before: null, evidence }));
  const declarationId = await sign(supplier, draft, "all-hospitals");
  const decider = { ...hospital.officer, files };
  const other = { ...(await aHospitalCaller(database(), "procurement-officer")), files };
  const wanted = { declarationId, evidenceId: filed.evidenceId, sha256: null };
  await decideOn({ ...hospital, declarationId }, { kind: "reject", reason: "Too few rows." });
  for (const caller of [decider, other])
    expect((await readEvidenceFile(caller, wanted)).bytes).toBe(pdf.length);
  accepted(await withdrawDeclaration(supplier, { declarationId, reason }));
  const { stream, bytes } = await readEvidenceFile(decider, wanted);
  stream.destroy();
  expect(bytes).toBe(pdf.length);
  await expect(readEvidenceFile(other, wanted)).rejects.toMatchObject({ code: "not-found" });
});

async function* once(bytes: Uint8Array) {
  yield bytes;
}
