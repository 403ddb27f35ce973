import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readStages, STAGES_TYPE, type Stage } from "~/components/download/download-stages";
import type { OrganisationKind, Role } from "~/domain/access/role";
import { readWorkbook } from "~/formats/workbook/read-workbook";
import { readZip } from "~/formats/zip/read-zip";
import { paths } from "~/paths";
import type { Caller } from "~/use-cases/use-case.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { listAuditEntries } from "~db/repositories/audit";
import { accepted, aSignedDeclaration } from "../builders/declaration";
import { aPortal, postForm, signedIn } from "../builders/portal";
import { readPdf } from "../reports/read-pdf";
import { aContent, meetingLevel, publish } from "../use-cases/decisions/scene";

const portal = aPortal();
const LIMITS = { entries: 100, entryBytes: 50_000_000, totalBytes: 50_000_000, ratio: 200 };
const KEY = "row:CR 1.1";
const WORDS = "=HYPERLINK(A1) jump host";

async function aPerson(organisationKind: OrganisationKind, ...roles: ReadonlyArray<Role>) {
  const { organisationId, personId, cookie } = await signedIn(portal(), organisationKind, ...roles);
  const caller: Caller = {
    ...{
      database: portal().database,
      now: new Date("2026-11-21T10:00:00.000Z"),
      newId: randomUUID,
      isSteppedUp: true,
    },
    actor: { personId, organisationId, organisationKind, roles },
  };
  return { cookie, caller };
}

/** A published zone, and two products: one needs a jump host, which its supplier writes as a formula. */
async function aComparison() {
  const hospital = await aPerson("hospital", "security-engineer", "procurement-officer");
  const supplier = await aPerson("supplier", "contributor", "signatory");
  const { id: model } = accepted(
    await createZoneModel(hospital.caller, { siteName: "Campus", name: "Building B" }),
  );
  await publish(hospital.caller, { modelId: model, number: 1, content: aContent() });
  const demanding = {
    ...meetingLevel(1),
    "CR 1.1": { value: "met-with-countermeasure" as const, note: WORDS },
  };
  const declarations = [
    await aSignedDeclaration(supplier.caller, demanding, "all-hospitals"),
    await aSignedDeclaration(supplier.caller, meetingLevel(1), "all-hospitals"),
  ];
  const [declarationId = ""] = declarations;
  return { hospital, supplier, address: { model, zone: "imaging", declarations }, declarationId };
}

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

function aNote(declarationId: string, overrides: Record<string, string> = {}) {
  return {
    ...{ declarationId, countermeasure: KEY, version: "0", effortDays: "2,5", amount: "12 000" },
    ...{ currency: "EUR", period: "once", text: "@SUM(A1) shared host", ...overrides },
  };
}

test("the page says in words how the offers stand, and a note is saved from it and shown", async () => {
  const { hospital, address, declarationId } = await aComparison();
  const { cookie } = hospital;
  const page = await (await portal().request(paths.offers(address), { cookie })).text();
  expect(page).toContain("Of 2 offers, 1 conforms and 1 conforms with conditions.");
  expect(page).toContain("They differ in 1 of ");
  expect(page).toContain("1 of 1 countermeasures has no note.");
  const open = { ...address, note: `${declarationId} ${KEY}` };
  expect(await (await portal().request(paths.offers(open), { cookie })).text()).toContain(
    'name="effortDays"',
  );
  const saved = await postForm(portal(), paths.offers(open), aNote(declarationId), { cookie });
  expect([saved.status, saved.headers.get("Location")]).toEqual([
    303,
    `${paths.offers(address)}&saved=1#notes`,
  ]);
  const after = await (await portal().request(paths.offers(address), { cookie })).text();
  expect(after).toContain("2.5 person-days (1 estimated)");
  expect(after).toContain("12,000 EUR once");
  expect(after).toContain("@SUM(A1) shared host");
  const stale = await postForm(portal(), paths.offers(open), aNote(declarationId), { cookie });
  expect(stale.status).toBe(422);
  expect(await stale.text()).toContain("Somebody else has changed this note meanwhile.");
});

test("an address that names a zone in one word is led to the one to keep; too many are refused in words", async () => {
  const { hospital, address } = await aComparison();
  const { cookie } = hospital;
  const place = `/hospital/offers?place=${address.model}%2Fimaging&declaration=${address.declarations[0]}`;
  const led = await portal().request(place, { cookie });
  const [first = ""] = address.declarations;
  expect([led.status, led.headers.get("Location")]).toEqual([
    302,
    paths.offers({ ...address, declarations: [first] }),
  ]);
  const many = paths.offers({
    ...address,
    declarations: [...address.declarations, ..."abcdefg"],
  });
  const refused = await (await portal().request(many, { cookie })).text();
  expect(refused).toContain("9 products are too many to compare side by side");
  expect(await (await portal().request(paths.offers(), { cookie })).text()).toContain("Choose products");
});

