import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { MAX_FILE_BYTES, MAX_OPEN_UPLOADS } from "~/domain/files/limits";
import { openFileStore } from "~/files/file-store.server";
import { appendPart } from "~/use-cases/files/append-part.server";
import { cancelUpload } from "~/use-cases/files/cancel-upload.server";
import { findUploadProgress } from "~/use-cases/files/find-upload-progress.server";
import { finishUpload } from "~/use-cases/files/finish-upload.server";
import { openUpload } from "~/use-cases/files/open-upload.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findFile } from "~db/repositories/files";
import { findUpload } from "~db/repositories/uploads";
import { aCaller, aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aDraft, aSignedDeclaration, refusalOf } from "../../builders/declaration";
import { aFileStore, aPdf, aWorkbook, bytesOf } from "../../builders/files";

const database = aDatabase();
const { files, folder } = aFileStore();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const unavailable = expect.objectContaining({ code: "unavailable" });
const DAY_MS = 24 * 60 * 60 * 1000;

const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
async function* piecesOf(...pieces: ReadonlyArray<Uint8Array>) {
  yield* pieces;
}
/** A line that is cut after these bytes. */
async function* cutAfter(...pieces: ReadonlyArray<Uint8Array>) {
  yield* pieces;
  throw new Error("aborted");
}

async function aContributor() {
  const caller = await aSupplierCaller(database(), "contributor");
  return { caller: { ...caller, files }, declarationId: await aDraft(caller) };
}

type Own = Awaited<ReturnType<typeof aContributor>>;

async function opened({ caller, declarationId }: Own, bytes: number, name = "certificate.pdf") {
  const { id, ticket } = accepted(await openUpload(caller, { declarationId, name, bytes }));
  return { uploadId: id, ticket };
}

const partOf = (caller: Caller, uploadId: string) =>
  path.join(folder, "incoming", caller.actor.organisationId, `${uploadId}.part`);
const keptOf = (caller: Caller, sha256: string) =>
  path.join(folder, "kept", caller.actor.organisationId, sha256.slice(0, 2), sha256);
const exists = (file: string) =>
  fs.access(file).then(
    () => true,
    () => false,
  );

async function sent(own: Own, bytes: Uint8Array, name?: string) {
  const ticket = await opened(own, bytes.length, name);
  accepted(await appendPart(own.caller, { ...ticket, offset: 0, announced: bytes.length }, piecesOf(bytes)));
  return ticket;
}

test("a file comes in parts, is hashed, looked at and kept under its digest", async () => {
  const own = await aContributor();
  const { caller } = own;
  const pdf = aPdf({ filler: 20_000 });
  const sha256 = sha256Of(pdf);
  const ticket = await opened(own, pdf.length);
  const first = { ...ticket, offset: 0, announced: null };
  expect(
    accepted(await appendPart(caller, first, piecesOf(pdf.subarray(0, 10), pdf.subarray(10, 5_000)))),
  ).toEqual({ offset: 5_000 });
  const rest = { ...ticket, offset: 5_000, announced: pdf.length - 5_000 };
  expect(accepted(await appendPart(caller, rest, piecesOf(pdf.subarray(5_000))))).toEqual({
    offset: pdf.length,
  });
  const kept = {
    id: ticket.uploadId,
    sha256,
    name: "certificate.pdf",
    bytes: pdf.length,
    mediaType: "application/pdf",
  };
  expect(accepted(await finishUpload(caller, { ...ticket, sha256 }))).toEqual(kept);
  expect(await fs.readFile(keptOf(caller, sha256))).toEqual(Buffer.from(pdf));
  expect((await fs.stat(keptOf(caller, sha256))).mode & 0o777).toBe(0o600);
  expect(await exists(partOf(caller, ticket.uploadId))).toBe(false);
  expect(await findFile(database().read, caller.actor.organisationId, sha256)).toMatchObject({
    name: "certificate.pdf",
    mediaType: "application/pdf",
    createdBy: caller.actor.personId,
  });
  const entries = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 2 });
  expect(entries.map(({ action, details }) => [action, details])).toEqual([
    ["file.upload", { step: "kept", sha256, mediaType: "application/pdf", bytes: pdf.length }],
    ["file.upload", { step: "opened", declarationId: own.declarationId, bytes: pdf.length }],
  ]);
  expect(JSON.stringify(entries)).not.toContain(ticket.ticket);
  // The answer was lost: asked again, it is the same, and nothing more happens.
  expect(accepted(await finishUpload(caller, { ...ticket, sha256 }))).toEqual(kept);
});

