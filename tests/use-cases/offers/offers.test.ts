import { expect, test } from "vitest";
import type { Answer } from "~/domain/declaration/declaration";
import { MOST_OFFERS } from "~/domain/procurement/offer-comparison";
import { presentOffers } from "~/presenters/present-offers.server";
import { presentOffersExport } from "~/presenters/present-offers-export.server";
import { presentRequest } from "~/presenters/present-request.server";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import { withdrawDeclaration } from "~/use-cases/declarations/withdraw-declaration.server";
import { MOST_A_MINUTE } from "~/use-cases/export-limit.server";
import { exportOffers } from "~/use-cases/offers/export-offers.server";
import { writeOfferNote } from "~/use-cases/offers/write-offer-note.server";
import type { Caller } from "~/use-cases/use-case.server";
import { countAuditEntries, listAuditEntries } from "~db/repositories/audit";
import { offerNotes } from "~db/schema";
import { aDatabase, aSupplierCaller, NOW } from "../../builders/database";
import { accepted, aRequest, aSignedDeclaration, refusalOf } from "../../builders/declaration";
import { aScene, colleague, daysLater, meetingLevel, type Scene } from "../decisions/scene";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

const DEMANDED: Record<string, Answer> = {
  ...meetingLevel(1),
  "CR 1.1": { value: "met-with-countermeasure", note: "A jump host in front of it" },
};

type Offered = Scene & { second: string; others: ReadonlyArray<string> };

/** The scene's product, which needs a jump host, and another supplier's, which needs nothing. */
async function offered(): Promise<Offered> {
  const scene = await aScene(database(), { answers: DEMANDED });
  const rival = await aSupplierCaller(database(), "contributor", "signatory");
  const second = await aSignedDeclaration(rival, meetingLevel(1), "all-hospitals");
  return { ...scene, second, others: [scene.declarationId, second] };
}

function aQuery({ modelId, zoneId, others }: Offered, overrides: object = {}) {
  return { model: modelId, zone: zoneId, declarations: others, show: null, find: null, ...overrides };
}

async function comparison(caller: Caller, scene: Offered, overrides: object = {}) {
  const page = await presentOffers(caller, aQuery(scene, overrides));
  if (page.step !== "comparison") throw new Error(page.step);
  return page;
}

function aNote({ modelId, zoneId, declarationId }: Scene, overrides: Record<string, unknown> = {}) {
  return {
    ...{ modelId, zoneId, declarationId, countermeasure: "row:CR 1.1", version: "0" },
    ...{ effortDays: "2.5", amount: "12 000", currency: "EUR", period: "yearly", text: "Shared host" },
    ...overrides,
  };
}

const stored = () => database().read.select().from(offerNotes);

test("offers stand side by side in the order of the address, differences first", async () => {
  const scene = await offered();
  const page = await comparison(scene.officer, scene);
  expect(page.offers.map(({ declarationId, verdict }) => [declarationId, verdict])).toEqual([
    [scene.declarationId, "conforms-with-conditions"],
    [scene.second, "conforms"],
  ]);
  expect(page.counts).toMatchObject({
    verdicts: [
      { verdict: "conforms", count: 1 },
      { verdict: "conforms-with-conditions", count: 1 },
    ],
    rowsDiffering: 1,
  });
  expect(page.groups.flatMap(({ rows }) => rows.map(({ requirementId }) => requirementId))).toEqual([
    "CR 1.1",
  ]);
  const turned = await comparison(scene.officer, scene, { declarations: scene.others.toReversed() });
  expect(turned.offers.map(({ declarationId }) => declarationId)).toEqual(scene.others.toReversed());
});

test("all requirements are shown when asked for, and words are looked for without accents", async () => {
  const scene = await offered();
  const all = await comparison(scene.officer, scene, { show: "all" });
  expect(all.shownRows).toBe(all.counts.rows);
  const found = await comparison(scene.officer, scene, { show: "all", find: "JÚMP hóst" });
  expect(found.groups.flatMap(({ rows }) => rows.map(({ requirementId }) => requirementId))).toEqual([
    "CR 1.1",
  ]);
  expect((await comparison(scene.officer, scene, { find: "nothing like it" })).shownRows).toBe(0);
});

const ADDRESSES: ReadonlyArray<[string, Partial<Parameters<typeof presentOffers>[1]>, string]> = [
  ["no zone", { model: null, zone: null }, "zone"],
  ["no offers", { declarations: [] }, "offers"],
  ["the same offer twice", { declarations: ["twice", "twice"] }, "offers"],
  [
    "more than can be compared",
    { declarations: Array.from({ length: MOST_OFFERS + 1 }, (_, place) => `offer-${place}`) },
    "offers",
  ],
];

test.each(ADDRESSES)("an address with %s asks for what is missing", async (_what, overrides, step) => {
  const scene = await offered();
  const page = await presentOffers(scene.officer, aQuery(scene, overrides));
  expect(page.step).toBe(step);
  if (page.step !== "offers") return;
  expect(page.problem).toBe((overrides.declarations?.length ?? 0) > MOST_OFFERS ? "too-many" : null);
  // Others of the same database are shared with every hospital too.
  expect(page.rows.map(({ declarationId }) => declarationId)).toEqual(
    expect.arrayContaining([...scene.others]),
  );
});

