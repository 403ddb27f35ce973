import { expect, test } from "vitest";
import { MAX_ADVISORY_BYTES } from "~/domain/notice/notice";
import { presentReceivedNotices } from "~/presenters/present-received-notices.server";
import { discardNotice } from "~/use-cases/notices/discard-notice.server";
import { heldReleaseIds } from "~/use-cases/notices/held-releases.server";
import { importNotice } from "~/use-cases/notices/import-notice.server";
import { publishNotice } from "~/use-cases/notices/publish-notice.server";
import { recordNoticeEvent } from "~/use-cases/notices/record-notice-event.server";
import { saveNotice } from "~/use-cases/notices/save-notice.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findDeclaration } from "~db/repositories/declarations";
import { findNotice, listNoticeEvents, listNoticeSteps, listNotices } from "~db/repositories/notices";
import { findReceivedNotice, listReceivedNotices } from "~db/repositories/received-notices";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aProduct, aRequest, aSignedDeclaration, refusalOf } from "../../builders/declaration";
import { anAsset } from "../../builders/zone-model";
import { aContent, aScene, colleague, decideOn, publish } from "../decisions/scene";
import { aContentOf, aPublishedNotice } from "./notice-builders";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

async function aSupplier() {
  const supplier = await aSupplierCaller(database(), "contributor", "signatory");
  return { supplier, ...(await aProduct(supplier, { name: "Fiktiva Pump", version: "1.0" })) };
}

async function readBy({ actor }: Caller) {
  const { organisationId } = actor;
  const held = await heldReleaseIds(database().read, organisationId);
  const found = await listReceivedNotices(database().read, organisationId, {
    heldReleaseIds: held,
    limit: 50,
  });
  for (const { id } of found)
    expect(
      await findReceivedNotice(database().read, organisationId, { noticeId: id, heldReleaseIds: held }),
    ).toMatchObject({ id });
  return found.map(({ id }) => id);
}

test("a notice is drafted, published, updated and withdrawn; every move stays with what was read then", async () => {
  const { supplier, releaseId } = await aSupplier();
  const content = aContentOf(releaseId);
  const { id } = accepted(await saveNotice(supplier, { notice: null, content }));
  accepted(
    await saveNotice(supplier, {
      notice: { id, version: 1 },
      content: { ...content, title: "Second title" },
    }),
  );
  accepted(await publishNotice(supplier, { noticeId: id, version: 2, move: "publish" }));
  const later = { ...supplier, now: new Date(supplier.now.getTime() + 60_000) };
  const third = { ...content, title: "Third title" };
  const update = { noticeId: id, version: 3, move: "update", content: third };
  expect(refusalOf(await publishNotice(later, update))).toEqual({ code: "reason-missing", move: "update" });
  accepted(await publishNotice(later, { ...update, reason: "A remedy is out" }));
  accepted(await publishNotice(later, { noticeId: id, version: 4, move: "withdraw", reason: "Not ours" }));
  const steps = await listNoticeSteps(database().read, supplier.actor.organisationId, id);
  expect(
    steps.map(({ number, move, reason, content: { title }, recordedAt }) => [
      number,
      move,
      reason,
      title,
      recordedAt,
    ]),
  ).toEqual([
    [1, "publish", "", "Second title", supplier.now],
    [2, "update", "A remedy is out", "Third title", later.now],
    [3, "withdraw", "Not ours", "Third title", later.now],
  ]);
  expect(await findNotice(database().read, supplier.actor.organisationId, id)).toMatchObject({
    ...{ state: "withdrawn", publishedAt: supplier.now, saveVersion: 5 },
  });
  const [entry] = await listAuditEntries(database().read, supplier.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "notice.publish",
    subjectId: id,
    details: { move: "withdraw", number: 3 },
  });
});

test("who may not is told so: a contributor drafts and does not publish, a hospital does neither", async () => {
  const { supplier, releaseId } = await aSupplier();
  const content = aContentOf(releaseId);
  const { id } = accepted(await saveNotice(supplier, { notice: null, content }));
  const contributor = { ...supplier, actor: { ...supplier.actor, roles: ["contributor" as const] } };
  const hospital = await aHospitalCaller(database(), "security-lead");
  const publishing = { noticeId: id, version: 1, move: "publish" };
  await expect(publishNotice(contributor, publishing)).rejects.toThrowError(forbidden);
  await expect(publishNotice(hospital, publishing)).rejects.toThrowError(forbidden);
  await expect(saveNotice(hospital, { notice: null, content })).rejects.toThrowError(forbidden);
  expect(await listNoticeSteps(database().read, supplier.actor.organisationId, id)).toEqual([]);
});

