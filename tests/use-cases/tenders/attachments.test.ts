import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { presentAskedRequest } from "~/presenters/present-asked-request.server";
import { presentReceivedRequest } from "~/presenters/present-received-request.server";
import { presentTender } from "~/presenters/present-tender.server";
import { openAttachment } from "~/use-cases/attachments/open-attachment.server";
import { readAskedAttachment } from "~/use-cases/attachments/read-asked-attachment.server";
import { readAttachment } from "~/use-cases/attachments/read-attachment.server";
import { readReceivedAttachment } from "~/use-cases/attachments/read-received-attachment.server";
import { removeAbandonedFiles } from "~/use-cases/files/remove-abandoned-files.server";
import { closeTender } from "~/use-cases/tenders/close-tender.server";
import { createTender } from "~/use-cases/tenders/create-tender.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findFile } from "~db/repositories/files";
import { listReceivedRequests } from "~db/repositories/intake-requests";
import { aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aFileStore } from "../../builders/files";
import { colleague, daysLater } from "../decisions/scene";
import { byLetter } from "../requests/by-letter";
import { anAttachment } from "./attaching";
import { aTender, aTenderScene, tendering } from "./tender-scene";

const database = aDatabase();
const { files } = aFileStore();
const { visitor, readTokens } = byLetter(database);
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

/** The link of a request among all that have been sent from this database. */
async function linkOf(requestId: string | undefined) {
  for (const token of await readTokens()) {
    const page = await presentAskedRequest(visitor(), token, undefined);
    if (page?.request.id === requestId) return { token, page };
  }
  throw new Error("nobody was sent the link of this request");
}

/** A tender for one zone with one file. */
async function aTenderWithFile() {
  const scene = await aTenderScene(database());
  const officer = { ...scene.officer, files };
  const file = await anAttachment(officer, { name: "Conditions.pdf" });
  const places = [scene.places.imaging];
  const { id: tenderId } = await aTender(scene, { places, attachments: file.posted });
  const [received] = await listReceivedRequests(database().read, scene.supplier.actor.organisationId);
  return { scene, officer, file, tenderId, requestId: received?.id ?? "" };
}

test("a supplier sees the file by its name and saves its very bytes, and the log says who did", async () => {
  const { scene, file, requestId, tenderId } = await aTenderWithFile();
  const page = await presentReceivedRequest(scene.supplier, { requestId, productId: null });
  const shown = [{ sha256: file.sha256, name: "Conditions.pdf", bytes: file.bytes.length }];
  expect(page.request.attachments).toEqual(shown);
  expect((await presentTender(scene.officer, tenderId)).attachments).toEqual(shown);
  const wanted = { requestId, sha256: file.sha256 };
  const handed = await readReceivedAttachment({ ...scene.supplier, files }, wanted);
  expect(handed).toMatchObject({ name: "Conditions.pdf", mediaType: "application/pdf" });
  expect(await buffer(handed.stream)).toEqual(Buffer.from(file.bytes));
  const { organisationId, personId } = scene.supplier.actor;
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "received-attachment.read", subjectId: requestId, personId },
    details: { sha256: file.sha256 },
  });
});

test("nobody else reaches it: another supplier, another hospital, another request, another file", async () => {
  const { scene, officer, file, tenderId, requestId } = await aTenderWithFile();
  const { sha256 } = file;
  const other = { ...(await aSupplierCaller(database(), "contributor")), files };
  await expect(readReceivedAttachment(other, { requestId, sha256 })).rejects.toThrow(notFound);
  const [seconds] = await listReceivedRequests(database().read, scene.second.actor.organisationId);
  const own = { ...scene.supplier, files };
  await expect(readReceivedAttachment(own, { requestId: seconds?.id ?? "", sha256 })).rejects.toThrow(
    notFound,
  );
  const unsent = await anAttachment(officer, { filler: 99 });
  await expect(readReceivedAttachment(own, { requestId, sha256: unsent.sha256 })).rejects.toThrow(notFound);
  const stranger = { ...(await aHospitalCaller(database(), "procurement-officer")), files };
  await expect(readAttachment(stranger, { tenderId, sha256 })).rejects.toThrow(notFound);
  await expect(readAttachment(own, { tenderId, sha256 })).rejects.toThrow(forbidden);
  await expect(readReceivedAttachment(officer, { requestId, sha256 })).rejects.toThrow(forbidden);
  const auditor = { ...(await colleague(scene.officer, "auditor")), files };
  expect(await readAttachment(auditor, { tenderId, sha256 })).toMatchObject({ bytes: file.bytes.length });
});

test("only who asks suppliers adds files, and only what is in the hospital's store goes along", async () => {
  const { scene, officer } = await aTenderWithFile();
  const announced = { purpose: "request", name: "a.pdf", bytes: 10 };
  for (const role of ["administrator", "security-engineer", "auditor"] as const)
    await expect(
      openAttachment({ ...(await colleague(scene.officer, role)), files }, announced),
    ).rejects.toThrow(forbidden);
  await expect(openAttachment({ ...scene.supplier, files }, announced)).rejects.toThrow(forbidden);
  const foreign = await aTenderWithFile();
  const posted = foreign.file.posted.replace(foreign.file.sha256, "f".repeat(64));
  for (const [attachments, fields] of [
    [posted, { attachments: ["unknown-file"] }],
    ["no digest/name.pdf", { "attachments.0": ["invalid"] }],
    [`${"a".repeat(64)}/../up.pdf`, { "attachments.0": ["invalid"] }],
  ] as const)
    expect(refusalOf(await createTender(officer, tendering(scene, { attachments })))).toEqual({
      ...{ code: "invalid-input", fields },
    });
});

test("whoever holds the link of a request saves its file, while the link works", async () => {
  const scene = await aTenderScene(database());
  const file = await anAttachment({ ...scene.officer, files });
  const email = `${randomUUID()}@example.test`;
  const { id: tenderId, requestIds } = await aTender(scene, {
    ...{ places: [scene.places.imaging], supplierIds: [], attachments: file.posted },
    newSuppliers: { "0": { name: `New ${randomUUID()}`, email } },
  });
  const { token, page } = await linkOf(requestIds[0]);
  expect(page?.request.attachments).toMatchObject([{ sha256: file.sha256, name: "conditions.pdf" }]);
  const { sha256 } = file;
  const handed = await readAskedAttachment(visitor(), files, { token, sha256 });
  expect(await buffer(handed.stream)).toEqual(Buffer.from(file.bytes));
  const { organisationId } = scene.officer.actor;
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "asked-attachment.read", subjectId: requestIds[0], personId: null },
  });
  await expect(readAskedAttachment(visitor(), files, { token: "x", sha256 })).rejects.toThrow(notFound);
  await expect(readAskedAttachment(visitor(), files, { token, sha256: "a".repeat(64) })).rejects.toThrow(
    notFound,
  );
  accepted(await closeTender(scene.officer, { tenderId, isFinal: "yes" }));
  await expect(readAskedAttachment(visitor(), files, { token, sha256 })).rejects.toThrow(notFound);
});

test("what went with a tender is never tidied away, what was never sent is", async () => {
  const { scene, officer, file } = await aTenderWithFile();
  const unsent = await anAttachment(officer, { filler: 77 });
  await removeAbandonedFiles({ database: database(), files, now: daysLater(scene.officer, 30).now });
  const { organisationId } = officer.actor;
  expect(await findFile(database().read, organisationId, file.sha256)).toMatchObject({ createdAt: NOW });
  expect(await findFile(database().read, organisationId, unsent.sha256)).toBeUndefined();
});