test("what came before a cut stays, and one goes on from there", async () => {
  const own = await aContributor();
  const { caller } = own;
  const pdf = aPdf({ filler: 9_000 });
  const ticket = await opened(own, pdf.length);
  const part = { ...ticket, offset: 0, announced: pdf.length };
  accepted(await appendPart(caller, part, cutAfter(pdf.subarray(0, 3_000))));
  expect(await findUploadProgress(caller, ticket)).toMatchObject({
    ...{ state: "receiving", offset: 3_000, bytes: pdf.length },
    sha256: sha256Of(pdf.subarray(0, 3_000)),
  });
  expect(refusalOf(await finishUpload(caller, { ...ticket, sha256: null }))).toEqual({
    code: "incomplete",
    offset: 3_000,
  });
  for (const offset of [0, 2_999, 3_001, pdf.length])
    expect(
      refusalOf(await appendPart(caller, { ...ticket, offset, announced: 1 }, piecesOf(bytesOf("x")))),
    ).toEqual({ code: "wrong-offset", offset: 3_000 });
  const rest = { ...ticket, offset: 3_000, announced: pdf.length - 3_000 };
  accepted(await appendPart(caller, rest, piecesOf(pdf.subarray(3_000))));
  expect(accepted(await finishUpload(caller, { ...ticket, sha256: sha256Of(pdf) })).sha256).toBe(
    sha256Of(pdf),
  );
});

test("somebody who comes back goes on while the request that was cut still hangs", async () => {
  const own = await aContributor();
  const { caller } = own;
  const pdf = aPdf();
  const ticket = await opened(own, pdf.length);
  let isHanging = () => {};
  const hangs = new Promise<void>((resolve) => {
    isHanging = resolve;
  });
  async function* hanging() {
    yield pdf.subarray(0, 100);
    isHanging();
    await new Promise(() => {});
  }
  const dead = appendPart(caller, { ...ticket, offset: 0, announced: pdf.length }, hanging());
  await hangs;
  const rest = { ...ticket, offset: 100, announced: pdf.length - 100 };
  expect(accepted(await appendPart(caller, rest, piecesOf(pdf.subarray(100))))).toEqual({
    offset: pdf.length,
  });
  expect(accepted(await dead)).toEqual({ offset: 100 });
  expect(accepted(await finishUpload(caller, { ...ticket, sha256: sha256Of(pdf) })).bytes).toBe(pdf.length);
});

test("more than was announced is not taken, and nothing of it stays", async () => {
  const own = await aContributor();
  const { caller } = own;
  const ticket = await opened(own, 10);
  const over = { code: "larger-than-announced", bytes: 10 };
  const part = { ...ticket, offset: 0 };
  expect(refusalOf(await appendPart(caller, { ...part, announced: 11 }, piecesOf()))).toEqual(over);
  const pieces = () => piecesOf(bytesOf("123456789"), bytesOf("ab"));
  expect(refusalOf(await appendPart(caller, { ...part, announced: null }, pieces()))).toEqual(over);
  expect((await findUploadProgress(caller, ticket)).offset).toBe(0);
  const huge = { ...part, announced: 5 * 1024 * 1024 };
  expect(refusalOf(await appendPart(caller, huge, piecesOf()))).toMatchObject({ code: "invalid-input" });
});

test.each([
  ["nothing", 0, { code: "invalid-input", fields: { bytes: ["empty-file"] } }],
  ["too much", MAX_FILE_BYTES + 1, { code: "file-too-large", limit: MAX_FILE_BYTES }],
  ["half a byte", 1.5, { code: "invalid-input", fields: { bytes: ["invalid"] } }],
  ["a text", "10", { code: "invalid-input", fields: { bytes: ["invalid"] } }],
])("%s cannot be announced", async (_, bytes, refusal) => {
  const { caller, declarationId } = await aContributor();
  expect(refusalOf(await openUpload(caller, { declarationId, name: "a.pdf", bytes }))).toEqual(refusal);
});

test.each([
  ["", "required"],
  ["../../etc/passwd", "file-name-path"],
  ["a\\b.pdf", "file-name-path"],
  ["..", "file-name-path"],
  ["CON.pdf", "file-name-path"],
  ["invoice\u202Efdp.exe", "deceptive-characters"],
  ["a\u0000b.pdf", "deceptive-characters"],
  ["a\r\nX.pdf", "deceptive-characters"],
  ["x".repeat(151), "file-name-too-long"],
])("the name %j is refused", async (name, error) => {
  const { caller, declarationId } = await aContributor();
  expect(refusalOf(await openUpload(caller, { declarationId, name, bytes: 1 }))).toEqual({
    code: "invalid-input",
    fields: { name: [error] },
  });
});

