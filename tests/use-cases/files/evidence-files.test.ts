import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { Evidence } from "~/domain/declaration/evidence";
import { EXPIRES_SOON_DAYS } from "~/domain/declaration/evidence-validity";
import { addDays } from "~/domain/shared/iso-date";
import { presentEvidence } from "~/presenters/present-evidence.server";
import { presentExpiring } from "~/presenters/present-expiring.server";
import { presentSupplierOverview } from "~/presenters/present-supplier-overview.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { saveEvidence } from "~/use-cases/declarations/save-evidence.server";
import { shareDeclaration } from "~/use-cases/declarations/share-declaration.server";
import { appendPart } from "~/use-cases/files/append-part.server";
import type { FileCaller } from "~/use-cases/files/find-own-upload.server";
import { finishUpload } from "~/use-cases/files/finish-upload.server";
import { openUpload } from "~/use-cases/files/open-upload.server";
import { readEvidenceFile } from "~/use-cases/files/read-evidence-file.server";
import { removeAbandonedFiles, UNUSED_DAYS } from "~/use-cases/files/remove-abandoned-files.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findDeclaration } from "~db/repositories/declarations";
import { findFile } from "~db/repositories/files";
import { findUpload } from "~db/repositories/uploads";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aDraft, aProduct, aRequest, refusalOf, sign } from "../../builders/declaration";
import { aFileStore, aPdf, aPng } from "../../builders/files";
import { aPiece } from "../../cli/full-files";

const database = aDatabase();
const { files, folder } = aFileStore();
const notFound = expect.objectContaining({ code: "not-found" });
const DAY_MS = 24 * 60 * 60 * 1000;
const ANSWER = [{ requirementId: "CR 1.1", before: null, answer: { value: "met" } }];

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function stored(caller: FileCaller, declarationId: string, bytes: Uint8Array, name = "report.pdf") {
  const announced = { declarationId, name, bytes: bytes.length };
  const { id: uploadId, ticket } = accepted(await openUpload(caller, announced));
  accepted(await appendPart(caller, { uploadId, ticket, offset: 0, announced: bytes.length }, once(bytes)));
  const kept = accepted(await finishUpload(caller, { uploadId, ticket, sha256: null }));
  return kept.sha256;
}

function form(overrides: Partial<Evidence>): Omit<Evidence, "id"> {
  const { id: _, ...evidence } = aPiece(overrides);
  return evidence;
}

async function filed(
  caller: Caller,
  declarationId: string,
  sha256: string,
  before: Evidence | null = null,
): Promise<string> {
  const values = { declarationId, before, evidence: form({ ...(before ?? {}), sha256 }) };
  return accepted(await saveEvidence(caller, values)).evidenceId;
}

async function pieceOf(caller: Caller, declarationId: string, evidenceId: string): Promise<Evidence> {
  const declaration = await findDeclaration(database().read, caller.actor.organisationId, declarationId);
  const piece = declaration?.content.evidence.find(({ id }) => id === evidenceId);
  if (!piece) throw new Error("there is no such piece");
  return piece;
}

async function bytesRead(stream: Readable): Promise<Buffer> {
  const parts: Array<Buffer> = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

async function aSupplier(): Promise<FileCaller> {
  return { ...(await aSupplierCaller(database(), "administrator", "contributor", "signatory")), files };
}

const of = (declarationId: string, evidenceId: string, sha256: string | null = null) => ({
  declarationId,
  evidenceId,
  sha256,
});

test("a file backs a piece of evidence, is handed out with the ending of what it is, and every reading is written down", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const png = aPng();
  const sha256 = await stored(caller, declarationId, png, "certificate.pdf");
  const evidenceId = await filed(caller, declarationId, sha256);
  const { stream, ...file } = await readEvidenceFile(caller, of(declarationId, evidenceId));
  expect(file).toEqual({ name: "certificate.png", mediaType: "image/png", bytes: png.length });
  expect(await bytesRead(stream)).toEqual(Buffer.from(png));
  const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "file.read",
    subjectId: declarationId,
    personId: caller.actor.personId,
    details: { evidenceId, sha256 },
  });
  expect((await presentEvidence(caller, { declarationId, edit: null })).pieces).toMatchObject([
    { id: evidenceId, file: { sha256, name: "certificate.pdf", bytes: png.length }, replaced: [] },
  ]);
});

