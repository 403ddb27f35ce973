import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { accept, refuse } from "~/domain/shared/result";
import { listParts } from "~/intake/list-parts";
import { refusalOf as fileRefusalOf } from "~/intake/look";
import type { listPartsInProcess } from "~/intake/read-in-process.server";
import { presentReceivedNotice } from "~/presenters/present-received-notice.server";
import { saveEvidence } from "~/use-cases/declarations/save-evidence.server";
import { appendPart } from "~/use-cases/files/append-part.server";
import type { FileCaller } from "~/use-cases/files/find-own-upload.server";
import { finishUpload } from "~/use-cases/files/finish-upload.server";
import { openUpload } from "~/use-cases/files/open-upload.server";
import { indexSboms } from "~/use-cases/intake-files/index-sboms.server";
import { publishNotice } from "~/use-cases/notices/publish-notice.server";
import { saveNotice } from "~/use-cases/notices/save-notice.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listReadLists, listUnreadLists } from "~db/repositories/sbom-parts";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aDraft, aProduct, aRequest, sign } from "../../builders/declaration";
import { aFileStore } from "../../builders/files";
import { aPiece } from "../../cli/full-files";
import { aContentOf } from "../notices/notice-builders";

const database = aDatabase();
const { files } = aFileStore();

/** What the process does, without the process: what that costs and survives has tests of its own. */
const readHere: typeof listPartsInProcess = async ({ partsIn }) => accept(listParts(await readFile(partsIn)));

type Component = { name: string; version?: string; purl?: string; cpe?: string };

/** Of the same content the same file: what makes each its own is the serial number. */
function aList(serial: string, ...components: ReadonlyArray<Component>): Uint8Array {
  const listed = components.map((component) => ({ type: "library", ...component }));
  const document = { bomFormat: "CycloneDX", specVersion: "1.6", serialNumber: serial, components: listed };
  return new TextEncoder().encode(JSON.stringify(document));
}

async function aSupplier(): Promise<FileCaller> {
  return { ...(await aSupplierCaller(database(), "contributor", "signatory")), files };
}