test("a note is kept with who wrote it, summed up, and tells the audit trail", async () => {
  const scene = await offered();
  const { id } = accepted(await writeOfferNote(scene.officer, aNote(scene)));
  const [noted, other] = (await comparison(scene.officer, scene)).offers;
  expect(noted?.countermeasures).toMatchObject([
    {
      key: "row:CR 1.1",
      text: "A jump host in front of it",
      version: 1,
      note: {
        effortDays: 2.5,
        cost: { amount: 12_000, currency: "EUR", period: "yearly" },
        text: "Shared host",
        writtenByName: expect.stringMatching(/^Person /),
        writtenAt: NOW.toISOString(),
      },
    },
  ]);
  expect(noted?.totals).toMatchObject({ countermeasures: 1, withoutNote: 0, effort: { days: 2.5 } });
  expect(other?.totals).toMatchObject({ countermeasures: 0, effort: null, costs: [] });
  const [entry] = await listAuditEntries(database().read, scene.officer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "offer-note.write",
    subjectId: id,
    details: { countermeasure: "row:CR 1.1", version: 1 },
  });
});

test("a later writing keeps what stood before; taking everything away leaves no note and its history", async () => {
  const scene = await offered();
  accepted(await writeOfferNote(scene.officer, aNote(scene)));
  const later = daysLater(scene.engineer, 1);
  const empty = { effortDays: "", amount: "", text: "" };
  accepted(await writeOfferNote(later, aNote(scene, { version: "1", amount: "", text: "Half of it" })));
  accepted(await writeOfferNote(later, aNote(scene, { version: "2", ...empty })));
  const [noted] = (await comparison(scene.officer, scene)).offers;
  expect(noted?.countermeasures[0]).toMatchObject({
    note: null,
    version: 3,
    earlier: [
      { version: 2, text: "Half of it", cost: null },
      { version: 1, text: "Shared host" },
    ],
  });
  expect(noted?.totals.withoutNote).toBe(1);
});

test("who wrote on an older state is refused and nothing is lost", async () => {
  const scene = await offered();
  accepted(await writeOfferNote(scene.officer, aNote(scene)));
  const outcome = await writeOfferNote(scene.engineer, aNote(scene, { text: "Mine" }));
  expect(refusalOf(outcome)).toEqual({ code: "changed-meanwhile" });
  const [noted] = (await comparison(scene.officer, scene)).offers;
  expect(noted?.countermeasures[0]).toMatchObject({ version: 1, note: { text: "Shared host" } });
});

test("a note may be about an entry of the ledger that makes up for the product, and about nothing else", async () => {
  const scene = await offered();
  const lead = await colleague(scene.engineer, "security-lead");
  const proposal = {
    ...{ modelId: scene.modelId, elementKind: "zone", elementId: scene.zoneId, title: "Jump host" },
    ...{ description: "All of it", requirementIds: ["CR 1.1"], evidence: "Test", expiresOn: "" },
  };
  const { id } = accepted(await proposeCountermeasure(scene.engineer, proposal));
  const ofLedger = aNote(scene, { countermeasure: `ledger:${id}` });
  expect(refusalOf(await writeOfferNote(scene.officer, ofLedger))).toEqual({
    code: "unknown-countermeasure",
  });
  accepted(await decideCountermeasure(lead, { countermeasureId: id, decision: "accept" }));
  accepted(await writeOfferNote(scene.officer, ofLedger));
  // The row is the ledger's now, so that the same work is not noted twice.
  expect(refusalOf(await writeOfferNote(scene.officer, aNote(scene)))).toEqual({
    code: "unknown-countermeasure",
  });
});

test.each([
  ["effortDays", { effortDays: "soon" }, "invalid-days"],
  ["amount", { amount: "1.5" }, "whole-number"],
  ["currency", { currency: "DOGE" }, "invalid"],
  ["text", { effortDays: "", amount: "", text: "" }, "required"],
])("what is wrong with %s is said at the field, and nothing is written", async (field, overrides, code) => {
  const scene = await offered();
  const before = (await stored()).length;
  const outcome = await writeOfferNote(scene.officer, aNote(scene, overrides));
  expect(refusalOf(outcome)).toEqual({ code: "invalid-input", fields: { [field]: [code] } });
  expect((await stored()).length).toBe(before);
});

