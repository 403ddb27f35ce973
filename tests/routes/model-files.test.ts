import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { STAGES_TYPE } from "~/components/download/download-stages";
import { parseDelimited } from "~/formats/delimited/parse";
import { readWorkbook } from "~/formats/workbook/read-workbook";
import { parseZoneModelFile } from "~/formats/zone-model-json/parse";
import { paths } from "~/paths";
import { MAX_IMPORT_BYTES } from "~/server/request-gate.server";
import { listAuditEntries } from "~db/repositories/audit";
import { aPortal, postForm, signedIn } from "../builders/portal";
import { aConduit, anAsset, aZone } from "../builders/zone-model";

const portal = aPortal();

const COMMANDS = [
  { type: "add-zone", zone: aZone({ name: "=Žilina" }), place: { x: 1, y: 2, width: 300, height: 200 } },
  { type: "add-zone", zone: aZone({ id: "archive" }), place: null },
  { type: "add-conduit", conduit: aConduit() },
  { type: "add-asset", asset: anAsset({ location: "@home" }) },
];
type Visitor = Awaited<ReturnType<typeof signedIn>>;

function post(visitor: Visitor | null, modelId: string, body: unknown) {
  return portal().request(paths.modelImports(modelId), {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", "X-Requested-With": "cordon" },
    ...(visitor && { cookie: visitor.cookie }),
  });
}

async function aModelOf(visitor: Visitor, start = "empty"): Promise<{ modelId: string; location: string }> {
  const answer = await postForm(
    portal(),
    paths.newModel(),
    { siteName: "Campus", name: `Building ${randomUUID()}`, start },
    { cookie: visitor.cookie },
  );
  const location = answer.headers.get("Location") ?? "";
  return { modelId: location.split("/")[3] ?? "", location };
}

test("a new model from a file leads on to its import", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const { modelId, location } = await aModelOf(engineer, "file");
  expect(location).toBe(paths.modelImport(modelId));
  const page = await portal().request(location, { cookie: engineer.cookie });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("What do you have?");
});

test("an import is answered with its version, a stale one and a refused one with why", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const { modelId } = await aModelOf(engineer);
  const saved = await post(engineer, modelId, { version: 0, source: "drawio", commands: COMMANDS });
  expect([saved.status, await saved.json()]).toEqual([200, { version: 1 }]);
  const rename = { type: "update-zone", zoneId: "archive", changes: { name: "Archive" } };
  expect((await post(engineer, modelId, { version: 1, source: "drawio", commands: [rename] })).status).toBe(
    200,
  );
  const stale = await post(engineer, modelId, { version: 1, source: "drawio", commands: [rename] });
  expect([stale.status, await stale.json()]).toMatchObject([409, { refusal: { code: "stale-version" } }]);
  const refused = await post(engineer, modelId, { version: 2, source: "drawio", commands: COMMANDS });
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { refusal: { code: "command-refused" } },
  ]);
  const bad = await post(engineer, modelId, "nothing");
  expect([bad.status, await bad.json()]).toMatchObject([422, { refusal: { code: "invalid-input" } }]);
});

test("10,000 assets pass the gate that other requests do not; more than 16 MB pass no gate", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const { modelId } = await aModelOf(engineer);
  const commands = Array.from({ length: 10_000 }, (_, n) => ({
    type: "add-asset",
    asset: anAsset({ id: `a${n}`, zoneId: null, name: `Infusion pump ${n}` }),
  }));
  const body = { version: 0, source: "inventory", commands };
  expect(JSON.stringify(body).length).toBeGreaterThan(2 * 1024 * 1024);
  expect((await post(engineer, modelId, body)).status).toBe(200);
  const edits = await portal().request(paths.modelEdits(modelId), {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json" },
    cookie: engineer.cookie,
  });
  expect(edits.status).toBe(413);
  const large = await post(engineer, modelId, "x".repeat(MAX_IMPORT_BYTES)).then(
    ({ status }) => status,
    () => "connection ended",
  );
  expect([413, "connection ended"]).toContain(large);
  expect((await portal().request("/livez")).status).toBe(200);
});

