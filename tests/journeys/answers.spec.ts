import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS } from "~/demo/people";
import { paths } from "~/paths";
import { choiceOf, createProduct, openArea, startDeclaration } from "./declaring";
import { expectSaved } from "./drawing";
import { again, button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

const [{ person }] = DEMO_SUPPLIERS;

test("rows are answered together, taken back, ordered by level, and say what contradicts them", async ({
  journey,
}) => {
  test.slow();
  const page = await journey.openFor(person);
  await page.goto(paths.newProduct());
  await createProduct(page, again("Tremor glove"));
  const sheet = await startDeclaration(page);
  await openArea(page, "DC");
  const rows = page.locator("fieldset.answer-row");
  const count = await rows.count();
  expect(count).toBeGreaterThan(1);

  await test.step("only what is on the page, and nothing that is answered, gets the answer", async () => {
    const first = (await rows.first().locator(".answer-id").textContent()) ?? "";
    await choiceOf(page, first, "not-met").check();
    await page.getByText(t("declaration:bulk.title", { count: count - 1 }), { exact: true }).click();
    await page.getByRole("combobox", { name: t("declaration:bulk.answer") }).selectOption("met");
    await checkPage(page);
    await button(page, t("declaration:bulk.submit", { count: count - 1 })).click();
    await expect(chosen(page, "met")).toHaveCount(count - 1);
    await expect(choiceOf(page, first, "not-met")).toBeChecked();
    await expectSaved(page);
    await checkPage(page);
    await openArea(page, "TRE");
    await expect(chosen(page, "met")).toHaveCount(0);
    await openArea(page, "DC");
  });

  await test.step("what rests on nothing is counted and found", async () => {
    const needs = page.getByRole("link", { name: new RegExp(`^${t("declaration:filter.needs-evidence")}`) });
    await expect(needs).toContainText(String(count - 1));
    await needs.click();
    await expect(rows).toHaveCount(count - 1);
    await link(page, t("declaration:filter.byLevel")).click();
    await expect(page.locator(".sheet-level").first()).toBeVisible();
    const levels = await page.locator(".sheet-level").allTextContents();
    expect([...levels].sort()).toEqual(levels);
    await checkPage(page);
  });

  await test.step("together given, together taken back, also after a reload", async () => {
    await page.goto(`${sheet}?fr=TRE`);
    const all = await rows.count();
    await page.getByText(t("declaration:bulk.title", { count: all }), { exact: true }).click();
    await page.getByRole("combobox", { name: t("declaration:bulk.answer") }).selectOption("not-applicable");
    await page.getByRole("textbox", { name: t("declaration:note.not-applicable.label") }).fill("No network");
    await button(page, t("declaration:bulk.submit", { count: all })).click();
    await expect(chosen(page, "not-applicable")).toHaveCount(all);
    await button(page, t("declaration:bulk.takeBack")).click();
    await expect(chosen(page, "not-applicable")).toHaveCount(0);
    await expectSaved(page);
    await page.reload();
    await expect(chosen(page, "not-applicable")).toHaveCount(0);
  });
});

test("rows are grouped by topic, a suggestion is taken over by a press, and the history tells of it", async ({
  journey,
}) => {
  test.slow();
  const page = await journey.openFor(person);
  await page.goto(paths.newProduct());
  await createProduct(page, again("Breathing belt"));
  const sheet = await startDeclaration(page);
  const topic = t("declaration:topic.name.logging");

  await test.step("a topic goes through several areas, each under its heading", async () => {
    const topics = page.getByRole("navigation", { name: t("declaration:topic.navigation") });
    await topics.getByText(t("declaration:topic.by"), { exact: true }).click();
    await topics.getByRole("link", { name: new RegExp(`^${topic}`) }).click();
    await expect(page.getByRole("heading", { level: 2, name: topic })).toBeVisible();
    await expect(page.locator(".sheet-level")).toHaveCount(3);
    await checkPage(page);
  });

  await test.step("nothing is written before it is chosen, and what was written stays", async () => {
    const row = page.getByRole("group", { name: /^CR 6.2 / });
    await choiceOf(page, "CR 6.2", "not-met").check();
    await row.getByRole("textbox").fill("Not built in.");
    await row.getByRole("button", { name: t("declaration:suggest.open") }).click();
    await expect(row.getByText(t("declaration:suggest.fromPortal"))).toBeVisible();
    await expect(row.getByRole("textbox")).toHaveValue("Not built in.");
    await checkPage(page);
    const text = await row.locator(".suggestions li p").first().textContent();
    await row
      .getByRole("button", { name: t("declaration:suggest.answer") })
      .first()
      .click();
    await expect(choiceOf(page, "CR 6.2", "met-with-countermeasure")).toBeChecked();
    await expect(row.getByRole("textbox")).toHaveValue(`Not built in.\n${text}`);
    await expectSaved(page);
  });

  await test.step("who answered what stands in the history", async () => {
    await page.goto(`${sheet}/history`);
    await expect(page.getByRole("row", { name: /CR 6\.2/ })).toContainText(person.name);
    await checkPage(page);
  });
});

function chosen(page: Page, value: "met" | "not-applicable") {
  return page.getByRole("radio", { name: t(`components:answer.${value}`), exact: true, checked: true });
}
