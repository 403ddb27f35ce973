import { expect, test } from "vitest";
import { presentProduct } from "~/presenters/present-product.server";
import { presentNewProduct, presentProducts } from "~/presenters/present-products.server";
import { createProduct } from "~/use-cases/products/create-product.server";
import { createRelease } from "~/use-cases/products/create-release.server";
import { listAuditEntries } from "~db/repositories/audit";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aProduct, aSignedDeclaration, refusalOf } from "../../builders/declaration";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

test("a contributor creates a product with its first release, and the audit trail tells of it", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const values = { name: " InfuFlow 3 ", componentTypes: "embedded-device", version: "3.4.1" };
  const { id } = accepted(await createProduct(caller, values));
  const page = await presentProduct(caller, id);
  expect(page.product).toMatchObject({
    name: "InfuFlow 3",
    description: "",
    componentTypes: ["embedded-device"],
  });
  expect(page.releases.map((release) => release.version)).toEqual(["3.4.1"]);
  const [entry] = await listAuditEntries(database().read, caller.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "product.create", subjectId: id, personId: caller.actor.personId });
});

test("a product needs a name, a component type that exists, and a release", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const refusal = refusalOf(
    await createProduct(caller, { name: " ", componentTypes: "toaster", version: "" }),
  );
  expect(refusal).toEqual({
    code: "invalid-input",
    fields: { name: ["required"], "componentTypes.0": ["invalid"], version: ["required"] },
  });
  expect((await presentProducts(caller)).products).toEqual([]);
});

test("two products of one supplier have two names; another supplier may use the same", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  await aProduct(caller, { name: "Twin" });
  const again = { name: "Twin", componentTypes: ["host-device"], version: "1" };
  expect(refusalOf(await createProduct(caller, again))).toMatchObject({ fields: { name: ["taken"] } });
  accepted(await createProduct(await aSupplierCaller(database(), "administrator"), again));
});

test("a release designation exists once per product", async () => {
  const caller = await aSupplierCaller(database(), "contributor");
  const { id: productId } = await aProduct(caller, { version: "1.0" });
  expect(refusalOf(await createRelease(caller, { productId, version: "1.0" }))).toMatchObject({
    fields: { version: ["taken"] },
  });
  accepted(await createRelease(caller, { productId, version: "1.1" }));
  expect((await presentProduct(caller, productId)).releases).toHaveLength(2);
});

test("a signatory reads products and creates none, a hospital does neither", async () => {
  const signatory = await aSupplierCaller(database(), "signatory");
  const hospital = await aHospitalCaller(database(), "administrator", "procurement-officer");
  await presentProducts(signatory);
  await expect(createProduct(signatory, {})).rejects.toThrow(forbidden);
  await expect(presentNewProduct(signatory)).rejects.toThrow(forbidden);
  await expect(createRelease(signatory, {})).rejects.toThrow(forbidden);
  await expect(presentProducts(hospital)).rejects.toThrow(forbidden);
});

test("another supplier's product is not found, to read or to add a release to", async () => {
  const theirs = await aProduct(await aSupplierCaller(database(), "contributor"));
  const caller = await aSupplierCaller(database(), "contributor");
  await expect(presentProduct(caller, theirs.id)).rejects.toThrow(notFound);
  await expect(createRelease(caller, { productId: theirs.id, version: "9" })).rejects.toThrow(notFound);
});

test("the list shows what the newest release declares", async () => {
  const caller = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aSignedDeclaration(caller);
  const [product] = (await presentProducts(caller)).products;
  expect(product?.signed).toMatchObject({ id: declarationId, state: "signed", answered: 1 });
  expect(product?.draft).toBeNull();
});
