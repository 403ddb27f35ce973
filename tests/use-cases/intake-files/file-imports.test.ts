import { expect, test } from "vitest";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { isTakenByDefault } from "~/domain/declaration/import-plan";
import { readIntakeFile } from "~/intake/read-file";
import type { readInProcess } from "~/intake/read-in-process.server";
import type { IntakeOrder } from "~/intake/worker";
import { presentFileChoice, presentFileImport } from "~/presenters/present-file-import.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { saveFacts } from "~/use-cases/declarations/save-facts.server";
import { appendPart } from "~/use-cases/files/append-part.server";
import { finishUpload } from "~/use-cases/files/finish-upload.server";
import { openUpload } from "~/use-cases/files/open-upload.server";
import { removeAbandonedFiles } from "~/use-cases/files/remove-abandoned-files.server";
import { applyFileImport } from "~/use-cases/intake-files/apply-import.server";
import { beginImport } from "~/use-cases/intake-files/begin-import.server";
import { cancelImport } from "~/use-cases/intake-files/cancel-import.server";
import type { ReadingCaller } from "~/use-cases/intake-files/prepare-order.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findDeclaration } from "~db/repositories/declarations";
import { findImport } from "~db/repositories/file-imports";
import { listAttachedFiles } from "~db/repositories/files";
import { aCaller, aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aDraft, refusalOf, sign } from "../../builders/declaration";
import { aFileStore, aPdf, bytesOf } from "../../builders/files";
import { anMds2Csv } from "../../builders/intake";
import { PORTAL_KEY } from "../../builders/portal-key";
import { anSbom } from "../../builders/sbom";

const database = aDatabase();
const { files } = aFileStore();
const notFound = expect.objectContaining({ code: "not-found" });
const FORM = anMds2Csv({
  "ALOF-1": { answer: "Yes" },
  "EMRG-1": { answer: "No" },
  "MLDP-2": { answer: "No" },
});

/** What the process does, without the process: what that costs and survives has tests of its own. */
const readHere: typeof readInProcess = async (order: IntakeOrder, { tell }) => {
  const { readFile } = await import("node:fs/promises");
  const sbom = order.sbomPath === null ? null : await readFile(order.sbomPath);
  return readIntakeFile(await readFile(order.path), { ...order.ground, sbom }, tell);
};

async function aSupplier(...roles: ReadonlyArray<"contributor" | "signatory">): Promise<ReadingCaller> {
  const held = roles.length > 0 ? roles : (["administrator", "contributor", "signatory"] as const);
  return { ...(await aSupplierCaller(database(), ...held)), files, portalKey: PORTAL_KEY.publicKey };
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function sent(caller: ReadingCaller, declarationId: string, bytes: Uint8Array, name = "file.csv") {
  const announced = { declarationId, name, bytes: bytes.length };
  const { id: uploadId, ticket } = accepted(await openUpload(caller, announced));
  accepted(await appendPart(caller, { uploadId, ticket, offset: 0, announced: bytes.length }, once(bytes)));
  return accepted(await finishUpload(caller, { uploadId, ticket, sha256: null })).sha256;
}

async function imported(caller: ReadingCaller, declarationId: string, bytes: Uint8Array, name?: string) {
  const sha256 = await sent(caller, declarationId, bytes, name);
  const { id, finished } = accepted(await beginImport(caller, { declarationId, sha256 }, readHere));
  await finished;
  const page = await presentFileImport(caller, { declarationId, importId: id });
  const ticked = (page.plan?.entries ?? []).filter(isTakenByDefault).map((entry) => entry.id);
  return { importId: id, page, ticked };
}

async function contentOf(caller: ReadingCaller, declarationId: string): Promise<DeclarationContent> {
  const found = await findDeclaration(database().read, caller.actor.organisationId, declarationId);
  if (!found) throw new Error("there is no such declaration");
  return found.content;
}

async function audited(caller: ReadingCaller) {
  const entries = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 50 });
  return entries.filter(({ action }) => action === "declaration.import");
}