test("evidence without a file stays what it was: its digest names no file", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const evidenceId = await filed(caller, declarationId, "ab".repeat(32));
  expect((await presentEvidence(caller, { declarationId, edit: null })).pieces).toMatchObject([
    { file: null },
  ]);
  await expect(readEvidenceFile(caller, of(declarationId, evidenceId))).rejects.toEqual(notFound);
  await expect(readEvidenceFile(caller, of(declarationId, "none"))).rejects.toEqual(notFound);
  await expect(readEvidenceFile(caller, of(declarationId, evidenceId, "cd".repeat(32)))).rejects.toEqual(
    notFound,
  );
});

test("replacing keeps the old file: listed, readable for its supplier, and with what was signed", async () => {
  const caller = await aSupplier();
  const { releaseId } = await aProduct(caller);
  const { id: declarationId } = accepted(await createDeclaration(caller, { releaseId }));
  accepted(await answerRequirements(caller, { declarationId, changes: ANSWER }));
  const first = aPdf({ filler: 1 });
  const firstSha = await stored(caller, declarationId, first, "2025.pdf");
  const evidenceId = await filed(caller, declarationId, firstSha);
  await sign(caller, declarationId, "all-hospitals");

  const { id: nextId } = accepted(await createDeclaration(caller, { releaseId }));
  const second = aPdf({ filler: 2 });
  const secondSha = await stored(caller, nextId, second, "2026.pdf");
  await filed(caller, nextId, secondSha, await pieceOf(caller, nextId, evidenceId));
  expect((await presentEvidence(caller, { declarationId: nextId, edit: null })).pieces).toMatchObject([
    { file: { sha256: secondSha }, replaced: [{ sha256: firstSha, name: "2025.pdf", bytes: first.length }] },
  ]);
  const old = await readEvidenceFile(caller, of(nextId, evidenceId, firstSha));
  expect(await bytesRead(old.stream)).toEqual(Buffer.from(first));
  const signed = await readEvidenceFile(caller, of(declarationId, evidenceId));
  expect(await bytesRead(signed.stream)).toEqual(Buffer.from(first));
  const hospital = { ...(await aHospitalCaller(database(), "auditor")), files };
  expect((await readEvidenceFile(hospital, of(declarationId, evidenceId))).name).toBe("2025.pdf");
  // The draft, its file and what was replaced are the supplier's own.
  await expect(readEvidenceFile(hospital, of(nextId, evidenceId))).rejects.toEqual(notFound);
  await expect(readEvidenceFile(hospital, of(declarationId, evidenceId, firstSha))).rejects.toEqual(notFound);
  // Back to the first: the second is the one that was replaced.
  await filed(caller, nextId, firstSha, await pieceOf(caller, nextId, evidenceId));
  expect((await presentEvidence(caller, { declarationId: nextId, edit: null })).pieces).toMatchObject([
    { file: { sha256: firstSha }, replaced: [{ sha256: secondSha }] },
  ]);
});

test("one file backs many pieces and many products, and is stored once", async () => {
  const caller = await aSupplier();
  const one = await aDraft(caller);
  const sha256 = await stored(caller, one, aPdf(), "audit.pdf");
  await filed(caller, one, sha256);
  await filed(caller, one, sha256);
  const other = await aDraft(caller);
  const begun = await presentEvidence(caller, { declarationId: other, edit: "new", file: sha256 });
  expect(begun.template).toMatchObject({ sha256, issuer: aPiece().issuer, scheme: aPiece().scheme });
  expect(begun.stored).toMatchObject([{ sha256, name: "audit.pdf", products: [expect.any(String)] }]);
  const evidenceId = await filed(caller, other, sha256);
  const sheet = await presentEvidence(caller, { declarationId: other, edit: null });
  expect(sheet.stored[0]?.products).toHaveLength(2);
  expect((await readEvidenceFile(caller, of(other, evidenceId))).name).toBe("audit.pdf");
  expect(await stored(caller, other, aPdf(), "again.pdf")).toBe(sha256);
  expect((await findFile(database().read, caller.actor.organisationId, sha256))?.name).toBe("audit.pdf");
});

