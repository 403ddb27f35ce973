import { join } from "node:path";
import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS, HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { canvasOf, panelOf } from "./drawing";
import { button, expect, link, test } from "./journey";
import { t } from "./words";

/** The pictures of the README, taken from the demo. Only with CORDON_SCREENSHOTS=yes: see README.md beside. */

const { engineer, procurement } = HOSPITAL_PEOPLE;
const SIZE = { width: 1400, height: 900 };

test("hospital security", async ({ journey }) => {
  const page = await journey.openFor(engineer);
  await page.goto(paths.models());
  await link(page, "Main campus").click();
  await expect(canvasOf(page).locator(".react-flow__node").first()).toBeVisible();
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.emulateMedia({ colorScheme: "dark" });
  await button(page, t("diagram:toolbar.fit")).click();
  await take(page, "diagram-dark");
  await page.emulateMedia({ colorScheme: "light" });
  const zones = page.getByRole("list").filter({ hasText: "Intensive care" });
  await zones.getByRole("button", { name: /^Intensive care/ }).click();
  await expect(panelOf(page).getByRole("heading", { name: "Intensive care" })).toBeVisible();
  await take(page, "diagram-light");
  await page.setViewportSize(SIZE);
  await link(page, t("model:tabs.table")).click();
  await link(page, "Laboratory").first().click();
  await expect(page.getByText(t("model:profile.description"))).toBeVisible();
  await take(page, "requirement-profile");
});

test("supplier", async ({ journey }) => {
  const page = await journey.openFor(DEMO_SUPPLIERS[9].person);
  await page.goto(paths.declarations({ show: "drafts" }));
  await page.locator('td a[href^="/supplier/declarations/"]').first().click();
  await expect(page.locator(".save-state")).toBeVisible();
  await page.getByRole("combobox", { name: t("declaration:filter.request") }).selectOption({ index: 1 });
  await page.waitForURL(/request=/);
  await take(page, "declaration");
});

test("procurement", async ({ journey }) => {
  const page = await journey.openFor(procurement);
  await take(page, "overview");
  await page.goto(paths.matrix());
  await take(page, "matrix");
  await page.goto(paths.requests());
  await page.getByRole("link", { name: "Blood count analysers" }).click();
  await link(page, t("request:page.decideNow")).click();
  await expect(page.getByRole("img", { name: t("assessment:strips.native") })).toBeVisible();
  await take(page, "assessment");
  await page.goto(paths.decisions());
  const needing = page.getByRole("row").filter({ hasText: t("decision:list.needsReview") });
  await needing.getByRole("link").first().click();
  await expect(page.locator(".callout").getByText(t("decision:review.needed"))).toBeVisible();
  await take(page, "decision-needs-review");
});

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  // Neither hover nor focus of the last click.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(import.meta.dirname, "screenshots", `${name}.png`) });
}