test("a supplier has so many uploads under way and no more; a cancelled one makes room", async () => {
  const own = await aContributor();
  const tickets = [];
  for (let count = 0; count < MAX_OPEN_UPLOADS; count += 1) tickets.push(await opened(own, 10));
  const { caller, declarationId } = own;
  const another = () => openUpload(caller, { declarationId, name: "a.pdf", bytes: 10 });
  expect(refusalOf(await another())).toEqual({ code: "too-many-uploads", limit: MAX_OPEN_UPLOADS });
  accepted(await cancelUpload(caller, tickets[0]));
  accepted(await another());
});

test("what a declaration may hold together counts what is still coming", async () => {
  const own = await aContributor();
  for (let count = 0; count < 8; count += 1) await opened(own, MAX_FILE_BYTES);
  const { caller, declarationId } = own;
  expect(refusalOf(await openUpload(caller, { declarationId, name: "a.pdf", bytes: 1 }))).toMatchObject({
    code: "declaration-full",
  });
  const other = await aDraft(caller);
  accepted(await openUpload(caller, { declarationId: other, name: "a.pdf", bytes: 1 }));
});

test("a cancelled upload leaves nothing and takes nothing", async () => {
  const own = await aContributor();
  const { caller } = own;
  const pdf = aPdf();
  const ticket = await sent(own, pdf);
  accepted(await cancelUpload(caller, ticket));
  expect(await exists(partOf(caller, ticket.uploadId))).toBe(false);
  const ended = { code: "upload-ended", state: "cancelled" };
  expect(refusalOf(await appendPart(caller, { ...ticket, offset: 0, announced: 1 }, piecesOf(pdf)))).toEqual(
    ended,
  );
  expect(refusalOf(await finishUpload(caller, { ...ticket, sha256: null }))).toMatchObject(ended);
  expect(refusalOf(await cancelUpload(caller, ticket))).toEqual(ended);
});

test("a used ticket opens nothing more, and an old one nothing at all", async () => {
  const own = await aContributor();
  const { caller } = own;
  const pdf = aPdf();
  const used = await sent(own, pdf);
  accepted(await finishUpload(caller, { ...used, sha256: null }));
  const more = { ...used, offset: 0, announced: 1 };
  expect(refusalOf(await appendPart(caller, more, piecesOf(bytesOf("x"))))).toEqual({
    code: "upload-ended",
    state: "kept",
  });
  expect(refusalOf(await cancelUpload(caller, used))).toEqual({ code: "upload-ended", state: "kept" });
  const old = await sent(own, aPdf({ filler: 10 }));
  const tomorrow = { ...caller, now: new Date(caller.now.getTime() + DAY_MS) };
  const late = { ...old, offset: 0, announced: 1 };
  expect(refusalOf(await appendPart(tomorrow, late, piecesOf(bytesOf("x"))))).toEqual({
    code: "ticket-expired",
  });
  expect(refusalOf(await finishUpload(tomorrow, { ...old, sha256: null }))).toEqual({
    code: "ticket-expired",
  });
});

test.each([
  ["a page", bytesOf("<html><script>alert(1)</script>"), "active-page"],
  ["a drawing", bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), "active-page"],
  ["a workbook with macros", aWorkbook({ "xl/vbaProject.bin": "x" }), "macros"],
] as const)("%s is refused whatever it is called, and is gone at once", async (_, bytes, fault) => {
  const own = await aContributor();
  const { caller } = own;
  const ticket = await sent(own, bytes, "certificate.pdf");
  const refusal = { code: "content-refused", fault };
  expect(refusalOf(await finishUpload(caller, { ...ticket, sha256: null }))).toEqual(refusal);
  const { organisationId } = caller.actor;
  const left = await fs.readdir(path.join(folder, "incoming", organisationId));
  expect([left, await exists(path.join(folder, "kept", organisationId))]).toEqual([[], false]);
  expect(await findFile(database().read, organisationId, sha256Of(bytes))).toBeUndefined();
  expect(await findUpload(database().read, organisationId, ticket.uploadId)).toMatchObject({
    state: "refused",
    fault,
  });
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry?.details).toEqual({ step: "refused", sha256: sha256Of(bytes), fault });
  expect(refusalOf(await finishUpload(caller, { ...ticket, sha256: null }))).toEqual(refusal);
});

test("what arrived differently than it was sent is not kept", async () => {
  const own = await aContributor();
  const ticket = await sent(own, aPdf());
  const sha256 = sha256Of(aPdf({ filler: 1 }));
  expect(refusalOf(await finishUpload(own.caller, { ...ticket, sha256 }))).toEqual({
    code: "arrived-differently",
  });
});

