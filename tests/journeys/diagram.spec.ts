import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { canvasOf } from "./drawing";
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
