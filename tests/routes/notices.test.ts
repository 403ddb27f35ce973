import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { MAX_ADVISORY_BYTES } from "~/domain/notice/notice";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { paths } from "~/paths";
import { publishNotice } from "~/use-cases/notices/publish-notice.server";
import { recordNoticeEvent } from "~/use-cases/notices/record-notice-event.server";
import { saveNotice } from "~/use-cases/notices/save-notice.server";
import type { Caller } from "~/use-cases/use-case.server";
import { aSupplierCaller } from "../builders/database";
import { aProduct } from "../builders/declaration";
import { aPortal, postForm, signedIn, signedInAs } from "../builders/portal";
import { aModelInPortal } from "../builders/portal-model";
import { aChannel, aConduit, anAsset, aZone } from "../builders/zone-model";
import { readPdf } from "../reports/read-pdf";
import { aContent, aScene, publish } from "../use-cases/decisions/scene";
import { aContentOf, aPublishedNotice } from "../use-cases/notices/notice-builders";

const portal = aPortal();

const cookieOf = (caller: Caller) => signedInAs(portal(), caller);

const CSAF = JSON.stringify({
  document: {
    ...{ csaf_version: "2.0", category: "csaf_security_advisory", title: "Memory of the pump is read" },
    ...{ publisher: { name: "Fiktiva" }, tracking: { id: "FIK-2026-7" } },
  },
  product_tree: { full_product_names: [{ product_id: "P", name: "Pump Seven 1.0" }] },
  vulnerabilities: [
    {
      ...{ cve: "CVE-2026-12345", product_status: { known_affected: ["P"] } },
      remediations: [{ category: "vendor_fix", details: "Update to 1.1", product_ids: ["P"] }],
      threats: [{ category: "impact", details: "Whoever reaches the port reads the memory." }],
    },
  ],
});

test("a supplier publishes from a file; the hospital sees where it stands, keeps a record and takes the report along", async () => {
  const scene = await aScene(portal().database);
  const { supplier, engineer, modelId } = scene;
  const { releaseId } = await aProduct(supplier, { name: "Pump Seven", version: "1.0" });
  const assets = [anAsset({ name: "Pump on ward 3", productReleaseId: releaseId })];
  await publish(engineer, { modelId, number: 2, content: { ...aContent({ name: "Ward 3" }), assets } });
  const from = await cookieOf(supplier);
  const cookie = await cookieOf(engineer);
  const post = (path: string, values: Record<string, string>, who = cookie) =>
    postForm(portal(), path, values, { cookie: who });
  const pageAt = async (path: string, who = cookie) => (await portal().request(path, { cookie: who })).text();

  const read = await post(paths.newNotice(), { intent: "import", file: CSAF }, from);
  expect(read.status).toBe(303);
  const own = read.headers.get("Location") ?? "";
  const noticeId = own.split("/").at(-1) ?? "";
  expect(await pageAt(own, from)).toContain("Whoever reaches the port reads the memory.");
  expect(await pageAt(paths.receivedNotices())).not.toContain("Memory of the pump is read");
  expect((await post(own, { intent: "publish", version: "1" }, from)).status).toBe(422);
  const publishing = paths.publishNotice(noticeId);
  const review = await pageAt(publishing, from);
  for (const words of ["Update to 1.1", "Pump Seven 1.0", "the portal does not tell"])
    expect(review).toContain(words);
  expect((await post(publishing, { version: "7" }, from)).status).toBe(422);
  expect((await post(publishing, { version: "1" }, from)).status).toBe(303);

  expect(await pageAt(paths.receivedNotices())).toContain("Memory of the pump is read");
  const received = await pageAt(paths.receivedNotice(noticeId));
  for (const words of ["Pump on ward 3", "Ward 3", "One conduit away", "Update to 1.1", "Pump Seven 1.0"])
    expect(received).toContain(words);

  const opened = await post(paths.newIncident({ notice: noticeId }), {
    ...{ title: "Pump answers nobody", description: "Ward 3", detectedAt: "2026-11-21T08:00" },
  });
  expect(opened.status).toBe(303);
  const record = opened.headers.get("Location") ?? "";
  const incidentId = record.split("/").at(-1) ?? "";
  const early = { intent: "record", kind: "early-warning", happenedAt: "2026-11-21T09:30", note: "By phone" };
  expect((await post(record, { ...early, lastEntry: "1" })).status).toBe(303);
  expect((await post(record, { ...early, lastEntry: "1" })).status).toBe(422);
  const measure = { intent: "measure", text: "Isolate the ward", owner: "Network", dueOn: "2026-11-22" };
  expect((await post(record, measure)).status).toBe(303);
  const shown = await pageAt(record);
  for (const words of ["Done in time", "NIS2 Art. 23", "By phone", "Isolate the ward", "no legal advice"])
    expect(shown).toContain(words);

  const take = async (file: string) => {
    const answer = await portal().request(paths.incidentFile(incidentId, file), { cookie });
    expect([answer.status, answer.headers.get("Content-Disposition")]).toEqual([
      200,
      expect.stringContaining(file),
    ]);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const pdf = readPdf(await take("incident.pdf"));
  expect(pdf.untagged).toEqual([]);
  const parts = unzipSync(await take("incident.docx"));
  const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const words = [
    "Pump answers nobody",
    "Isolate the ward",
    "CVE-2026-12345",
    "legal advice",
    "Pump on ward 3",
  ];
  for (const text of [pdf.pages.join("\n").replace(/\s+/g, " "), body])
    for (const word of words) expect(text).toContain(word);
});

test("a refused form keeps what was typed and says what is wrong; a file that is none changes nothing", async () => {
  const { cookie } = await signedIn(portal(), "supplier", "signatory");
  const answer = await postForm(
    portal(),
    paths.newNotice(),
    { kind: "advisory", title: "", text: "Kept words" },
    { cookie },
  );
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("Kept words");
  const none = await postForm(portal(), paths.newNotice(), { intent: "import", file: "{}" }, { cookie });
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining("cannot be read as CSAF")]);
  expect(await (await portal().request(paths.notices(), { cookie })).text()).toContain("No notice yet");
});

