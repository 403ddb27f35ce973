import { expect, test } from "vitest";
import { verdictAt } from "~/domain/assessment/verdict-codes";
import { NO_POLICY } from "~/domain/policy/policy";
import { flatVector } from "~/domain/security-level/security-level";
import { AppError } from "~/domain/shared/app-error";
import type { MatrixQuery } from "~/presenters/matrix-view.server";
import { presentMatrix } from "~/presenters/present-matrix.server";
import { presentMatrixBlock } from "~/presenters/present-matrix-block.server";
import { presentMatrixReason } from "~/presenters/present-matrix-reason.server";
import { withdrawDeclaration } from "~/use-cases/declarations/withdraw-declaration.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import type { Caller } from "~/use-cases/use-case.server";
import { aDatabase, aHospitalCaller, aSupplierCaller, openTestDatabase } from "../../builders/database";
import { accepted, aSignedDeclaration } from "../../builders/declaration";
import { aZone, aZoneModel } from "../../builders/zone-model";
import { aContent, aScene, daysLater, publish } from "./scene";

const database = aDatabase();
const WHOLE: MatrixQuery = { model: null, verdict: null, supplier: null, after: null };

const toVerdicts = (codes = "") => [...codes].map((_, place) => verdictAt(codes, place));

/** All pages of a query, one after the other. */
async function walk(caller: Caller, query: Partial<MatrixQuery> = {}) {
  const pages: Array<ReadonlyArray<string>> = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof presentMatrix>> = await presentMatrix(caller, {
      ...{ ...WHOLE, ...query, after },
    });
    pages.push(page.products.map(({ declarationId }) => declarationId));
    after = page.next;
  } while (after !== null);
  return pages;
}

test("pages hold every product of every supplier once, one supplier after the other", async () => {
  const scene = await aScene(database());
  const large = await aSupplierCaller(database(), "contributor", "signatory");
  // For the hospital that asks alone: every other of the database would be judged anew with each of them.
  const asked = {
    subject: "Pumps",
    message: "",
    dueOn: "2026-12-24",
    supplierId: large.actor.organisationId,
  };
  accepted(await createRequest(scene.officer, { ...asked, modelId: scene.modelId, zoneId: scene.zoneId }));
  const signed: Array<string> = [];
  for (let turn = 0; turn < 24; turn += 1)
    signed.push(await aSignedDeclaration(large, { "CR 1.1": { value: "met" } }, "requesting-hospitals"));
  const supplier = large.actor.organisationId;
  const pages = await walk(scene.officer, { supplier });
  expect(pages.map(({ length }) => length)).toEqual([20, 4]);
  expect(pages.flat().toSorted()).toEqual(signed.toSorted());
  expect((await presentMatrix(scene.officer, { ...WHOLE, supplier })).total).toBe(24);
  const all = (await walk(scene.officer)).flat();
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain(scene.declarationId);
  const from = all.indexOf(pages.flat()[0] ?? "");
  expect(all.slice(from, from + 24)).toEqual(pages.flat());
});

test("more zones than stand side by side come in pages, and a verdict is found in any of them", async () => {
  const scene = await aScene(database());
  const zones = Array.from({ length: 23 }, (_, place) =>
    aZone({ id: `zone-${place}`, slTarget: flatVector(place === 22 ? 1 : 3), policy: NO_POLICY }),
  );
  await publish(scene.engineer, { modelId: scene.modelId, number: 2, content: aZoneModel({ zones }) });
  const first = await presentMatrix(scene.officer, WHOLE);
  expect(first.zonePaging).toEqual({ page: 1, pages: 3, size: 10, count: 23 });
  expect(first.zones.map(({ zoneId }) => zoneId)).toEqual(zones.map(({ id }) => id));
  expect(first.zones[0]?.target).toBe("3333333");
  expect(first.products[0]?.codes).toHaveLength(23);
  const supplier = scene.supplier.actor.organisationId;
  const query = { ...WHOLE, supplier, zonePage: 3, verdict: "conforms" };
  const last = await presentMatrix(scene.officer, query);
  expect(last.products).toMatchObject([{ declarationId: scene.declarationId, matching: 1 }]);
  expect(toVerdicts(last.products[0]?.codes).slice(20)).toEqual(["incomplete", "incomplete", "conforms"]);
  expect((await presentMatrix(scene.officer, { ...WHOLE, zonePage: 99 })).zonePaging.page).toBe(3);
});

test("what was judged once is judged anew as soon as anything it rests on is another", async () => {
  const scene = await aScene(database());
  const verdicts = async (caller = scene.officer) =>
    (await presentMatrix(caller, { ...WHOLE, supplier: scene.supplier.actor.organisationId })).products.map(
      ({ codes }) => toVerdicts(codes),
    );
  expect(await verdicts()).toEqual([["conforms", "incomplete"]]);
  expect(await verdicts()).toEqual([["conforms", "incomplete"]]);
  expect(await verdicts(daysLater(scene.officer, 1))).toEqual([["conforms", "incomplete"]]);
  const content = aContent({ slTarget: flatVector(2) });
  await publish(scene.engineer, { modelId: scene.modelId, number: 2, content });
  expect(await verdicts()).toEqual([["incomplete", "incomplete"]]);
  accepted(
    await withdrawDeclaration(scene.supplier, { declarationId: scene.declarationId, reason: "Found wrong" }),
  );
  expect(await verdicts()).toEqual([]);
});

