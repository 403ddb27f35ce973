import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { run } from "~/cli/run";
import { readStages, STAGES_TYPE, type Stage } from "~/components/download/download-stages";
import { PACK_FILES } from "~/formats/evidence-pack/manifest";
import { paths } from "~/paths";
import { hashPassword } from "~/use-cases/accounts/password.server";
import type { Caller } from "~/use-cases/use-case.server";
import { saveMember } from "~db/repositories/organisations";
import { saveNewPerson } from "~db/repositories/people";
import { aPortal, PASSWORD, postForm, signedIn } from "../builders/portal";
import { readPdf } from "../reports/read-pdf";
import { aScene, decideOn, ONE_CONDITION } from "../use-cases/decisions/scene";

const portal = aPortal();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cordon-packs-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const THE_DAY = { kind: "period", from: "2026-11-21", to: "2026-11-21" };

async function anAuditorOf({ actor }: Caller) {
  const email = `${randomUUID()}@example.test`;
  const createdAt = new Date("2026-11-01T00:00:00.000Z");
  const person = { id: randomUUID(), email, name: "An auditor", createdAt };
  const passwordHash = await hashPassword(PASSWORD);
  await portal().database.transaction(async (db) => {
    await saveNewPerson(db, { ...person, passwordHash });
    const member = { personId: person.id, roles: ["auditor" as const], state: "active" as const };
    await saveMember(db, actor.organisationId, { ...member, createdAt });
  });
  const answer = await postForm(portal(), paths.signIn(), { email, password: PASSWORD });
  return { cookie: answer.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
}

/** A decision with an auditor of its hospital, and the addresses of the three packs that hold it. */
async function aDecidedZone() {
  const scene = await aScene(portal().database);
  const decisionId = await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  const zone = `${scene.modelId}/${scene.zoneId}`;
  const queries = [
    { kind: "zone", zone },
    { kind: "supplier", supplier: scene.supplier.actor.organisationId },
    THE_DAY,
  ];
  return { scene, decisionId, auditor: await anAuditorOf(scene.officer), queries };
}

async function keyFile() {
  const file = path.join(folder, "key.json");
  fs.writeFileSync(file, await (await portal().request(paths.portalKeyFile())).text());
  return file;
}

function verify(bytes: Uint8Array, key: string) {
  const file = path.join(folder, `${randomUUID()}.zip`);
  fs.writeFileSync(file, bytes);
  const out: Array<string> = [];
  const error: Array<string> = [];
  const code = run(["verify", file, "--key", key], {
    print: (text) => void out.push(text),
    printError: (text) => void error.push(text),
    today: () => "2026-11-22",
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

test("an auditor takes each kind along, and the command line finds that it holds", async () => {
  const { decisionId, auditor, queries } = await aDecidedZone();
  const key = await keyFile();
  for (const query of queries) {
    const answer = await portal().request(paths.evidencePackFile(query), auditor);
    expect(answer.status, query.kind).toBe(200);
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename=".*-evidence\.zip"/);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const { code, out, error } = verify(bytes, key);
    expect({ code, error }, out).toEqual({ code: 0, error: "" });
    expect(out).toContain("1 decision against its assessment; worked out again with the same result: 1");
    expect(out).toContain("1 supplier's signed declaration");
    const files = unzipSync(bytes);
    const text = readPdf(files[PACK_FILES.report] ?? new Uint8Array()).pages.join("\n");
    for (const part of [
      "Approve with conditions",
      "Conforms",
      "How to check this",
      "What is not in this pack",
    ])
      expect(text, query.kind).toContain(part);
    const [listed] = JSON.parse(new TextDecoder().decode(files[PACK_FILES.decisions]));
    expect(listed).toMatchObject({ id: decisionId, verdict: "conforms", conditions: [ONE_CONDITION["0"]] });
    expect(text).toContain(listed.fingerprint.slice(0, 16));
    expect(new TextDecoder().decode(files["decisions.csv"])).toContain(decisionId);
    expect(new TextDecoder().decode(files[PACK_FILES.readMe])).toContain("cordon verify");
  }
});

test("a pack that somebody has touched is refused, with the file named", async () => {
  const { auditor, queries } = await aDecidedZone();
  const key = await keyFile();
  const [zone] = queries;
  if (!zone) throw new Error("there is a zone");
  const answer = await portal().request(paths.evidencePackFile(zone), auditor);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  for (const [name, bytes] of Object.entries(files).filter(([one]) => one !== PACK_FILES.manifest)) {
    const touched = { ...files, [name]: new Uint8Array([...bytes, 32]) };
    const { code, out } = verify(zipSync(touched), key);
    expect(code, name).toBe(1);
    expect(out).toContain(`${name} is not the file that was signed.`);
  }
});

test("an empty period says so in its document, and holds all the same", async () => {
  const { auditor } = await aDecidedZone();
  const empty = { kind: "period", from: "2020-01-01", to: "2020-12-31" };
  const page = await (await portal().request(paths.evidencePacks(empty), auditor)).text();
  expect(page).toContain("In this period nothing happened");
  const answer = await portal().request(paths.evidencePackFile(empty), auditor);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(verify(bytes, await keyFile())).toMatchObject({ code: 0 });
  const pdf = readPdf(unzipSync(bytes)[PACK_FILES.report] ?? new Uint8Array());
  expect(pdf.pages.join("\n")).toContain("Nothing was decided in this period");
});

test("what cannot be made leads to the page that says why", async () => {
  const { auditor } = await aDecidedZone();
  const wrong = { kind: "period", from: "2026-12-01", to: "2026-11-01" };
  const answer = await portal().request(paths.evidencePackFile(wrong), auditor);
  expect(answer.status).toBe(303);
  const to = answer.headers.get("Location") ?? "";
  expect(to).toBe(paths.evidencePacks(wrong));
  expect(await (await portal().request(to, auditor)).text()).toContain("The last day is before the first.");
});

test("a script hears how far it is; engineers, suppliers, strangers and other hospitals get nothing", async () => {
  const { queries, auditor } = await aDecidedZone();
  const [zone = {}] = queries;
  const file = paths.evidencePackFile(zone);
  const answer = await portal().request(file, { ...auditor, headers: { Accept: STAGES_TYPE } });
  const stages: Array<Stage> = [];
  if (!answer.body) throw new Error("the answer has a body");
  const { name } = await readStages(answer.body, (stage) => stages.push(stage));
  expect(name).toMatch(/^zone-.*-evidence\.zip$/);
  expect(stages.some((stage) => "done" in stage)).toBe(true);
  const page = await (await portal().request(paths.evidencePacks(zone), auditor)).text();
  expect(page).toContain(file.replaceAll("&", "&amp;"));
  for (const [person, status] of [
    [await signedIn(portal(), "hospital", "auditor"), 404],
    [await signedIn(portal(), "hospital", "security-engineer"), 403],
    [await signedIn(portal(), "supplier", "signatory"), 403],
    [{}, 302],
  ] as const)
    expect((await portal().request(file, person)).status).toBe(status);
  for (const address of [paths.evidencePacks(), paths.evidencePackFile(THE_DAY)])
    expect(
      (await portal().request(address, await signedIn(portal(), "supplier", "administrator"))).status,
    ).toBe(403);
});