test("a hospital reads the file of what is shared with it, another one does not, and not after it was withdrawn", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller, { "CR 1.1": { value: "met" } });
  const sha256 = await stored(caller, declarationId, aPdf());
  const evidenceId = await filed(caller, declarationId, sha256);
  const asking = { ...(await aHospitalCaller(database(), "procurement-officer")), files };
  const other = { ...(await aHospitalCaller(database(), "procurement-officer")), files };
  await aRequest(asking, caller.actor.organisationId, { state: "accepted" });
  const wanted = of(declarationId, evidenceId);
  await expect(readEvidenceFile(asking, wanted)).rejects.toEqual(notFound);
  await sign(caller, declarationId, "requesting-hospitals");
  expect((await readEvidenceFile(asking, wanted)).bytes).toBe(aPdf().length);
  await expect(readEvidenceFile(other, wanted)).rejects.toEqual(notFound);
  const stranger = await aSupplier();
  await expect(readEvidenceFile(stranger, wanted)).rejects.toEqual(notFound);
  const [entry] = await listAuditEntries(database().read, asking.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "file.read", subjectId: declarationId, details: { sha256 } });
  expect(await listAuditEntries(database().read, other.actor.organisationId, { limit: 5 })).toEqual([]);
  accepted(await shareDeclaration(caller, { declarationId, visibility: "private" }));
  await expect(readEvidenceFile(asking, wanted)).rejects.toEqual(notFound);
});

test("what a request was answered with stays readable to who asked, whatever is shared later", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller, { "CR 1.1": { value: "met" } });
  const sha256 = await stored(caller, declarationId, aPdf());
  const evidenceId = await filed(caller, declarationId, sha256);
  const asking = { ...(await aHospitalCaller(database(), "procurement-officer")), files };
  const requestId = await aRequest(asking, caller.actor.organisationId, { state: "accepted" });
  await sign(caller, declarationId);
  accepted(await answerRequest(caller, { requestId, declarationId }));
  accepted(await shareDeclaration(caller, { declarationId, visibility: "private" }));
  expect((await readEvidenceFile(asking, of(declarationId, evidenceId))).bytes).toBe(aPdf().length);
});

test("a digest of another supplier's file gives nothing: files are found among the own ones alone", async () => {
  const owner = await aSupplier();
  const sha256 = await stored(owner, await aDraft(owner), aPdf({ filler: 3 }));
  const thief = await aSupplier();
  const declarationId = await aDraft(thief);
  const evidenceId = await filed(thief, declarationId, sha256);
  await expect(readEvidenceFile(thief, of(declarationId, evidenceId))).rejects.toEqual(notFound);
  const sheet = await presentEvidence(thief, { declarationId, edit: "new", file: sha256 });
  expect([sheet.stored, sheet.pieces[0]?.file]).toEqual([[], null]);
});

test("a file whose bytes are not the ones that were kept is not handed out", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const sha256 = await stored(caller, declarationId, aPdf({ filler: 4 }));
  const evidenceId = await filed(caller, declarationId, sha256);
  const kept = path.join(folder, "kept", caller.actor.organisationId, sha256.slice(0, 2), sha256);
  const unavailable = expect.objectContaining({ code: "unavailable" });
  await fs.appendFile(kept, "x");
  await expect(readEvidenceFile(caller, of(declarationId, evidenceId))).rejects.toEqual(unavailable);
  await fs.rm(kept);
  await expect(readEvidenceFile(caller, of(declarationId, evidenceId))).rejects.toEqual(unavailable);
});

