import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { factsOfGroup } from "~/domain/declaration/fact-fields";
import { presentCarryOver } from "~/presenters/present-carry-over.server";
import { presentProduct } from "~/presenters/present-product.server";
import { presentSupplierOverview } from "~/presenters/present-supplier-overview.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { saveEvidence } from "~/use-cases/declarations/save-evidence.server";
import { saveFacts } from "~/use-cases/declarations/save-facts.server";
import { archiveProduct } from "~/use-cases/products/archive-product.server";
import { archiveRelease } from "~/use-cases/products/archive-release.server";
import { createRelease } from "~/use-cases/products/create-release.server";
import { editProduct } from "~/use-cases/products/edit-product.server";
import { editRelease } from "~/use-cases/products/edit-release.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findDeclaration } from "~db/repositories/declarations";
import { aCaller, aDatabase, aSupplierCaller } from "../../builders/database";
import { accepted, aProduct, refusalOf, sign } from "../../builders/declaration";
import { aPiece } from "../../cli/full-files";

const database = aDatabase();
const aSupplier = () => aSupplierCaller(database(), "administrator", "contributor", "signatory");

async function contentOf({ actor }: Caller, declarationId: string) {
  const found = await findDeclaration(database().read, actor.organisationId, declarationId);
  if (!found) throw new Error("the declaration is there");
  return found.content;
}

test("a product is changed on the version that was seen, and the log says so", async () => {
  const supplier = await aSupplier();
  const { id: productId } = await aProduct(supplier);
  const change = {
    ...{ productId, saveVersion: "1", name: "Pump Two", description: "For wards" },
    componentTypes: ["software-application", "software-application", "host-device"],
  };
  expect(accepted(await editProduct(supplier, change))).toEqual({ id: productId, saveVersion: 2 });
  const { product } = await presentProduct(supplier, productId);
  expect(product).toMatchObject({
    ...{ name: "Pump Two", description: "For wards", saveVersion: 2 },
    componentTypes: ["software-application", "host-device"],
  });
  expect(refusalOf(await editProduct(supplier, { ...change, name: "Pump Three" }))).toEqual({
    code: "changed-meanwhile",
  });
  expect((await presentProduct(supplier, productId)).product.name).toBe("Pump Two");
  const trail = await listAuditEntries(database().read, supplier.actor.organisationId, { limit: 5 });
  expect(trail[0]).toMatchObject({
    action: "product.edit",
    subjectId: productId,
    details: { saveVersion: 2 },
  });
});

test("two products do not share a name, and a product keeps its own", async () => {
  const supplier = await aSupplier();
  const other = await aProduct(supplier, { name: "Taken" });
  const { id: productId } = await aProduct(supplier, { name: "Mine" });
  const change = { productId, saveVersion: 1, description: "", componentTypes: "host-device" };
  expect(refusalOf(await editProduct(supplier, { ...change, name: "Taken" }))).toEqual({
    code: "invalid-input",
    fields: { name: ["taken"] },
  });
  accepted(await editProduct(supplier, { ...change, name: "Mine" }));
  expect(other.id).not.toBe(productId);
});

