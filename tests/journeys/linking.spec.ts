import type { Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { expectSaved, panelOf, zoneOnCanvas } from "./drawing";
import { button, checkPage, expect, link, PHONE, test } from "./journey";
import { t } from "./words";

const { engineer, lead } = HOSPITAL_PEOPLE;
/** A second attempt finds what the first has made. */
const MODEL = `Inventory linked ${Date.now()}`;

const HEAD = "Name;Zone;Vendor;Model;UDI-DI;Firmware version;Serial no.";
/** Forty equal pumps of the demo's supplier by its identifier, three by its model alone, one that nobody declared. */
const ROWS = [
  ...Array.from({ length: 40 }, (_, n) => `Infusomat;Ward 7;FIKTIVA MedTech;FK-721-1;FICT-0001;v3.4.1;S${n}`),
  ...Array.from({ length: 3 }, (_, n) => `Perfusor;Ward 7;Fiktiva Medtech s.r.o.;fk 721/3;;3.4.1;P${n}`),
  "Bed scale;Ward 7;Waage AG;W-9;;;B1",
];

test("an inventory is imported, its devices are linked to products in bulk, and the register shows what is left", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer);
  let modelId = "";
  await test.step("a file with manufacturer, model and UDI-DI is imported, and leads on to linking", async () => {
    await page.goto(paths.newModel());
    await page.getByLabel(t("model:new.name"), { exact: true }).fill(MODEL);
    await page.getByRole("radio", { name: t("transfer:import.start") }).check();
    await button(page, t("model:new.submit")).click();
    await expect(page.locator("[data-ready]")).toBeVisible();
    modelId = new URL(page.url()).pathname.split("/")[3] ?? "";
    const file = {
      name: "inventory.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([HEAD, ...ROWS].join("\n")),
    };
    await page.locator("input[type=file]").setInputFiles(file);
    await button(page, t("transfer:import.next")).click();
    await button(page, t("transfer:preview.import", { count: 45 })).click();
    await link(page, t("transfer:done.link")).click();
    await expect(page).toHaveURL(new RegExp(`${paths.modelLinking(modelId)}$`));
  });

  const rows = page.locator("tbody tr");
  await test.step("equal devices are one line with a suggestion and its reason", async () => {
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(0)).toContainText(t("linking:table.assets", { count: 40 }));
    await expect(rows.nth(0)).toContainText(t("linking:grade.certain"));
    await expect(rows.nth(0)).toContainText(t("linking:basis.udi-di"));
    await expect(rows.nth(1)).toContainText(t("linking:basis.manufacturer-and-model"));
    await expect(rows.nth(2)).toContainText(t("linking:table.none"));
    await checkPage(page);
  });

  await test.step("one press links what is certain, undo takes all of it back, and once more", async () => {
    await button(page, t("linking:certain.submit", { count: 40 })).click();
    await expect(page.getByText(t("linking:saved.linked", { count: 40 }))).toBeVisible();
    await expect(rows).toHaveCount(2);
    await page.keyboard.press("Control+z");
    await expect(rows).toHaveCount(3);
    await button(page, t("linking:certain.submit", { count: 40 })).click();
    await expect(rows).toHaveCount(2);
  });

  await test.step("with the keyboard a line is ticked and linked", async () => {
    await rows.nth(0).getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await button(page, t("linking:table.submit")).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText(t("linking:saved.linked", { count: 3 }))).toBeVisible();
    await expect(rows).toHaveCount(1);
  });

  await test.step("any product can be looked for, and a wrong link is taken away again", async () => {
    await rows.getByRole("link", { name: new RegExp(`^${t("linking:table.chooseFirst")}`) }).click();
    await page.getByRole("searchbox", { name: t("linking:choose.find") }).fill("tomovia");
    await page.keyboard.press("Enter");
    await page.getByRole("radio", { name: /^Tomovia/ }).check();
    await checkPage(page);
    await button(page, t("linking:choose.link", { count: 1 })).click();
    await expect(page.getByText(t("linking:empty.allTitle"))).toBeVisible();
    await page.getByRole("link", { name: new RegExp(`^${t("linking:show.linked")}`) }).click();
    await rows.filter({ hasText: "Tomovia" }).getByRole("checkbox").check();
    await checkPage(page);
    await button(page, t("linking:linked.submit")).click();
    await expect(page.getByText(t("linking:saved.unlinked", { count: 1 }))).toBeVisible();
    await expect(rows).toHaveCount(1);
  });

  await test.step("in the diagram the panel says what an asset is, and that it was never assessed", async () => {
    await page.goto(paths.modelTable(modelId));
    const scale = page.getByRole("link", { name: t("model:asset.noProduct") });
    await page.goto(paths.modelTable(modelId, { overlay: "approval" }));
    await expect(scale.first()).toHaveAttribute("href", /\/linking\?choose=/);
    await setTarget(page, modelId);
    await page.goto(paths.modelLinking(modelId));
    const scaleId = await idOfFirst(page);
    await page.goto(`${paths.model(modelId)}?element=${scaleId}`);
    await expect(page.getByTestId("asset-approval")).toContainText(t("diagram:approval.noProduct"));
    await expect(panelOf(page).getByLabel(t("model:asset.manufacturer"))).toHaveValue("Waage AG");
    await page.goto(paths.modelLinking(modelId, { show: "linked" }));
    const pumpId = await idOfFirst(page);
    await page.goto(`${paths.model(modelId)}?element=${pumpId}`);
    await expect(page.getByTestId("asset-approval")).toContainText(/\S/);
    await expect(panelOf(page).getByLabel(t("model:asset.udiDi"))).toHaveValue("FICT-0001");
    await checkPage(page);
  });

  await test.step("once published, the register counts what has no product and leads to it", async () => {
    await page.goto(paths.review(modelId));
    await page.getByRole("textbox", { name: t("model:publish.note") }).fill("First");
    await button(page, t("model:publish.submitConfirm")).click();
    await expect(page.getByText(t("model:publish.fourEyes"))).toBeVisible();
    const reviewer = await journey.openFor(lead, PHONE);
    await reviewer.goto(paths.review(modelId));
    await button(reviewer, t("model:publish.approveConfirm")).click();
    await expect(link(reviewer, t("model:revision.name", { number: 1 }))).toBeVisible();
    await reviewer.goto(paths.register({ model: modelId }));
    await expect(reviewer.getByText(t("linking:register", { count: 1 }))).toBeVisible();
    await checkPage(reviewer);
    await link(reviewer, t("linking:registerModel", { model: MODEL, count: 1 })).click();
    await expect(reviewer.locator("tbody tr")).toHaveCount(1);
    await expect(reviewer.locator("tbody tr")).toContainText("Waage AG W-9");
    await checkPage(reviewer);
  });
});

/** The id of the first asset of the first line, from the link to where it is changed. */
async function idOfFirst(page: Page): Promise<string> {
  const href = await page.locator("tbody tr a[href*='element=']").first().getAttribute("href");
  return new URL(href ?? "", "http://portal").searchParams.get("element") ?? "";
}

async function setTarget(page: Page, modelId: string): Promise<void> {
  await page.goto(paths.model(modelId));
  await zoneOnCanvas(page, "Ward 7").click();
  await panelOf(page)
    .getByRole("button", { name: t("diagram:panel.setTarget") })
    .click();
  await expectSaved(page);
}
