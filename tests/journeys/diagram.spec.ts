import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { canvasOf, expectSaved, panelOf } from "./drawing";
import { button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

const { auditor, engineer } = HOSPITAL_PEOPLE;

for (const [who, person] of [
  ["who draws", engineer],
  ["who only reads", auditor],
] as const) {
  test(`somebody ${who} comes closer and still sees the conduits`, async ({ journey }) => {
    const page = await journey.openFor(person);
    await page.goto(paths.models());
    await link(page, "Main campus").click();
    const zones = canvasOf(page).getByRole("button", { name: /\btarget \{/ });
    const lines = canvasOf(page).locator(".react-flow__edge");
    await expect(zones.first()).toBeVisible();
    await expect(lines, "from afar they are one drawing").toHaveCount(0);
    await page.locator(".outline-pick").filter({ hasText: "Intensive care" }).click();
    await expect(lines.first()).toBeAttached();
    await expect(
      canvasOf(page)
        .getByTitle(/^Conduit .*Intensive care/)
        .first(),
    ).toBeVisible();
    await checkPage(page);
    await button(page, t("diagram:toolbar.fit")).click();
    await expect(lines).toHaveCount(0);
  });
}

test("an edit says at once which products it concerns, and undo takes that back", async ({ journey }) => {
  const page = await journey.openFor(engineer);
  await page.goto(paths.models());
  await link(page, "Main campus").click();
  const products = page.locator("#products");
  const broker = products.locator(".finding").filter({ hasText: "ServisBrana" });
  const conforms = t("components:verdict.conforms");
  const failing = t("components:verdict.does-not-conform");
  await expect(broker.getByText(conforms, { exact: true })).toBeVisible();
  await page.locator(".outline-pick").filter({ hasText: "Supplier remote access" }).click();
  await panelOf(page).getByRole("combobox", { name: /^RA/ }).selectOption("4");
  await expect(products.getByText(t("diagram:products.effect", { count: 1 }))).toBeVisible();
  await expect(products.getByText(`${conforms} → ${failing}`)).toBeVisible();
  await expect(broker.getByText(failing, { exact: true })).toBeVisible();
  await checkPage(page);
  await button(page, t("diagram:toolbar.undo")).click();
  await expect(products.getByText(`${failing} → ${conforms}`)).toBeVisible();
  await expectSaved(page);
});