test("somebody else's product or release is not there, and a signatory changes none", async () => {
  const [supplier, stranger] = [await aSupplier(), await aSupplier()];
  const { id: productId, releaseId } = await aProduct(supplier);
  const change = { productId, saveVersion: 1, name: "X", componentTypes: ["host-device"] };
  const notFound = { code: "not-found" };
  await expect(editProduct(stranger, change)).rejects.toMatchObject(notFound);
  await expect(archiveProduct(stranger, { productId, archived: "yes" })).rejects.toMatchObject(notFound);
  await expect(editRelease(stranger, { releaseId, before: "1.0", version: "2" })).rejects.toMatchObject(
    notFound,
  );
  await expect(archiveRelease(stranger, { releaseId, archived: "yes" })).rejects.toMatchObject(notFound);
  const { organisationId } = supplier.actor;
  const signatory = await aCaller(database(), { organisationId, kind: "supplier", roles: ["signatory"] });
  await expect(editProduct(signatory, change)).rejects.toMatchObject({ code: "forbidden" });
  await expect(archiveProduct(signatory, { productId, archived: "yes" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a release is renamed until something is signed of it, and its draft follows", async () => {
  const supplier = await aSupplier();
  const { releaseId } = await aProduct(supplier, { version: "1.0" });
  const { id } = accepted(await createDeclaration(supplier, { releaseId }));
  expect(refusalOf(await editRelease(supplier, { releaseId, before: "0.9", version: "1.1" }))).toEqual({
    code: "changed-meanwhile",
  });
  accepted(await editRelease(supplier, { releaseId, before: "1.0", version: "1.1" }));
  expect((await contentOf(supplier, id)).facts.release).toBe("1.1");
  const changes = [{ requirementId: "CR 1.1", before: null, answer: { value: "met" } }];
  accepted(await answerRequirements(supplier, { declarationId: id, changes }));
  await sign(supplier, id);
  expect(refusalOf(await editRelease(supplier, { releaseId, before: "1.1", version: "1.2" }))).toEqual({
    code: "release-signed",
  });
});

test("drafts that state a product's name follow it; what somebody wrote instead, and what is signed, stays", async () => {
  const supplier = await aSupplier();
  const { id: productId, releaseId } = await aProduct(supplier, { name: "Pump", version: "1.0" });
  const { id: signed } = accepted(await createDeclaration(supplier, { releaseId }));
  const changes = [{ requirementId: "CR 1.1", before: null, answer: { value: "met" } }];
  accepted(await answerRequirements(supplier, { declarationId: signed, changes }));
  await sign(supplier, signed);
  const [following, own] = await Promise.all(
    ["2.0", "3.0"].map(async (version) => {
      const release = accepted(await createRelease(supplier, { productId, version }));
      return accepted(await createDeclaration(supplier, { releaseId: release.id })).id;
    }),
  );
  const before = factsOfGroup((await contentOf(supplier, own ?? "")).facts, "identification");
  const facts = { ...before, product: "Pump, blue" };
  accepted(await saveFacts(supplier, { declarationId: own, group: "identification", before, facts }));
  const change = { productId, saveVersion: 1, name: "Pump Two", componentTypes: "host-device" };
  accepted(await editProduct(supplier, change));
  const names = await Promise.all(
    [signed, following, own].map(async (id) => (await contentOf(supplier, id ?? "")).facts.product),
  );
  expect(names).toEqual(["Pump", "Pump Two", "Pump, blue"]);
});

test("two releases of a product do not share a designation", async () => {
  const supplier = await aSupplier();
  const { id: productId, releaseId } = await aProduct(supplier, { version: "1.0" });
  accepted(await createRelease(supplier, { productId, version: "2.0" }));
  expect(refusalOf(await editRelease(supplier, { releaseId, before: "1.0", version: "2.0" }))).toEqual({
    code: "invalid-input",
    fields: { version: ["taken"] },
  });
});

test("what is archived is offered no more and declares nothing new, and comes back", async () => {
  const supplier = await aSupplier();
  const { id: productId, releaseId } = await aProduct(supplier);
  const offered = async () => (await presentSupplierOverview(supplier)).standings.map((one) => one.releaseId);
  expect(await offered()).toEqual([releaseId]);
  accepted(await archiveProduct(supplier, { productId, archived: "yes" }));
  expect(await offered()).toEqual([]);
  const archived = { code: "archived" };
  expect(refusalOf(await createRelease(supplier, { productId, version: "3" }))).toEqual(archived);
  expect(refusalOf(await createDeclaration(supplier, { releaseId }))).toEqual(archived);
  expect(refusalOf(await editRelease(supplier, { releaseId, before: "1.0", version: "2" }))).toEqual(
    archived,
  );
  expect(
    refusalOf(
      await editProduct(supplier, { productId, saveVersion: 1, name: "X", componentTypes: ["host-device"] }),
    ),
  ).toEqual(archived);
  accepted(await archiveProduct(supplier, { productId, archived: "no" }));
  accepted(await archiveRelease(supplier, { releaseId, archived: "yes" }));
  expect(await offered()).toEqual([]);
  expect(refusalOf(await createDeclaration(supplier, { releaseId }))).toEqual(archived);
  accepted(await archiveRelease(supplier, { releaseId, archived: "no" }));
  accepted(await createDeclaration(supplier, { releaseId }));
});

test("a new release begins as a copy and says what was taken over and what to look at again", async () => {
  const supplier = await aSupplier();
  const { id: productId, releaseId } = await aProduct(supplier, { name: "Pump C", version: "3.1" });
  const { id: first } = accepted(await createDeclaration(supplier, { releaseId }));
  const { id: _, ...piece } = aPiece({ validUntil: "2026-12-01", sha256: null });
  const scope = { ...piece.scope, product: "Pump C", releases: ["3.1"] };
  const { evidenceId } = accepted(
    await saveEvidence(supplier, { declarationId: first, before: null, evidence: { ...piece, scope } }),
  );
  const changes = [
    { requirementId: "CR 1.1", before: null, answer: { value: "met", evidenceIds: [evidenceId] } },
    { requirementId: "CR 1.3", before: null, answer: { value: "not-met" } },
  ];
  accepted(await answerRequirements(supplier, { declarationId: first, changes }));
  await sign(supplier, first);
  const release = accepted(await createRelease(supplier, { productId, version: "4.0" }));
  const copy = accepted(await createDeclaration(supplier, { releaseId: release.id, copyOf: first }));
  expect(copy).toMatchObject({ version: 1, copiedFrom: first });
  const content = await contentOf(supplier, copy.id);
  expect(content.facts).toMatchObject({ product: "Pump C", release: "4.0" });
  expect({ ...content, facts: null }).toEqual({ ...(await contentOf(supplier, first)), facts: null });
  const page = await presentCarryOver(supplier, copy.id);
  expect(page.source).toMatchObject({ id: first, releaseVersion: "3.1", version: 1 });
  expect(page.taken).toEqual({ answers: 2, facts: 1, evidence: 1 });
  expect(page.again.outOfScope).toEqual([
    {
      ...{ evidenceId, title: piece.title, releases: ["3.1"] },
      ...{ causes: ["other-release"], rows: ["CR 1.1"] },
    },
  ]);
  expect(page.again.dates.map(({ evidenceId: id, until }) => [id, until])).toEqual([
    [evidenceId, "2026-12-01"],
  ]);
  expect(page.difference.facts).toEqual([{ key: "release", before: "3.1", after: "4.0" }]);
  const again = [{ requirementId: "CR 1.3", before: { value: "not-met" }, answer: { value: "met" } }];
  accepted(await answerRequirements(supplier, { declarationId: copy.id, changes: again }));
  const after = await presentCarryOver(supplier, copy.id);
  expect(after.taken.answers).toBe(1);
  expect(after.difference.answers.map(({ requirementId }) => requirementId)).toEqual(["CR 1.3"]);
});

test("nobody copies what is not theirs, and what began as no copy has no such page", async () => {
  const [supplier, stranger] = [await aSupplier(), await aSupplier()];
  const { releaseId } = await aProduct(stranger);
  const { id: foreign } = accepted(await createDeclaration(stranger, { releaseId }));
  const own = await aProduct(supplier);
  for (const copyOf of [foreign, randomUUID()])
    await expect(createDeclaration(supplier, { releaseId: own.releaseId, copyOf })).rejects.toMatchObject({
      code: "not-found",
    });
  const { id } = accepted(await createDeclaration(supplier, { releaseId: own.releaseId, copyOf: "" }));
  await expect(presentCarryOver(supplier, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(presentCarryOver(supplier, foreign)).rejects.toMatchObject({ code: "not-found" });
});
