import { expect, test } from "vitest";
import { presentDeclarationExport } from "~/presenters/present-declaration-export.server";
import { presentPlacement } from "~/presenters/present-placement.server";
import { presentSigning } from "~/presenters/present-signing.server";
import { declarationReport } from "~/reports/declaration-report";
import { declarationReportWords } from "~/routes/supplier.declarations.$declarationId_.export.$file/words";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { saveFacts } from "~/use-cases/declarations/save-facts.server";
import { createRelease } from "~/use-cases/products/create-release.server";
import type { Caller } from "~/use-cases/use-case.server";
import { findDeclaration } from "~db/repositories/declarations";
import { findRelease } from "~db/repositories/products";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aDraft, refusalOf, sign } from "../../builders/declaration";

const database = aDatabase();
const VARIANTS = [
  { name: "Pump S", model: "P-100", udiDi: "09506000134352" },
  { name: "Pump L", model: "", udiDi: "" },
];

const contentOf = async (caller: Caller, id: string) => {
  const found = await findDeclaration(database().read, caller.actor.organisationId, id);
  if (!found) throw new Error("there is no such declaration");
  return found;
};

async function state(caller: Caller, declarationId: string, variants: unknown) {
  const { product, release } = (await contentOf(caller, declarationId)).content.facts;
  const before = { product, release };
  return saveFacts(caller, {
    declarationId,
    group: "identification",
    before,
    facts: { ...before, variants },
  });
}

test("one declaration holds for its variants: stated, reviewed, sealed, exported, and shown to a hospital", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const id = await aDraft(caller, { "CR 1.1": { value: "met" } });
  accepted(await state(caller, id, VARIANTS));
  expect((await presentSigning(caller, id)).variants).toEqual(VARIANTS);
  await sign(caller, id, "all-hospitals");
  const exported = await presentDeclarationExport(caller, id);
  expect(exported.seal?.statement).toContain('"name":"Pump S"');
  const hospital = await aHospitalCaller(database(), "procurement-officer");
  const query = { model: null, verdict: null, sort: null, direction: null };
  expect((await presentPlacement(hospital, id, query)).variants).toEqual(VARIANTS);
  expect(JSON.stringify(declarationReport(exported, declarationReportWords("en")).cover)).toContain(
    "Pump S · P-100 · 09506000134352",
  );
});

test("what a label cannot say is refused where it stands, and nothing is written", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const id = await aDraft(caller);
  const [small, large] = VARIANTS;
  const wrong = [{ ...small, udiDi: "09506000134353" }, large, { ...large }];
  expect(refusalOf(await state(caller, id, wrong))).toEqual({
    code: "invalid-input",
    fields: {
      "facts.variants.0.udiDi": ["invalid-udi-di"],
      "facts.variants.2.name": ["duplicate-value"],
    },
  });
  expect((await contentOf(caller, id)).content.facts.variants).toBeUndefined();
});

test("a new release that begins as a copy has the variants of the old one", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const id = await aDraft(caller, { "CR 1.1": { value: "met" } });
  accepted(await state(caller, id, VARIANTS));
  await sign(caller, id);
  const { releaseId } = await contentOf(caller, id);
  const { organisationId } = caller.actor;
  const productId = (await findRelease(database().read, organisationId, releaseId))?.productId ?? "";
  const release = accepted(await createRelease(caller, { productId, version: "2.0" }));
  const copy = accepted(await createDeclaration(caller, { releaseId: release.id, copyOf: id }));
  const { facts } = (await contentOf(caller, copy.id)).content;
  expect([facts.release, facts.variants]).toEqual(["2.0", VARIANTS]);
});