test("abandoned uploads and files that nothing ever used are removed, and nothing else", async () => {
  const caller = await aSupplier();
  const { organisationId } = caller.actor;
  const declarationId = await aDraft(caller);
  const announced = { declarationId, name: "a.pdf", bytes: 10 };
  const { id: uploadId, ticket } = accepted(await openUpload(caller, announced));
  accepted(await appendPart(caller, { uploadId, ticket, offset: 0, announced: 4 }, once(new Uint8Array(4))));
  const unused = await stored(caller, declarationId, aPdf({ filler: 5 }));
  const used = await stored(caller, declarationId, aPdf({ filler: 6 }));
  const removed = await filed(caller, declarationId, used);
  await filed(
    caller,
    declarationId,
    await stored(caller, declarationId, aPdf({ filler: 7 })),
    await pieceOf(caller, declarationId, removed),
  );
  const part = path.join(folder, "incoming", organisationId, `${uploadId}.part`);
  const keptOf = (sha256: string) => path.join(folder, "kept", organisationId, sha256.slice(0, 2), sha256);
  const exists = (file: string) =>
    fs.access(file).then(
      () => true,
      () => false,
    );
  const tidy = (days: number) =>
    removeAbandonedFiles({
      database: database(),
      files,
      now: new Date(caller.now.getTime() + days * DAY_MS),
    });
  // The clock of the tests stands; the files' does not.
  const { atime } = await fs.stat(keptOf(unused));
  await fs.utimes(keptOf(unused), atime, caller.now);

  await tidy(0);
  expect([await exists(part), await exists(keptOf(unused))]).toEqual([true, true]);
  await tidy(1.01);
  expect(await findUpload(database().read, organisationId, uploadId)).toBeUndefined();
  expect([await exists(part), await exists(keptOf(unused))]).toEqual([false, true]);
  await tidy(UNUSED_DAYS + 1);
  expect(await findFile(database().read, organisationId, unused)).toBeUndefined();
  expect([await exists(keptOf(unused)), await exists(keptOf(used))]).toEqual([false, true]);
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "file.forget", subjectId: unused, personId: null });
  await tidy(365);
  expect(await exists(keptOf(used))).toBe(true);
});

test("what came anew while it was being forgotten stays", async () => {
  const caller = await aSupplier();
  const sha256 = await stored(caller, await aDraft(caller), aPdf({ filler: 8 }));
  const key = { organisationId: caller.actor.organisationId, sha256 };
  await files.removeKept(key, new Date(0));
  const found = await files.read(key);
  expect(found?.bytes).toBe(aPdf({ filler: 8 }).length);
  found?.stream.destroy();
});

test("evidence that expires stands on the overview: of the newest version of each release, soonest first", async () => {
  const caller = await aSupplier();
  const today = "2026-11-21";
  const declarationId = await aDraft(caller, { "CR 1.1": { value: "met" } });
  const put = (title: string, validUntil: string | null) =>
    saveEvidence(caller, {
      declarationId,
      before: null,
      evidence: form({ title, validFrom: null, validUntil }),
    });
  accepted(await put("later", addDays(today, EXPIRES_SOON_DAYS + 1)));
  accepted(await put("soon", addDays(today, EXPIRES_SOON_DAYS)));
  accepted(await put("today", today));
  accepted(await put("over", addDays(today, -1)));
  accepted(await put("ever", null));
  const { entries: expiring } = await presentExpiring(caller);
  expect(expiring.map(({ name, validity }) => [name, validity])).toEqual([
    ["over", { state: "expired", days: 1 }],
    ["today", { state: "expires-soon", days: 0 }],
    ["soon", { state: "expires-soon", days: EXPIRES_SOON_DAYS }],
  ]);
  const { sections } = await presentSupplierOverview(caller);
  const waiting = sections.find(({ key }) => key === "expiring");
  expect([waiting?.count, waiting?.entries[0]?.id, waiting?.entries[0]?.title]).toEqual([
    3,
    declarationId,
    "over",
  ]);
  // A new version without it needs it no more.
  await sign(caller, declarationId);
  const signed = await findDeclaration(database().read, caller.actor.organisationId, declarationId);
  accepted(await createDeclaration(caller, { releaseId: signed?.releaseId }));
  const after = await presentExpiring(caller);
  expect(new Set(after.entries.map((piece) => piece.declarationId)).has(declarationId)).toBe(false);
});

test("nothing signed takes another file", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller, { "CR 1.1": { value: "met" } });
  const evidenceId = await filed(
    caller,
    declarationId,
    await stored(caller, declarationId, aPdf({ filler: 9 })),
  );
  const before = await pieceOf(caller, declarationId, evidenceId);
  await sign(caller, declarationId);
  const sha256 = createHash("sha256").update("x").digest("hex");
  const late = { declarationId, before, evidence: form({ sha256 }) };
  expect(refusalOf(await saveEvidence(caller, late))).toEqual({ code: "not-a-draft" });
});