test("another supplier's notice and release do not exist", async () => {
  const { supplier, releaseId } = await aSupplier();
  const other = await aSupplierCaller(database(), "contributor", "signatory");
  const { id } = accepted(await saveNotice(supplier, { notice: null, content: aContentOf(releaseId) }));
  for (const attempt of [
    () => publishNotice(other, { noticeId: id, version: 1, move: "publish" }),
    () => saveNotice(other, { notice: { id, version: 1 }, content: aContentOf() }),
    () => saveNotice(other, { notice: null, content: aContentOf(releaseId) }),
    () => discardNotice(other, { noticeId: id }),
    () => recordNoticeEvent(other, { noticeId: id, kind: "aware", happenedAt: "2026-11-20T10:00" }),
  ])
    await expect(attempt()).rejects.toThrowError(notFound);
});

test("what is incomplete, changed meanwhile or no draft is refused and stays as it is", async () => {
  const { supplier, releaseId } = await aSupplier();
  const { id } = accepted(await saveNotice(supplier, { notice: null, content: aContentOf() }));
  const publishing = { noticeId: id, version: 1, move: "publish" };
  expect(refusalOf(await publishNotice(supplier, publishing))).toEqual({
    code: "incomplete",
    gaps: ["no-release"],
  });
  const content = { ...aContentOf(releaseId), kind: "severe-incident" };
  accepted(await saveNotice(supplier, { notice: { id, version: 1 }, content }));
  expect(refusalOf(await saveNotice(supplier, { notice: { id, version: 1 }, content }))).toEqual({
    code: "changed-meanwhile",
  });
  expect(refusalOf(await publishNotice(supplier, { ...publishing, version: 2 }))).toEqual({
    code: "incomplete",
    gaps: ["no-awareness"],
  });
  accepted(
    await recordNoticeEvent(supplier, { noticeId: id, kind: "aware", happenedAt: "2026-11-20T10:00" }),
  );
  expect(refusalOf(await publishNotice(supplier, publishing))).toEqual({ code: "changed-meanwhile" });
  accepted(await publishNotice(supplier, { ...publishing, version: 2 }));
  expect(refusalOf(await saveNotice(supplier, { notice: { id, version: 3 }, content }))).toEqual({
    code: "not-a-draft",
  });
  expect(refusalOf(await discardNotice(supplier, { noticeId: id }))).toEqual({ code: "not-a-draft" });
  const update = {
    noticeId: id,
    version: 3,
    move: "update",
    reason: "Milder",
    content: { ...content, kind: "advisory" },
  };
  expect(refusalOf(await publishNotice(supplier, update))).toEqual({ code: "kind-changed" });
  expect(await findNotice(database().read, supplier.actor.organisationId, id)).toMatchObject({
    state: "published",
    saveVersion: 3,
  });
});

test("moments are written down in order, never in the future, and only where a clock runs", async () => {
  const { supplier, releaseId } = await aSupplier();
  const kind = "exploited-vulnerability";
  const { id } = accepted(
    await saveNotice(supplier, { notice: null, content: { ...aContentOf(releaseId), kind } }),
  );
  const aware = { noticeId: id, kind: "aware", happenedAt: "2026-11-20T10:00" };
  accepted(await recordNoticeEvent(supplier, aware));
  accepted(
    await recordNoticeEvent(supplier, { ...aware, happenedAt: "2026-11-20T09:00+01:00", note: "Corrected" }),
  );
  expect(refusalOf(await recordNoticeEvent(supplier, { ...aware, happenedAt: "2026-11-21T10:01" }))).toEqual({
    code: "in-the-future",
  });
  expect(refusalOf(await recordNoticeEvent(supplier, { ...aware, happenedAt: "yesterday" }))).toEqual({
    ...{ code: "invalid-input", fields: { happenedAt: ["invalid-date"] } },
  });
  const events = await listNoticeEvents(database().read, supplier.actor.organisationId, [id]);
  expect(
    events.get(id)?.map(({ number, happenedAt, note }) => [number, happenedAt.toISOString(), note]),
  ).toEqual([
    [1, "2026-11-20T10:00:00.000Z", ""],
    [2, "2026-11-20T08:00:00.000Z", "Corrected"],
  ]);
  const { id: advisory } = accepted(
    await saveNotice(supplier, { notice: null, content: aContentOf(releaseId) }),
  );
  expect(refusalOf(await recordNoticeEvent(supplier, { ...aware, noticeId: advisory }))).toEqual({
    code: "no-clocks",
  });
});

