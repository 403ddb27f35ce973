import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { paths } from "~/paths";
import { hashPassword } from "~/use-cases/accounts/password.server";
import type { Caller } from "~/use-cases/use-case.server";
import { savePasswordHash } from "~db/repositories/people";
import { aProduct } from "../builders/declaration";
import { aPortal, PASSWORD, postForm, signedIn } from "../builders/portal";
import { anAsset } from "../builders/zone-model";
import { readPdf } from "../reports/read-pdf";
import { aContent, aScene, publish } from "../use-cases/decisions/scene";

const portal = aPortal();

/** Somebody of the scene, signed in through the form. */
async function cookieOf({ actor }: Caller): Promise<string> {
  const passwordHash = await hashPassword(PASSWORD);
  await portal().database.transaction((db) => savePasswordHash(db, actor.personId, passwordHash));
  const values = { email: `${actor.personId}@example.test`, password: PASSWORD };
  const answer = await postForm(portal(), paths.signIn(), values);
  return answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}

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
  expect((await post(own, { intent: "publish", version: "1" }, from)).status).toBe(303);

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