test("a form fills in a half-filled draft: what is new is taken, what contradicts stays, the file is evidence", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller, { "CR 1.1": { value: "not-met", note: "ours" } });
  const facts = { breakGlass: true };
  accepted(await saveFacts(caller, { declarationId, group: "accounts", before: {}, facts }));
  const { importId, page, ticked } = await imported(caller, declarationId, FORM);
  expect(page.file).toMatchObject({ state: "ready", name: "file.csv" });
  expect(page.plan).toMatchObject({ kind: "mds2", counted: 3 });
  expect(page.plan?.entries.find(({ id }) => id === "fact:breakGlass")?.standing).toBe("contradicts");
  expect((await contentOf(caller, declarationId)).facts).not.toHaveProperty("autoLogoff");

  const choices = { declarationId, importId, taken: ticked, severities: {} };
  accepted(await applyFileImport(caller, choices));
  const content = await contentOf(caller, declarationId);
  expect(content.facts).toMatchObject({ breakGlass: true, autoLogoff: true, mds2: { edition: "2019" } });
  expect(content.answers["CR 1.1"]).toEqual({ value: "not-met", note: "ours" });
  expect(content.evidence).toMatchObject([{ type: "mds2", title: "file.csv", sha256: page.file.sha256 }]);
  const declaration = await findDeclaration(database().read, caller.actor.organisationId, declarationId);
  const attached = await listAttachedFiles(
    database().read,
    caller.actor.organisationId,
    declaration?.releaseId ?? "",
  );
  expect(attached).toMatchObject([{ evidenceId: content.evidence[0]?.id, sha256: page.file.sha256 }]);

  expect(refusalOf(await applyFileImport(caller, choices))).toEqual({
    code: "import-ended",
    state: "applied",
  });
  expect((await contentOf(caller, declarationId)).evidence).toHaveLength(1);
  const steps = (await audited(caller)).map(({ details }) => details.step);
  expect(steps.toSorted()).toEqual(["applied", "began", "read"]);
});

test("two submissions at once apply once", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const { importId, ticked } = await imported(caller, declarationId, FORM);
  const choices = { declarationId, importId, taken: ticked, severities: {} };
  const both = await Promise.allSettled([applyFileImport(caller, choices), applyFileImport(caller, choices)]);
  const applied = both.filter((one) => one.status === "fulfilled" && one.value.ok);
  expect(applied).toHaveLength(1);
  expect((await contentOf(caller, declarationId)).evidence).toHaveLength(1);
});

test("what a colleague changed meanwhile refuses the whole and changes nothing", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const { importId, ticked } = await imported(caller, declarationId, FORM);
  accepted(
    await saveFacts(caller, { declarationId, group: "accounts", before: {}, facts: { autoLogoff: false } }),
  );
  const before = await contentOf(caller, declarationId);
  const refused = await applyFileImport(caller, { declarationId, importId, taken: ticked, severities: {} });
  expect(refusalOf(refused)).toEqual({ code: "changed-meanwhile", entries: ["fact:autoLogoff"] });
  expect(await contentOf(caller, declarationId)).toEqual(before);
  const { stale } = await presentFileImport(caller, { declarationId, importId });
  expect(stale).toEqual(["fact:autoLogoff"]);
  const others = ticked.filter((id) => id !== "fact:autoLogoff");
  accepted(await applyFileImport(caller, { declarationId, importId, taken: others, severities: {} }));
  expect((await contentOf(caller, declarationId)).facts.autoLogoff).toBe(false);
});