test("a hospital reads what is about a release it has drawn, published, decided on or was answered with, and nothing else", async () => {
  const scene = await aScene(database());
  const { supplier, engineer, officer, modelId } = scene;
  const { releaseId } = await aProduct(supplier);
  const noticeId = await aPublishedNotice(supplier, releaseId);
  const stranger = await aHospitalCaller(database(), "security-lead");
  expect(await readBy(engineer)).toEqual([]);
  const content = { ...aContent(), assets: [anAsset({ productReleaseId: releaseId })] };
  await publish(engineer, { modelId, number: 2, content });
  expect(await readBy(engineer)).toEqual([noticeId]);
  expect(await readBy(await colleague(engineer, "auditor"))).toEqual([noticeId]);
  expect(await readBy(officer)).toEqual([noticeId]);
  expect(await readBy(stranger)).toEqual([]);
});

test("who decided on a release, or was answered with it, reads what is told of it later", async () => {
  const scene = await aScene(database());
  const { supplier } = scene;
  await decideOn(scene);
  const releaseOf = async (declarationId: string) =>
    (await findDeclaration(database().read, supplier.actor.organisationId, declarationId))?.releaseId ?? "";
  const releaseId = await releaseOf(scene.declarationId);
  const noticeId = await aPublishedNotice(supplier, releaseId);
  expect(await readBy(scene.engineer)).toEqual([noticeId]);
  const asking = await aHospitalCaller(database(), "security-lead");
  const declarationId = await aSignedDeclaration(supplier);
  const told = await aPublishedNotice(supplier, await releaseOf(declarationId));
  expect(await readBy(asking)).toEqual([]);
  await aRequest(asking, supplier.actor.organisationId, { state: "declared", declarationId });
  expect(await readBy(asking)).toEqual([told]);
});

test("a supplier may choose a hospital that has asked it, never one that has not; a draft is read by nobody", async () => {
  const { supplier, releaseId } = await aSupplier();
  const asking = await aHospitalCaller(database(), "security-lead");
  const stranger = await aHospitalCaller(database(), "security-lead");
  await aRequest(asking, supplier.actor.organisationId);
  const { id } = accepted(await saveNotice(supplier, { notice: null, content: aContentOf(releaseId) }));
  expect(await readBy(asking)).toEqual([]);
  const publishing = { noticeId: id, version: 1, move: "publish" };
  const to = ({ actor }: Caller) => ({ ...publishing, hospitalIds: [actor.organisationId] });
  await expect(publishNotice(supplier, to(stranger))).rejects.toThrowError(notFound);
  accepted(await publishNotice(supplier, to(asking)));
  expect(await readBy(asking)).toEqual([id]);
  expect(await readBy(stranger)).toEqual([]);
});

const CSAF = {
  document: {
    ...{ csaf_version: "2.0", category: "csaf_security_advisory", title: "Memory of the pump is read" },
    publisher: { name: "Fiktiva" },
    tracking: { id: "FIK-2026-7", status: "final", current_release_date: "2026-11-20T10:00:00Z" },
  },
  product_tree: {
    branches: [
      {
        ...{ category: "product_name", name: "Fiktiva  PUMP" },
        branches: ["1.0", "9.9"].map((version) => ({
          ...{ category: "product_version", name: version },
          product: { product_id: `P-${version}`, name: `Fiktiva Pump ${version}` },
        })),
      },
    ],
  },
  vulnerabilities: [
    {
      cve: "CVE-2026-12345",
      product_status: { known_affected: ["P-1.0", "P-9.9"] },
      remediations: [{ category: "vendor_fix", details: "Update to 1.1", product_ids: ["P-1.0", "P-9.9"] }],
      threats: [{ category: "impact", details: "Whoever reaches the port reads the memory." }],
      scores: [{ products: ["P-1.0"], cvss_v3: { baseSeverity: "HIGH" } }],
    },
  ],
};

test("a CSAF file becomes a draft with the releases it names; what it names besides is told", async () => {
  const { supplier, releaseId } = await aSupplier();
  const bytes = new TextEncoder().encode(JSON.stringify(CSAF));
  const { id, unknown, unknownCount } = accepted(await importNotice(supplier, bytes));
  expect([unknown, unknownCount]).toEqual([["Fiktiva PUMP 9.9"], 1]);
  expect(await findNotice(database().read, supplier.actor.organisationId, id)).toMatchObject({
    ...{ state: "draft", source: "csaf", sourceDocument: "FIK-2026-7" },
    content: {
      ...{ title: "Memory of the pump is read", severity: "high", releaseIds: [releaseId] },
      ...{ vulnerabilities: ["CVE-2026-12345"], remedies: "Update to 1.1" },
      text: "Whoever reaches the port reads the memory.",
    },
  });
  accepted(await publishNotice(supplier, { noticeId: id, version: 1, move: "publish" }));
});