test("engineers, leads and procurement write notes; auditors and administrators read; suppliers see nothing", async () => {
  const scene = await offered();
  const before = (await stored()).length;
  const [auditor, administrator] = [
    await colleague(scene.officer, "auditor"),
    await colleague(scene.officer, "administrator"),
  ];
  for (const reader of [auditor, administrator]) {
    await expect(writeOfferNote(reader, aNote(scene))).rejects.toThrow(forbidden);
    expect((await comparison(reader, scene)).mayWrite).toBe(false);
  }
  const ids = { modelId: scene.modelId, zoneId: scene.zoneId, declarationIds: scene.others };
  const file = "offers.xlsx";
  await expect(writeOfferNote(scene.supplier, aNote(scene))).rejects.toThrow(forbidden);
  await expect(presentOffers(scene.supplier, aQuery(scene))).rejects.toThrow(forbidden);
  await expect(presentOffersExport(scene.supplier, ids)).rejects.toThrow(forbidden);
  await expect(exportOffers(scene.supplier, { ...ids, file })).rejects.toThrow(forbidden);
  expect((await stored()).length).toBe(before);
  const lead = await colleague(scene.engineer, "security-lead");
  for (const [place, writer] of [scene.engineer, scene.officer, lead].entries())
    accepted(await writeOfferNote(writer, aNote(scene, { version: String(place) })));
});

test("another hospital's zone is not found, and its notes on the same release are not seen", async () => {
  const [scene, other] = [await offered(), await offered()];
  accepted(await writeOfferNote(scene.officer, aNote(scene)));
  const ids = { modelId: scene.modelId, zoneId: scene.zoneId, declarationIds: scene.others };
  await expect(presentOffers(other.officer, aQuery(scene))).rejects.toThrow(notFound);
  await expect(presentOffersExport(other.officer, ids)).rejects.toThrow(notFound);
  await expect(writeOfferNote(other.officer, aNote(scene))).rejects.toThrow(notFound);
  await expect(exportOffers(other.officer, { ...ids, file: "offers.pdf" })).rejects.toThrow(notFound);
  // The zones have one name and the release is shared with both.
  const page = await comparison(other.officer, { ...other, others: scene.others });
  expect(page.offers[0]?.countermeasures[0]).toMatchObject({ note: null, version: 0, earlier: [] });
  expect(JSON.stringify(page)).not.toContain("Shared host");
});

test("a declaration that is not shared is not found, whoever compares", async () => {
  const scene = await offered();
  const supplier = await aSupplierCaller(database(), "contributor", "signatory");
  const hidden = await aSignedDeclaration(supplier, meetingLevel(1), "requesting-hospitals");
  const declarations = [scene.declarationId, hidden];
  await expect(comparison(scene.officer, scene, { declarations })).rejects.toThrow(notFound);
  const asked = { modelId: scene.modelId, zoneId: scene.zoneId, declarationIds: declarations };
  await expect(exportOffers(scene.officer, { ...asked, file: "offers.pdf" })).rejects.toThrow(notFound);
  await expect(writeOfferNote(scene.officer, aNote(scene, { declarationId: hidden }))).rejects.toThrow(
    notFound,
  );
});

test("an export is noted before its first byte, and so many a minute are enough", async () => {
  const scene = await offered();
  const { officer, modelId, zoneId, others } = scene;
  const asked = { modelId, zoneId, declarationIds: others, file: "offers.xlsx" };
  accepted(await exportOffers(officer, asked));
  const [entry] = await listAuditEntries(database().read, officer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "offer-comparison.export",
    subjectId: zoneId,
    personId: officer.actor.personId,
    details: { file: "offers.xlsx", modelId, declarationIds: others },
  });
  for (let count = 1; count < MOST_A_MINUTE; count += 1) accepted(await exportOffers(officer, asked));
  await expect(exportOffers(officer, asked)).rejects.toThrow(
    expect.objectContaining({ code: "too-many-requests" }),
  );
  const { organisationId, personId } = officer.actor;
  const noted = { action: "offer-comparison.export", personId, since: NOW } as const;
  expect(await countAuditEntries(database().read, organisationId, noted)).toBe(MOST_A_MINUTE);
  expect(refusalOf(await exportOffers(officer, { ...asked, declarationIds: [scene.second] }))).toMatchObject({
    code: "invalid-input",
  });
});

test("a request names what answers it and others for the same zone, and nothing that is not seen any more", async () => {
  const scene = await offered();
  const { officer, modelId, zoneId, supplier, declarationId } = scene;
  const rival = await aSupplierCaller(database(), "administrator", "contributor", "signatory");
  const second = await aSignedDeclaration(rival, meetingLevel(1), "all-hospitals");
  const answered = (supplierId: string, answer: string, overrides: object = {}) =>
    aRequest(officer, supplierId, {
      ...{ state: "declared", declarationId: answer, modelId, zoneId },
      ...overrides,
    });
  const id = await answered(supplier.actor.organisationId, declarationId);
  await answered(rival.actor.organisationId, second, { createdAt: new Date(NOW.getTime() + 1) });
  await answered(rival.actor.organisationId, second, { zoneId: "archive" });
  expect((await presentRequest(officer, id)).offers).toEqual([declarationId, second]);
  accepted(await withdrawDeclaration(rival, { declarationId: second, reason: "Found wrong" }));
  expect((await presentRequest(officer, id)).offers).toEqual([declarationId]);
});