test("a list of components, then its advisory matched to it", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const list = await imported(caller, declarationId, anSbom(20), "sbom.json");
  expect(list.page.plan?.quality).toHaveLength(4);
  accepted(
    await applyFileImport(caller, {
      declarationId,
      importId: list.importId,
      taken: list.ticked,
      severities: {},
    }),
  );
  expect((await contentOf(caller, declarationId)).facts.sbom).toMatchObject({ componentCount: 20 });
  const vex = bytesOf(
    JSON.stringify({
      ...{ bomFormat: "CycloneDX", specVersion: "1.6" },
      vulnerabilities: [
        { id: "CVE-2026-1", analysis: { state: "exploitable" }, affects: [{ ref: "p7" }] },
        { id: "CVE-2026-2", analysis: { state: "resolved" }, affects: [{ ref: "elsewhere" }] },
      ],
    }),
  );
  const { importId, page } = await imported(caller, declarationId, vex, "vex.json");
  expect(page.plan).toMatchObject({
    kind: "vulnerability-status",
    unused: [{ code: "not-in-this-product" }],
  });
  const [entry] = page.plan?.entries ?? [];
  expect(entry).toMatchObject({ id: "vulnerability:CVE-2026-1", lacksSeverity: true });
  const taken = ["vulnerability:CVE-2026-1"];
  const without = await applyFileImport(caller, { declarationId, importId, taken, severities: {} });
  expect(refusalOf(without)).toEqual({ code: "severity-missing", entries: taken });
  const severities = { "vulnerability:CVE-2026-1": "high" };
  accepted(await applyFileImport(caller, { declarationId, importId, taken, severities }));
  expect((await contentOf(caller, declarationId)).facts.vulnerabilities).toMatchObject([
    { id: "CVE-2026-1", severity: "high", state: "affected" },
  ]);
});

test("a bad file says why and changes nothing", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const before = await contentOf(caller, declarationId);
  const { importId, page } = await imported(
    caller,
    declarationId,
    bytesOf('{"bomFormat":"CycloneDX","specVersion":"9"}'),
  );
  expect(page).toMatchObject({
    plan: null,
    file: { state: "refused", refusal: { code: "unsupported-version" } },
  });
  const taken = await applyFileImport(caller, {
    declarationId,
    importId,
    taken: ["fact:sbom"],
    severities: {},
  });
  expect(refusalOf(taken)).toEqual({ code: "import-ended", state: "refused" });
  expect(await contentOf(caller, declarationId)).toEqual(before);
  const steps = (await audited(caller)).map(({ details }) => details.step);
  expect(steps.toSorted()).toEqual(["began", "refused"]);
});

test("a reader that fails is a refusal, and one that is given up leaves nothing", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const sha256 = await sent(caller, declarationId, FORM);
  const broken = accepted(
    await beginImport(caller, { declarationId, sha256 }, () => Promise.reject(new Error("it fell over"))),
  );
  await broken.finished;
  expect(await findImport(database().read, caller.actor.organisationId, broken.id)).toMatchObject({
    state: "refused",
    refusal: { code: "could-not-be-read" },
  });
  let ended: (reason: Error) => void = () => undefined;
  const slow: typeof readInProcess = (_order, { signal, tell }) =>
    new Promise((_resolve, reject) => {
      tell("parsing");
      ended = reject;
      signal.addEventListener("abort", () => reject(new Error("given up")));
    });
  const reading = accepted(await beginImport(caller, { declarationId, sha256 }, slow));
  await expect
    .poll(async () => (await presentFileImport(caller, { declarationId, importId: reading.id })).file.step)
    .toBe("parsing");
  accepted(await cancelImport(caller, { declarationId, importId: reading.id }));
  ended(new Error("too late"));
  await reading.finished;
  const stored = await findImport(database().read, caller.actor.organisationId, reading.id);
  expect(stored).toMatchObject({ state: "cancelled", plan: null, refusal: null });
  expect(refusalOf(await cancelImport(caller, { declarationId, importId: reading.id }))).toMatchObject({
    code: "import-ended",
  });
});

test("one supplier has three files under way and no more", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const sha256 = await sent(caller, declarationId, FORM);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow: typeof readInProcess = async (order, at) => {
    await held;
    return readHere(order, at);
  };
  const begun = [];
  for (let n = 0; n < 3; n += 1)
    begun.push(accepted(await beginImport(caller, { declarationId, sha256 }, slow)));
  await expect(beginImport(caller, { declarationId, sha256 }, slow)).rejects.toThrow(
    expect.objectContaining({ code: "too-many-requests" }),
  );
  const { file } = await presentFileImport(caller, { declarationId, importId: begun[2]?.id ?? "" });
  expect(file).toMatchObject({ state: "reading", step: "waiting" });
  release();
  await Promise.all(begun.map(({ finished }) => finished));
});