test("a full product name of a CSAF file names the release too", async () => {
  const { supplier, releaseId } = await aSupplier();
  const tree = { full_product_names: [{ product_id: "P-1.0", name: "Fiktiva Pump 1.0" }] };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...CSAF, product_tree: tree }));
  const { id, unknown } = accepted(await importNotice(supplier, bytes));
  const notice = await findNotice(database().read, supplier.actor.organisationId, id);
  expect([notice?.content.releaseIds, unknown]).toEqual([[releaseId], []]);
});

test("a part of a product in a CSAF file is a component with its identifiers", async () => {
  const { supplier, releaseId } = await aSupplier();
  const cpe = "cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*";
  const tree = {
    full_product_names: [
      { product_id: "pump", name: "Fiktiva Pump 1.0" },
      { product_id: "ssl", name: "OpenSSL", product_identification_helper: { cpe } },
    ],
    relationships: [
      {
        category: "default_component_of",
        ...{ product_reference: "ssl", relates_to_product_reference: "pump" },
        full_product_name: { product_id: "P-1.0", name: "OpenSSL in Fiktiva Pump 1.0" },
      },
    ],
  };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...CSAF, product_tree: tree }));
  const { id } = accepted(await importNotice(supplier, bytes));
  const notice = await findNotice(database().read, supplier.actor.organisationId, id);
  expect(notice?.content.releaseIds).toEqual([releaseId]);
  expect(notice?.content.components).toMatchObject([{ version: "", purl: "", cpe }]);
});

test("a file that is too large or none of these is refused with its reason, and nothing is written", async () => {
  const { supplier } = await aSupplier();
  const read = async (text: string) =>
    refusalOf(await importNotice(supplier, new TextEncoder().encode(text)));
  expect(await read(" ".repeat(MAX_ADVISORY_BYTES + 1))).toEqual({ code: "too-large", megabytes: 10 });
  expect(await read("{}")).toMatchObject({ code: "unreadable", reason: "unknown-format" });
  expect(await read("{")).toMatchObject({ code: "unreadable", reason: "not-json" });
  const hospital = await aHospitalCaller(database(), "security-lead");
  await expect(importNotice(hospital, new Uint8Array())).rejects.toThrowError(forbidden);
});

test("lists go page by page without a gap or a doubled line, whatever was changed at the same moment", async () => {
  const scene = await aScene(database());
  const { supplier, engineer, modelId } = scene;
  const { releaseId } = await aProduct(supplier);
  const content = { ...aContent(), assets: [anAsset({ productReleaseId: releaseId })] };
  await publish(engineer, { modelId, number: 2, content });
  const ids: Array<string> = [];
  for (let n = 0; n < 5; n += 1) {
    const at = { ...supplier, now: new Date(supplier.now.getTime() + Math.floor(n / 2) * 60_000) };
    ids.push(await aPublishedNotice(at, releaseId));
  }
  const held = { heldReleaseIds: [releaseId] };
  const read = database().read;
  const paged = async (list: (before: string | null) => Promise<ReadonlyArray<{ id: string }>>) => {
    const seen: Array<string> = [];
    for (let before: string | null = null; ; before = seen.at(-1) ?? null) {
      const page = await list(before);
      seen.push(...page.map(({ id }) => id));
      if (page.length < 2) return seen;
    }
  };
  const own = supplier.actor.organisationId;
  const hospital = engineer.actor.organisationId;
  const all = await paged((before) => listNotices(read, own, { limit: 2, before }));
  expect(all.toSorted()).toEqual(ids.toSorted());
  const received = await paged((before) =>
    listReceivedNotices(read, hospital, { ...held, limit: 2, before }),
  );
  expect(received).toEqual(all);
  const last = all.at(-1) ?? "";
  accepted(await publishNotice(supplier, { noticeId: last, version: 2, move: "close" }));
  const urgent = await listReceivedNotices(read, hospital, { ...held, isUrgent: true, limit: 9 });
  const rest = await listReceivedNotices(read, hospital, { ...held, isUrgent: false, limit: 9 });
  expect([urgent.length, rest.map(({ id }) => id)]).toEqual([4, [last]]);
  const shown = await presentReceivedNotices(engineer);
  expect([shown.notices.length, shown.notices.at(-1)?.id, shown.older]).toEqual([5, last, null]);
  const stranger = await aHospitalCaller(database(), "security-lead");
  const foreign = { ...held, heldReleaseIds: [], limit: 9, before: last };
  expect(await listReceivedNotices(read, stranger.actor.organisationId, foreign)).toEqual([]);
});