/** A signed declaration that names a file as its list of components. */
async function declared(
  supplier: FileCaller,
  bytes: Uint8Array,
  visibility: "all-hospitals" | "requesting-hospitals" = "all-hospitals",
): Promise<{ declarationId: string; sha256: string }> {
  const declarationId = await aDraft(supplier, { "CR 1.1": { value: "met" } });
  const announced = { declarationId, name: "parts.json", bytes: bytes.length };
  const { id: uploadId, ticket } = accepted(await openUpload(supplier, announced));
  const part = { uploadId, ticket, offset: 0, announced: bytes.length };
  accepted(await appendPart(supplier, part, once(bytes)));
  const { sha256 } = accepted(await finishUpload(supplier, { uploadId, ticket, sha256: null }));
  const { id: _, ...evidence } = aPiece({ type: "sbom", scheme: "CycloneDX", title: "Parts", sha256 });
  accepted(await saveEvidence(supplier, { declarationId, before: null, evidence }));
  await sign(supplier, declarationId, visibility);
  return { declarationId, sha256 };
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const run = (read = readHere) =>
  indexSboms(
    { database: database(), files, now: new Date("2026-11-21T11:00:00Z"), newId: () => crypto.randomUUID() },
    read,
  );

/** What the hospital sees of a notice about these components. */
async function containedIn(
  hospital: Caller,
  supplier: Caller,
  components: ReadonlyArray<Record<"name" | "version" | "purl" | "cpe", string>>,
) {
  const { releaseId } = await aProduct(supplier);
  await aRequest(hospital, supplier.actor.organisationId);
  const content = { ...aContentOf(releaseId), components };
  const { id } = accepted(await saveNotice(supplier, { notice: null, content }));
  const hospitalIds = [hospital.actor.organisationId];
  accepted(await publishNotice(supplier, { noticeId: id, version: 1, move: "publish", hospitalIds }));
  const { contained } = await presentReceivedNotice(hospital, id);
  return contained;
}

const RADIO = { name: "radio-stack", version: "<2.4", purl: "pkg:generic/radio-stack", cpe: "" };

test("what else contains a component is told of lists of any supplier, the surest first, and nothing unsure as sure", async () => {
  const [teller, other, hospital] = [
    await aSupplier(),
    await aSupplier(),
    await aHospitalCaller(database(), "security-lead"),
  ];
  await declared(other, aList("urn:a", { name: "Radio Stack" }));
  await declared(
    other,
    aList("urn:b", { name: "radio-stack", version: "2.3", purl: "pkg:generic/radio-stack@2.3" }),
  );
  await declared(
    other,
    aList("urn:c", { name: "radio stack", version: "2.3" }, { name: "zlib", version: "1" }),
  );
  await declared(
    other,
    aList("urn:d", { name: "radio-stack", version: "2.4", purl: "pkg:generic/radio-stack@2.4" }),
  );
  const before = await containedIn(hospital, teller, [RADIO]);
  expect(before).toMatchObject({ rows: [], coverage: { products: 4, unread: 4 } });
  await run();
  const after = await containedIn(hospital, teller, [RADIO]);
  expect(after?.rows.map(({ how, component }) => [how, component])).toEqual([
    ["same-package", "radio-stack 2.3"],
    ["same-version", "radio stack 2.3"],
    ["version-unknown", "Radio Stack"],
  ]);
  expect(after?.coverage).toEqual({ products: 4, unread: 0, isCut: false });
  expect(await containedIn(hospital, teller, [])).toBe(null);
});

test("a component that a list calls otherwise is found by its CPE", async () => {
  const [teller, other] = [await aSupplier(), await aSupplier()];
  const hospital = await aHospitalCaller(database(), "security-lead");
  const maker = `maker-${crypto.randomUUID()}`;
  const cpe = (version: string) => `cpe:2.3:a:${maker}:radio:${version}:*:*:*:*:*:*:*`;
  const named = { name: "radio-stack", version: "<2.4", purl: "", cpe: cpe("*") };
  await declared(
    other,
    aList("urn:cpe", { name: "libradio", cpe: cpe("2.3") }, { name: "librad", cpe: cpe("2.4") }),
  );
  await run();
  const found = await containedIn(hospital, teller, [named]);
  expect(found?.rows.map(({ how, component }) => [how, component])).toContainEqual([
    "same-package",
    "libradio",
  ]);
  expect(found?.rows.some(({ component }) => component.startsWith("librad "))).toBe(false);
});

test("a list that was not shared with a hospital is not searched for it", async () => {
  const [teller, other] = [await aSupplier(), await aSupplier()];
  const hospital = await aHospitalCaller(database(), "security-lead");
  const only = { name: `only-${crypto.randomUUID()}`, version: "1.0", purl: "", cpe: "" };
  await declared(other, aList("urn:e", only), "requesting-hospitals");
  await run();
  expect((await containedIn(hospital, teller, [only]))?.rows).toEqual([]);
  const asking = await aHospitalCaller(database(), "security-lead");
  const third = await aSupplier();
  const { declarationId } = await declared(third, aList("urn:f", only), "requesting-hospitals");
  await run();
  await aRequest(asking, third.actor.organisationId, { state: "declared", declarationId });
  expect((await containedIn(asking, teller, [only]))?.rows).toHaveLength(1);
  expect((await containedIn(hospital, teller, [only]))?.rows).toEqual([]);
});

test("each file is read once, also by two processes at once; what brings its reader down is not tried again", async () => {
  const supplier = await aSupplier();
  const { organisationId } = supplier.actor;
  const { sha256 } = await declared(supplier, aList("urn:g", { name: "zlib" }));
  await Promise.all([run(), run()]);
  const read = () => listReadLists(database().read, organisationId, [sha256]);
  expect(await read()).toMatchObject([{ sha256, componentCount: 1, isCut: false }]);
  const bad = await declared(supplier, new TextEncoder().encode('{"not":"a list"}'));
  const heavy = await declared(supplier, aList("urn:h", { name: "heavy" }));
  let asked = 0;
  await run(async (order, at) => {
    asked += 1;
    const text = await readFile(order.partsIn, "utf8");
    return text.includes("heavy") ? refuse(fileRefusalOf("took-too-much-memory")) : readHere(order, at);
  });
  expect(asked).toBe(2);
  const noted = await listReadLists(database().read, organisationId, [bad.sha256, heavy.sha256]);
  expect(noted.map(({ componentCount }) => componentCount)).toEqual([null, null]);
  const left = await listUnreadLists(database().read, { limit: 50 });
  expect(left.filter((list) => list.organisationId === organisationId)).toEqual([]);
});

test("a file of a draft waits until the declaration is signed", async () => {
  const supplier = await aSupplier();
  const declarationId = await aDraft(supplier);
  const bytes = aList("urn:i", { name: "draft" });
  const { id: uploadId, ticket } = accepted(
    await openUpload(supplier, { declarationId, name: "parts.json", bytes: bytes.length }),
  );
  accepted(await appendPart(supplier, { uploadId, ticket, offset: 0, announced: bytes.length }, once(bytes)));
  accepted(await finishUpload(supplier, { uploadId, ticket, sha256: null }));
  const left = await listUnreadLists(database().read, { limit: 50 });
  expect(left.filter(({ organisationId }) => organisationId === supplier.actor.organisationId)).toEqual([]);
});