test("another hospital finds neither the notice nor the record, and an unknown file is none", async () => {
  const { engineer } = await aScene(portal().database);
  const cookie = await cookieOf(engineer);
  const opened = await postForm(
    portal(),
    paths.newIncident(),
    { title: "Own", detectedAt: "2026-11-21T08:00" },
    { cookie },
  );
  const record = opened.headers.get("Location") ?? "";
  const incidentId = record.split("/").at(-1) ?? "";
  const other = await signedIn(portal(), "hospital", "security-lead");
  for (const path of [record, paths.incidentFile(incidentId, "incident.pdf")])
    expect((await portal().request(path, other)).status).toBe(404);
  expect((await portal().request(paths.incidentFile(incidentId, "incident.xlsx"), { cookie })).status).toBe(
    404,
  );
});

test("the diagram and the tables show the reach of a notice; another hospital and a supplier get nothing", async () => {
  const { releaseId, noticeId, supplier } = await aTold();
  const { engineer, modelId } = await aModelInPortal(portal(), aWard(releaseId));
  const get = (path: string, who = engineer.cookie) => portal().request(path, { cookie: who });
  const answer = await get(paths.modelNotices(modelId));
  expect(await answer.json()).toEqual({
    notices: [
      {
        ...{ id: noticeId, state: "published", title: "Memory is read" },
        ...{ supplierName: expect.any(String), releaseIds: [releaseId] },
      },
    ],
  });
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  const shown = { overlay: "notice", notice: noticeId };
  const received = await (await get(paths.receivedNotice(noticeId))).text();
  for (const path of [paths.model(modelId, shown), paths.modelTable(modelId, shown)])
    expect(received).toContain(`href="${path.replaceAll("&", "&amp;")}"`);
  const table = await (await get(paths.modelTable(modelId, { ...shown }))).text();
  for (const words of [
    "1 affected asset stands here",
    "1 conduit away: connections can be opened this way",
    "2 conduits away",
    "no conduit leads here from an affected asset",
    "Affected assets: <!-- -->1",
  ])
    expect(table.replaceAll("<!-- -->", "")).toContain(words.replaceAll("<!-- -->", ""));
  const missing = await (await get(paths.modelTable(modelId, { overlay: "notice", notice: "none" }))).text();
  expect(missing).toContain("is about nothing in this model");

  const stranger = await signedIn(portal(), "hospital", "security-lead");
  expect((await get(paths.modelNotices(modelId), stranger.cookie)).status).toBe(404);
  expect((await get(paths.modelNotices(modelId), await cookieOf(supplier))).status).toBe(403);
});

test("a withdrawn notice has no reach to show, and a model without its release names none", async () => {
  const { releaseId, noticeId, supplier } = await aTold();
  const drawn = await aModelInPortal(portal(), aWard(releaseId));
  const other = await aModelInPortal(portal(), aWard(null));
  const listed = async ({ engineer, modelId }: typeof drawn) => {
    const answer = await portal().request(paths.modelNotices(modelId), { cookie: engineer.cookie });
    return ((await answer.json()) as { notices: ReadonlyArray<{ id: string }> }).notices.map(({ id }) => id);
  };
  expect([await listed(drawn), await listed(other)]).toEqual([[noticeId], []]);
  const withdrawal = { noticeId, version: 2, move: "withdraw", reason: "Not ours" };
  expect((await publishNotice(supplier, withdrawal)).ok).toBe(true);
  expect(await listed(drawn)).toEqual([]);
});

async function aTold() {
  const supplier = await aSupplierCaller(portal().database, "contributor", "signatory");
  const { releaseId } = await aProduct(supplier, { name: "Pump Eight", version: "1.0" });
  return { supplier, releaseId, noticeId: await aPublishedNotice(supplier, releaseId) };
}

