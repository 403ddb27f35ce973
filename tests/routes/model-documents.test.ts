import { randomUUID } from "node:crypto";
import { XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { Refused, readStages, STAGES_TYPE, type Stage } from "~/components/download/download-stages";
import { paths } from "~/paths";
import { aPortal, postForm, signedIn } from "../builders/portal";
import { aConduit, anAsset, aZone } from "../builders/zone-model";

const portal = aPortal();
const FILES = ["drawing.svg", "drawing.pdf", "zone-report.pdf", "zone-report.docx"] as const;
const TYPES = {
  "drawing.svg": "image/svg+xml; charset=utf-8",
  "drawing.pdf": "application/pdf",
  "zone-report.pdf": "application/pdf",
  "zone-report.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};
type Visitor = Awaited<ReturnType<typeof signedIn>>;

const COMMANDS = [
  {
    type: "add-zone",
    zone: aZone({ name: "Žilina <script>alert(1)</script>" }),
    place: { x: 1, y: 2, width: 300, height: 200 },
  },
  { type: "add-zone", zone: aZone({ id: "archive" }), place: null },
  { type: "add-conduit", conduit: aConduit() },
  { type: "add-asset", asset: anAsset({ name: `Pump ${"x".repeat(110)}` }) },
];

async function aModelOf(visitor: Visitor, name = `Building ${randomUUID()}`): Promise<string> {
  const { cookie } = visitor;
  const answer = await postForm(
    portal(),
    paths.newModel(),
    { siteName: "Campus", name, start: "empty" },
    { cookie },
  );
  const modelId = (answer.headers.get("Location") ?? "").split("/")[3] ?? "";
  const saved = await portal().request(paths.modelImports(modelId), {
    method: "POST",
    body: JSON.stringify({ version: 0, source: "drawio", commands: COMMANDS }),
    headers: { "Content-Type": "application/json", "X-Requested-With": "cordon" },
    cookie,
  });
  expect(saved.status).toBe(200);
  return modelId;
}

test("every document is an attachment of its type with a safe name, and is what it says", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const modelId = await aModelOf(engineer, `Přístav "B" ../../etc\\ ${randomUUID()}`);
  for (const file of FILES) {
    const answer = await portal().request(paths.modelFile(modelId, file), { cookie: engineer.cookie });
    expect(answer.status, file).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe(TYPES[file]);
    expect(answer.headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="Pristav-B-etc-[\w.-]+"; filename\*=UTF-8''P%C5%99%C3%ADstav-B-etc-[\w.-]+$/,
    );
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    const bytes = Buffer.from(await answer.arrayBuffer());
    const magic = { svg: "<?xml", pdf: "%PDF-", docx: "PK\u0003\u0004" }[file.split(".")[1] ?? ""];
    expect(bytes.toString("latin1", 0, magic?.length)).toBe(magic);
  }
});

test("a drawing names model, site, state, fingerprint and every element, and carries nothing that runs or leads out", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const modelId = await aModelOf(engineer);
  const answer = await portal().request(paths.modelFile(modelId, "drawing.svg"), { cookie: engineer.cookie });
  const svg = await answer.text();
  expect(XMLValidator.validate(svg)).toBe(true);
  for (const part of [
    "Campus",
    "Draft, version 1",
    "not approved",
    "Legend",
    "Zone archive",
    "DICOM over TLS",
    "SL-T",
  ])
    expect(svg).toContain(part);
  expect(svg).toContain("Žilina &lt;script&gt;");
  expect(svg).toMatch(/>[0-9a-f]{20,64}…?</);
  expect(svg.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
    /<script|<style|<image|<a |href|url\(|https?:|on\w+=/i,
  );
});

test("the page offers every file of the draft", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const modelId = await aModelOf(engineer);
  const page = await portal().request(paths.modelExport(modelId), { cookie: engineer.cookie });
  const html = await page.text();
  for (const file of FILES) expect(html).toContain(paths.modelFile(modelId, file));
  expect(html).toContain("Drawing (PNG)");
});