test("who may not, foreign ids and signed declarations", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller, { "CR 1.1": { value: "met" } });
  const { importId, ticked } = await imported(caller, declarationId, FORM);
  const sha256 = await sent(caller, declarationId, anSbom(3), "sbom.json");
  const stranger = await aSupplier();
  const theirs = await aDraft(stranger);
  const choices = { declarationId, importId, taken: ticked, severities: {} };
  await expect(beginImport(stranger, { declarationId, sha256 }, readHere)).rejects.toThrow(notFound);
  await expect(beginImport(stranger, { declarationId: theirs, sha256 }, readHere)).rejects.toThrow(notFound);
  await expect(applyFileImport(stranger, choices)).rejects.toThrow(notFound);
  await expect(applyFileImport(stranger, { ...choices, declarationId: theirs })).rejects.toThrow(notFound);
  await expect(cancelImport(stranger, { declarationId, importId })).rejects.toThrow(notFound);
  await expect(presentFileImport(stranger, { declarationId: theirs, importId })).rejects.toThrow(notFound);
  await expect(presentFileChoice(stranger, declarationId)).rejects.toThrow(notFound);

  const { organisationId } = caller.actor;
  const signatory = await aCaller(database(), { organisationId, kind: "supplier", roles: ["signatory"] });
  const forbidden = expect.objectContaining({ code: "forbidden" });
  await expect(
    beginImport(
      { ...signatory, files, portalKey: PORTAL_KEY.publicKey },
      { declarationId, sha256 },
      readHere,
    ),
  ).rejects.toThrow(forbidden);
  await expect(applyFileImport(signatory, choices)).rejects.toThrow(forbidden);
  expect(await presentFileImport(signatory, { declarationId, importId })).toMatchObject({ mayImport: false });
  const hospital = await aHospitalCaller(database(), "administrator");
  await expect(presentFileImport(hospital, { declarationId, importId })).rejects.toThrow(forbidden);

  expect(await beginImport(caller, { declarationId, sha256: "x" }, readHere)).toMatchObject({
    ok: false,
    refusal: { code: "invalid-input" },
  });
  await sign(caller, declarationId);
  expect(refusalOf(await applyFileImport(caller, choices))).toEqual({ code: "not-a-draft" });
  expect(refusalOf(await beginImport(caller, { declarationId, sha256 }, readHere))).toEqual({
    code: "not-a-draft",
  });
});

test("files that can be read are offered, those of this declaration first", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const list = await imported(caller, declarationId, anSbom(4), "sbom.json");
  accepted(
    await applyFileImport(caller, {
      declarationId,
      importId: list.importId,
      taken: list.ticked,
      severities: {},
    }),
  );
  await sent(caller, declarationId, FORM, "form.csv");
  await sent(caller, declarationId, aPdf(), "report.pdf");
  const { stored } = await presentFileChoice(caller, declarationId);
  expect(stored.map(({ name }) => name)).toEqual(["sbom.json", "form.csv"]);
});

test("answers of the form do not overwrite what was saved while it was looked at", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const { importId, page } = await imported(caller, declarationId, FORM);
  const row = page.plan?.entries.find(({ kind }) => kind === "answer");
  if (row?.kind !== "answer") throw new Error("the form says nothing of a row");
  const { requirementId } = row;
  const changes = [{ requirementId, before: null, answer: { value: "not-applicable", note: "no display" } }];
  accepted(await answerRequirements(caller, { declarationId, changes }));
  const refused = await applyFileImport(caller, { declarationId, importId, taken: [row.id], severities: {} });
  expect(refusalOf(refused)).toEqual({ code: "changed-meanwhile", entries: [row.id] });
});

test("imports are forgotten after a while", async () => {
  const caller = await aSupplier();
  const declarationId = await aDraft(caller);
  const { importId } = await imported(caller, declarationId, FORM);
  const at = (days: number) => new Date(caller.now.getTime() + days * 24 * 60 * 60 * 1000);
  await removeAbandonedFiles({ database: database(), files, now: at(6) });
  expect(await findImport(database().read, caller.actor.organisationId, importId)).toBeDefined();
  await removeAbandonedFiles({ database: database(), files, now: at(31) });
  expect(await findImport(database().read, caller.actor.organisationId, importId)).toBeUndefined();
});