test("two who finish the same upload at once get the same answer", async () => {
  const own = await aContributor();
  const ticket = await sent(own, aPdf({ filler: 77 }));
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => finishUpload(own.caller, { ...ticket, sha256: null })),
  );
  expect(new Set(outcomes.map((outcome) => JSON.stringify(accepted(outcome)))).size).toBe(1);
  const { organisationId } = own.caller.actor;
  expect(await fs.readdir(path.join(folder, "incoming", organisationId))).toEqual([]);
});

test("an upload belongs to the person and the organisation that opened it, and to its ticket", async () => {
  const own = await aContributor();
  const ticket = await sent(own, aPdf());
  const { organisationId } = own.caller.actor;
  const colleague = await aCaller(database(), { organisationId, kind: "supplier", roles: ["contributor"] });
  const stranger = await aSupplierCaller(database(), "contributor");
  const guessed = { ...ticket, ticket: randomUUID() };
  for (const [caller, values] of [
    [colleague, ticket],
    [stranger, ticket],
    [own.caller, guessed],
  ] as const) {
    const as = { ...caller, files };
    await expect(findUploadProgress(as, values)).rejects.toEqual(notFound);
    await expect(appendPart(as, { ...values, offset: 0, announced: 1 }, piecesOf())).rejects.toEqual(
      notFound,
    );
    await expect(finishUpload(as, { ...values, sha256: null })).rejects.toEqual(notFound);
    await expect(cancelUpload(as, values)).rejects.toEqual(notFound);
  }
  const { declarationId } = own;
  const announced = { declarationId, name: "a.pdf", bytes: 1 };
  await expect(openUpload({ ...stranger, files }, announced)).rejects.toEqual(notFound);
  const attaching = await aHospitalCaller(database(), "administrator");
  await expect(openUpload({ ...attaching, files }, announced)).rejects.toEqual(notFound);
  for (const caller of [
    await aSupplierCaller(database(), "signatory"),
    await aHospitalCaller(database(), "auditor"),
  ]) {
    const as = { ...caller, files };
    await expect(openUpload(as, announced)).rejects.toEqual(forbidden);
    await expect(appendPart(as, ticket, piecesOf())).rejects.toEqual(forbidden);
    await expect(finishUpload(as, ticket)).rejects.toEqual(forbidden);
    await expect(cancelUpload(as, ticket)).rejects.toEqual(forbidden);
    await expect(findUploadProgress(as, ticket)).rejects.toEqual(forbidden);
  }
});

test("nothing is announced for what is signed", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory", "administrator");
  const declarationId = await aSignedDeclaration(caller);
  const announced = { declarationId, name: "a.pdf", bytes: 1 };
  expect(refusalOf(await openUpload({ ...caller, files }, announced))).toEqual({ code: "not-a-draft" });
});

test("a disk that is full, gone or nearly full is said so, and nothing is acknowledged", async () => {
  const own = await aContributor();
  const { caller } = own;
  const pdf = aPdf();
  const ticket = await opened(own, pdf.length);
  const part = { ...ticket, offset: 0, announced: pdf.length };
  await fs.mkdir(path.dirname(partOf(caller, ticket.uploadId)), { recursive: true });
  await fs.symlink("/dev/full", partOf(caller, ticket.uploadId));
  await expect(appendPart(caller, part, piecesOf(pdf))).rejects.toEqual(unavailable);
  await fs.rm(partOf(caller, ticket.uploadId));
  // As soon as there is room again, it goes on.
  accepted(await appendPart(caller, part, piecesOf(pdf)));

  const broken = { ...caller, files: openFileStore(path.join(keptOf(caller, "x"), "..", "none")) };
  await fs.writeFile(path.join(folder, "a-file"), "");
  const away = { ...caller, files: openFileStore(path.join(folder, "a-file", "below")) };
  await expect(appendPart(away, part, piecesOf(pdf))).rejects.toEqual(unavailable);
  await expect(finishUpload(away, { ...ticket, sha256: null })).rejects.toEqual(unavailable);
  expect(refusalOf(await finishUpload(broken, { ...ticket, sha256: null }))).toEqual({
    code: "incomplete",
    offset: 0,
  });
  const nearlyFull = { ...caller, files: { ...files, hasSpaceFor: async () => false } };
  const announced = { declarationId: own.declarationId, name: "a.pdf", bytes: 10 };
  await expect(openUpload(nearlyFull, announced)).rejects.toEqual(unavailable);
  expect(accepted(await finishUpload(caller, { ...ticket, sha256: null })).bytes).toBe(pdf.length);
});