test("another hospital sees its own zones and nothing that was judged for somebody else", async () => {
  const scene = await aScene(database());
  const secret = await aSignedDeclaration(scene.supplier, { "CR 1.1": { value: "met" } });
  const other = await aScene(database(), { zone: { slTarget: flatVector(3) } });
  await presentMatrix(scene.officer, WHOLE);
  const query = { ...WHOLE, supplier: scene.supplier.actor.organisationId };
  const page = await presentMatrix(other.officer, query);
  expect(page.zones.every(({ modelId }) => modelId === other.modelId)).toBe(true);
  expect(page.products.map(({ declarationId }) => declarationId)).not.toContain(secret);
  const own = page.products.find(({ declarationId }) => declarationId === scene.declarationId);
  expect(toVerdicts(own?.codes)).toEqual(["incomplete", "incomplete"]);
  const empty = await presentMatrix(await aHospitalCaller(database(), "procurement-officer"), WHOLE);
  expect(empty.zones).toEqual([]);
});

test("blocks of rows go on where the page ends, and make the same grid whatever part is asked for first", async () => {
  // Its own: what other suites share with all hospitals would be more than one block.
  const alone = await openTestDatabase();
  const scene = await aScene(alone);
  const [large, later] = [
    await aSupplierCaller(alone, "contributor", "signatory"),
    await aSupplierCaller(alone, "contributor", "signatory"),
  ];
  const asked = { subject: "Pumps", message: "", dueOn: "2026-12-24" };
  const place = { modelId: scene.modelId, zoneId: scene.zoneId };
  for (const { actor } of [large, later])
    accepted(await createRequest(scene.officer, { ...asked, ...place, supplierId: actor.organisationId }));
  for (let turn = 0; turn < 3; turn += 1) {
    await aSignedDeclaration(large, { "CR 1.1": { value: "met" } }, "requesting-hospitals");
    await aSignedDeclaration(later, { "CR 1.1": { value: "met" } }, "requesting-hospitals");
  }
  const idsOf = ({ products }: { products: ReadonlyArray<{ declarationId: string }> }) =>
    products.map(({ declarationId }) => declarationId);
  const page = await presentMatrix(scene.officer, WHOLE);
  const whole = await presentMatrixBlock(scene.officer, { ...WHOLE, from: 0 });
  expect(whole.rows).toBe(page.rows ?? -1);
  expect(whole.stamp).toBe(page.stamp);
  expect(idsOf(whole).slice(0, 20)).toEqual(idsOf(page));
  for (const from of [1, 3, 4, whole.rows - 1]) {
    const part = await presentMatrixBlock(scene.officer, { ...WHOLE, from });
    expect(idsOf(part), String(from)).toEqual(idsOf(whole).slice(from));
    expect(part.next).toBeNull();
  }
  const after = idsOf(whole)[2] ?? "";
  const rest = await presentMatrixBlock(scene.officer, { ...WHOLE, after, from: 1 });
  expect(rest.rows).toBe(whole.rows - 3);
  expect(idsOf(rest)).toEqual(idsOf(whole).slice(4));
  const narrowed = await presentMatrixBlock(scene.officer, { ...WHOLE, verdict: "incomplete", from: 1 });
  const all = whole.products.filter(({ codes }) => codes.includes("2"));
  expect(narrowed.rows).toBe(all.length);
  expect(idsOf(narrowed)).toEqual(all.slice(1).map(({ declarationId }) => declarationId));
  expect(await presentMatrixBlock(scene.officer, { ...WHOLE, from: Number.NaN })).toEqual(whole);
  expect((await presentMatrixBlock(scene.officer, { ...WHOLE, from: 10_000 })).products).toEqual([]);
  await alone.close();
});

test("the reason of a cell is at most three findings, those that decided first, and only of what may be seen", async () => {
  const scene = await aScene(database(), {
    answers: { "CR 1.1": { value: "not-met", note: "No accounts" } },
  });
  const cell = { modelId: scene.modelId, zoneId: scene.zoneId, declarationId: scene.declarationId };
  const { verdict, reasons, more } = await presentMatrixReason(scene.officer, cell);
  expect(verdict).toBe("does-not-conform");
  expect(reasons).toHaveLength(3);
  expect(reasons[0]?.severity).toBe("gap");
  expect(more).toBeGreaterThan(0);
  const other = await aHospitalCaller(database(), "procurement-officer");
  // Asked one by one: one that is refused while another is awaited would be handled too late.
  const missing = [
    { by: other, of: cell },
    { by: scene.officer, of: { ...cell, zoneId: "nowhere" } },
    { by: scene.officer, of: { ...cell, declarationId: "nothing" } },
  ];
  for (const { by, of } of missing) await expect(presentMatrixReason(by, of)).rejects.toThrow(AppError);
  await expect(presentMatrixReason(scene.supplier, cell)).rejects.toThrow(AppError);
  await expect(presentMatrixBlock(scene.supplier, { ...WHOLE, from: 0 })).rejects.toThrow(AppError);
});