test("readers get documents; another hospital, suppliers and strangers do not; what is not there is not found", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const modelId = await aModelOf(engineer);
  const stranger = await signedIn(portal(), "hospital", "security-engineer", "security-lead");
  const supplier = await signedIn(portal(), "supplier", "administrator");
  for (const file of FILES) {
    const statusFor = async (visitor: Visitor | null, revision?: number) =>
      (
        await portal().request(paths.modelFile(modelId, file, { revision }), {
          ...(visitor && { cookie: visitor.cookie }),
        })
      ).status;
    expect(await statusFor(stranger), file).toBe(404);
    expect(await statusFor(supplier), file).toBe(403);
    expect([302, 401]).toContain(await statusFor(null));
    expect(await statusFor(engineer, 9), file).toBe(404);
    expect(await statusFor(engineer, 1.5), file).toBe(404);
  }
});

/** Lines of an answer that tells how far it is, and the bytes after them. */
async function stagesOf(visitor: Visitor, path: string) {
  const answer = await portal().request(path, {
    cookie: visitor.cookie,
    headers: { Accept: STAGES_TYPE },
  });
  return { status: answer.status, type: answer.headers.get("Content-Type"), answer };
}

test("a script is told how far a report is and gets the same file as a link", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const modelId = await aModelOf(engineer);
  for (const file of FILES) {
    const { answer, type } = await stagesOf(engineer, paths.modelFile(modelId, file));
    expect(type, file).toBe(STAGES_TYPE);
    if (!answer.body) throw new Error("no body");
    const stages: Array<Stage> = [];
    const { name, blob } = await readStages(answer.body, (stage) => stages.push(stage));
    expect(blob.type).toBe(TYPES[file]);
    expect(name).toMatch(/^Building-[\w-]+-draft-1\.\w+$/);
    const bytes = Buffer.from(await blob.arrayBuffer());
    const magic = { svg: "<?xml", pdf: "%PDF-", docx: "PK\u0003\u0004" }[file.split(".")[1] ?? ""];
    expect(bytes.toString("latin1", 0, magic?.length), file).toBe(magic);
    for (const stage of stages) if ("of" in stage) expect(stage.done).toBeLessThanOrEqual(stage.of);
  }
});

test("before anything is told, a foreign or missing state is not found and a supplier is refused", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const modelId = await aModelOf(engineer);
  const stranger = await signedIn(portal(), "hospital", "security-engineer", "security-lead");
  const supplier = await signedIn(portal(), "supplier", "administrator");
  const report = (revision?: number) => paths.modelFile(modelId, "zone-report.pdf", { revision });
  expect((await stagesOf(stranger, report())).status).toBe(404);
  expect((await stagesOf(supplier, report())).status).toBe(403);
  expect((await stagesOf(engineer, report(9))).status).toBe(404);
});

test("nobody has three documents written at once; the third is refused in words and with a status", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const modelId = await aModelOf(engineer);
  const path = paths.modelFile(modelId, "zone-report.docx");
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => portal().request(path, { cookie: engineer.cookie })),
  );
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([200, 200, 429, 429]);
  const told = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const { answer } = await stagesOf(engineer, path);
      if (!answer.body) throw new Error("no body");
      return readStages(answer.body, () => undefined).then(
        () => "file",
        (error: unknown) => (error instanceof Refused ? error.code : "broken"),
      );
    }),
  );
  expect(told.toSorted()).toEqual(["file", "file", "too-many-requests", "too-many-requests"]);
});

test("who leaves gives up the report, and the next one is written at once", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const modelId = await aModelOf(engineer);
  const path = paths.modelFile(modelId, "zone-report.pdf");
  for (let time = 0; time < 6; time += 1) {
    const left = new AbortController();
    const asked = portal().request(path, { cookie: engineer.cookie, signal: left.signal });
    setTimeout(() => left.abort(), 30 + 40 * time);
    await asked.then(
      (answer) => answer.arrayBuffer().catch(() => undefined),
      () => undefined,
    );
  }
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  // With those still in the queue this one would be the third of the same person.
  const [first, second] = await Promise.all(
    [1, 2].map(() => portal().request(path, { cookie: engineer.cookie })),
  );
  expect([first?.status, second?.status]).toEqual([200, 200]);
});