test("the workbook reads back: every sheet, numbers as numbers, no text a formula", async () => {
  const { hospital, address, declarationId } = await aComparison();
  const { cookie } = hospital;
  await postForm(portal(), paths.offers(address), aNote(declarationId), { cookie });
  const answer = await portal().request(paths.offersFile("offers.xlsx", address), { cookie });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toContain("spreadsheetml");
  expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="[\w.-]+\.xlsx"/);
  const bytes = await bytesOf(answer);
  const sheets = accepted(await readWorkbook(bytes));
  expect(sheets.map(({ name }) => name)).toEqual([
    ...["Summary", "Measures", "Requirements", "Rules", "Countermeasures"],
  ]);
  const cellsOf = (name: string) =>
    sheets.find((sheet) => sheet.name === name)?.rows.map(({ cells }) => cells) ?? [];
  expect(cellsOf("Requirements")[1]).toEqual(
    expect.arrayContaining(["IAC", "CR 1.1", "yes", "With a countermeasure", "Met by the product", WORDS]),
  );
  expect(cellsOf("Countermeasures")[1]).toEqual(
    expect.arrayContaining(["CR 1.1", WORDS, "2.5", "12000", "EUR", "Once", "@SUM(A1) shared host"]),
  );
  expect(cellsOf("Measures").flat()).toContain("Not stated");
  expect(cellsOf("Summary").flat()).toContain("Of 2 offers, 1 conforms and 1 conforms with conditions.");
  const parts = accepted(readZip(bytes, LIMITS, (name) => name.startsWith("xl/worksheets/sheet")));
  for (const part of parts.values()) expect(new TextDecoder().decode(part)).not.toContain("<f>");
});

test("the PDF reads back tagged, with a strip for every offer and the notes, and tells how far it is", async () => {
  const { hospital, address, declarationId } = await aComparison();
  const { cookie } = hospital;
  await postForm(portal(), paths.offers(address), aNote(declarationId), { cookie });
  const href = paths.offersFile("offers.pdf", address);
  const answer = await portal().request(href, { cookie });
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  const pdf = readPdf(await bytesOf(answer));
  const shown = pdf.pages.join(" ").replace(/\s+/g, " ");
  expect(pdf.untagged).toEqual([]);
  expect(pdf.structure.filter((type) => type === "Figure")).toHaveLength(2);
  for (const part of ["1 conforms with conditions", "CR 1.1", "12,000 EUR once", "shared host", "Not stated"])
    expect(shown).toContain(part);
  expect(pdf.outline.map(({ title }) => title)).toEqual(
    expect.arrayContaining(["The offers", "Measures", "Requirements", "Rules of the zone"]),
  );
  const stages: Array<Stage> = [];
  const told = await portal().request(href, { cookie, headers: { Accept: STAGES_TYPE } });
  if (!told.body) throw new Error("no body");
  const { name, blob } = await readStages(told.body, (stage) => stages.push(stage));
  expect(name).toMatch(/\.pdf$/);
  expect(stages.length).toBeGreaterThan(0);
  expect(readPdf(new Uint8Array(await blob.arrayBuffer())).structure).toEqual(pdf.structure);
});

test("each file is noted in the log; what is no file, too few offers and a foreign zone are not found", async () => {
  const { hospital, address } = await aComparison();
  const { cookie, caller } = hospital;
  await portal().request(paths.offersFile("offers.xlsx", address), { cookie });
  const [entry] = await listAuditEntries(portal().database.read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "offer-comparison.export", details: { file: "offers.xlsx" } });
  const other = await aPerson("hospital", "auditor");
  const [first = ""] = address.declarations;
  for (const [path, who] of [
    [paths.offersFile("offers.docx", address), cookie],
    [paths.offersFile("offers.pdf", { ...address, declarations: [first] }), cookie],
    [paths.offersFile("offers.pdf", { ...address, declarations: [first, "nowhere"] }), cookie],
    [paths.offersFile("offers.pdf", address), other.cookie],
    [paths.offers(address), other.cookie],
    [paths.offers({ ...address, declarations: [first, "nowhere"] }), cookie],
  ] as const)
    expect([path, (await portal().request(path, { cookie: who })).status]).toEqual([path, 404]);
});

test("a supplier gets neither page nor file nor note", async () => {
  const { supplier, address, declarationId } = await aComparison();
  const { cookie } = supplier;
  const answers = [
    await portal().request(paths.offers(address), { cookie }),
    await portal().request(paths.offers(), { cookie }),
    await portal().request(paths.offersFile("offers.pdf", address), { cookie }),
    await portal().request(paths.offersFile("offers.xlsx", address), { cookie }),
    await postForm(portal(), paths.offers(address), aNote(declarationId), { cookie }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  const visitor = await portal().request(paths.offers(address));
  expect(visitor.headers.get("Location")).toMatch(/^\/sign-in\?returnTo=/);
});