/** A pump on a ward, two zones behind it and one that nothing leads to. */
function aWard(productReleaseId: string | null): ReadonlyArray<ZoneModelCommand> {
  const zones = ["ward", "core", "lab", "office"].map((id) => aZone({ id, name: id, parentId: null }));
  const channels = [aChannel({ initiator: "either" })];
  return [
    ...zones.map((zone) => ({ type: "add-zone" as const, zone, place: null })),
    ...[
      { id: "near", fromZoneId: "ward", toZoneId: "core" },
      { id: "far", fromZoneId: "core", toZoneId: "lab" },
    ].map((ends) => ({ type: "add-conduit" as const, conduit: aConduit({ ...ends, channels }) })),
    { type: "add-asset", asset: anAsset({ id: "pump", zoneId: "ward", productReleaseId }) },
  ];
}

test("a file is read beside the server, whatever is in it; what is too large or foreign is not taken", async () => {
  const { cookie } = await signedIn(portal(), "supplier", "signatory");
  const send = (body: BodyInit, headers: Record<string, string> = {}, who = cookie) =>
    portal().request(paths.noticeFile(), {
      ...{ method: "POST", body, cookie: who },
      headers: { "Content-Type": "application/octet-stream", ...headers },
    });
  const read = await send(CSAF);
  expect(read.status).toBe(200);
  const { id } = (await read.json()) as { id: string };
  expect(await (await portal().request(paths.notice(id), { cookie })).text()).toContain("Update to 1.1");

  const ended: Array<string> = [];
  const hostile = `{"document":{"csaf_version":"2.0"},"vulnerabilities":[${"{},".repeat(3_000_000)}{}]}`;
  const [refused] = await Promise.all([
    send(hostile).then((answer) => {
      ended.push("file");
      return answer;
    }),
    portal()
      .request("/livez", {})
      .then(() => ended.push("somebody else")),
  ]);
  expect([refused.status, ended[0]]).toEqual([422, "somebody else"]);
  expect((await send("{")).status).toBe(422);
  expect((await send(" ".repeat(MAX_ADVISORY_BYTES + 1))).status).toBe(413);
  expect((await send(CSAF, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  const hospital = await signedIn(portal(), "hospital", "security-lead");
  expect((await send(CSAF, {}, hospital.cookie)).status).toBe(403);
  const list = await (await portal().request(paths.notices(), { cookie })).text();
  expect(list.match(/>Memory of the pump is read<\/a>/g)?.length).toBe(1);
});

test("no page of a notice or a record has two elements of one id, with every form on it", async () => {
  const { engineer, supplier, modelId } = await aScene(portal().database);
  const { releaseId } = await aProduct(supplier, { name: "Pump Nine", version: "1.0" });
  const assets = [anAsset({ productReleaseId: releaseId })];
  await publish(engineer, { modelId, number: 2, content: { ...aContent(), assets } });
  const content = { ...aContentOf(releaseId), kind: "severe-incident" };
  const saved = await saveNotice(supplier, { notice: null, content });
  if (!saved.ok) throw new Error("refused");
  const { id } = saved.value;
  const aware = { noticeId: id, kind: "aware", happenedAt: "2026-11-20T10:00" };
  expect((await recordNoticeEvent(supplier, aware)).ok).toBe(true);
  const [from, cookie] = [await cookieOf(supplier), await cookieOf(engineer)];
  const doubled = async (path: string, who: string) => {
    const html = await (await portal().request(path, { cookie: who })).text();
    const ids = [...html.matchAll(/<[a-z][^>]*\sid="([^"]+)"/g)].map(([, one = ""]) => one);
    expect(ids.length).toBeGreaterThan(0);
    return ids.filter((one, at) => ids.indexOf(one) !== at);
  };
  const refused = { intent: "record", kind: "", happenedAt: "" };
  for (const path of [paths.notice(id), paths.publishNotice(id), paths.newNotice()])
    expect([path, await doubled(path, from)]).toEqual([path, []]);
  const published = await publishNotice(supplier, { noticeId: id, version: 1, move: "publish" });
  expect(published.ok).toBe(true);
  expect(await doubled(paths.notice(id), from)).toEqual([]);
  const opened = await postForm(
    portal(),
    paths.newIncident({ notice: id }),
    { title: "Own", detectedAt: "2026-11-21T08:00" },
    { cookie },
  );
  const record = opened.headers.get("Location") ?? "";
  for (const path of [paths.receivedNotice(id), paths.newIncident({ notice: id }), record])
    expect([path, await doubled(path, cookie)]).toEqual([path, []]);
  const again = await (await postForm(portal(), record, refused, { cookie })).text();
  const ids = [...again.matchAll(/\sid="([^"]+)"/g)].map(([, one]) => one);
  expect(ids.filter((one, at) => ids.indexOf(one) !== at)).toEqual([]);
});