test("every file is an attachment with its type, and holds what was imported", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const { modelId } = await aModelOf(engineer);
  await post(engineer, modelId, { version: 0, source: "drawio", commands: COMMANDS });
  const download = async (file: string) => {
    const answer = await portal().request(paths.modelFile(modelId, file), { cookie: engineer.cookie });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="Building-[\w.-]+"; filename\*=UTF-8''Building-/,
    );
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    return answer;
  };
  const json = await download("model.json");
  const file = parseZoneModelFile(await json.text());
  expect(file.ok && file.value.model.zones.map(({ name }) => name)).toEqual(["=Žilina", "Zone archive"]);
  const drawing = await download("model.drawio");
  expect(drawing.headers.get("Content-Type")).toMatch(/^application\/xml/);
  expect(await drawing.text()).toContain('label="=Žilina&#10;SL-T 2 2 2 2 2 2 2"');
  const schedule = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    await (await download("firewall-schedule.csv")).arrayBuffer(),
  );
  expect(schedule).toContain("\uFEFFConduit,From zone");
  expect(schedule).toContain(",'=Žilina,Zone archive,");
  const assets = parseDelimited(await (await download("assets.csv")).text());
  expect(assets.ok && assets.value.rows[1]?.cells.slice(0, 2)).toEqual(["Asset mri-1", "=Žilina"]);
  for (const name of ["firewall-schedule.xlsx", "assets.xlsx"]) {
    const book = await readWorkbook(new Uint8Array(await (await download(name)).arrayBuffer()));
    expect(book.ok && book.value[0]?.rows).toHaveLength(2);
  }
});

test("what is downloaded stands in the audit trail, also where a report tells how far it is; what is not there does not", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const { modelId } = await aModelOf(engineer);
  await post(engineer, modelId, { version: 0, source: "drawio", commands: COMMANDS });
  const { cookie, organisationId, personId } = engineer;
  const files = ["model.json", "model.drawio", "firewall-schedule.csv", "drawing.svg", "zone-report.docx"];
  for (const file of files) {
    const answer = await portal().request(paths.modelFile(modelId, file), { cookie });
    expect([file, answer.status]).toEqual([file, 200]);
    await answer.arrayBuffer();
  }
  const headers = { Accept: STAGES_TYPE };
  const staged = await portal().request(paths.modelFile(modelId, "drawing.pdf"), { cookie, headers });
  expect(staged.status).toBe(200);
  await staged.arrayBuffer();
  for (const [file, revision] of [
    ["model.exe", undefined],
    ["model.json", 7],
    ["drawing.pdf", 7],
  ] as const) {
    const answer = await portal().request(paths.modelFile(modelId, file, { revision }), { cookie });
    expect([file, answer.status]).toEqual([file, 404]);
  }
  const entries = await listAuditEntries(portal().database.read, organisationId, { limit: 50 });
  const exported = entries.filter(({ action }) => action === "model.export").toReversed();
  expect(exported.map(({ subjectId, details, ...entry }) => [entry.personId, subjectId, details])).toEqual(
    [...files, "drawing.pdf"].map((file) => [personId, modelId, { file, version: 1 }]),
  );
});

test("another hospital's model, another side and nobody at all get nothing", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const { modelId } = await aModelOf(engineer);
  const stranger = await signedIn(portal(), "hospital", "security-engineer", "security-lead");
  const supplier = await signedIn(portal(), "supplier", "administrator");
  const body = { version: 0, source: "drawio", commands: COMMANDS };
  expect((await post(stranger, modelId, body)).status).toBe(404);
  expect((await post(supplier, modelId, body)).status).toBe(403);
  expect((await post(null, modelId, body)).status).toBe(401);
  for (const path of [
    paths.modelImport(modelId),
    paths.modelExport(modelId),
    paths.modelFile(modelId, "model.json"),
  ]) {
    expect([path, (await portal().request(path, { cookie: stranger.cookie })).status]).toEqual([path, 404]);
    expect([path, (await portal().request(path, { cookie: supplier.cookie })).status]).toEqual([path, 403]);
    expect([path, (await portal().request(path)).status]).toEqual([path, 302]);
  }
  for (const file of ["model.exe", "__proto__", "model.json?revision=1", "model.json?revision=x"]) {
    const [name = "", query = ""] = file.split("?");
    const path = `${paths.modelFile(modelId, name)}?${query}`;
    expect([path, (await portal().request(path, { cookie: engineer.cookie })).status]).toEqual([path, 404]);
  }
  const auditor = await signedIn(portal(), "hospital", "auditor");
  expect((await post(auditor, modelId, body)).status).toBe(403);
});
