import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS } from "~/demo/people";
import { writeWorkbook } from "~/formats/workbook/write-workbook";
import { paths } from "~/paths";
import { anSbom } from "../builders/sbom";
import { choiceOf, createProduct, expectSheet, startDeclaration } from "./declaring";
import { button, checkPage, expect, link, PHONE, test } from "./journey";
import { t } from "./words";

const [{ person: supplierPerson }] = DEMO_SUPPLIERS;

const FORM = [
  ["Question ID", "Question", "Answer", "Note"],
  ["DOC-1", "Manufacturer name", "Fiktiva Medtech", ""],
  ["ALOF-1", "Idle sessions end", "Yes", ""],
  ["PAUT-1", "People are told apart", "Yes", ""],
  ["EMRG-1", "Emergency access", "No", ""],
];

async function send(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByRole("heading", { name: /^Found: / })).toBeVisible();
}

const entry = (page: Page, name: string | RegExp) => page.locator(".import-entry").filter({ hasText: name });

test("a form and a list of components fill in a half-filled declaration", async ({ journey }) => {
  test.slow();
  const page = await journey.openFor(supplierPerson);
  const product = `Import ${Date.now()}`;
  await page.goto(paths.newProduct());
  await createProduct(page, product);
  // Other products of this supplier are offered to begin with; this one begins with nothing.
  await page.getByLabel(t("declaration:release.copyOf")).selectOption("");
  const sheet = await startDeclaration(page);
  const declarationId = sheet.split("/").at(-1) ?? "";

  await test.step("half of it is there already: a row, and a fact that the form contradicts", async () => {
    await choiceOf(page, "CR 1.1", "not-met").check();
    await expect(page.locator(".save-state")).toContainText(/saved/i);
    await page.goto(paths.declarationFacts(declarationId, { group: "accounts" }));
    const field = page.getByRole("group", { name: t("facts:field.autoLogoff") });
    await field.getByRole("radio", { name: t("declaration:facts.no"), exact: true }).check();
    await button(page, t("declaration:facts.save")).click();
    await expect(page.locator(".save-state, .callout-success").first()).toBeVisible();
  });

  await test.step("the form is sent, read and shown; nothing has changed yet", async () => {
    await page.goto(sheet);
    await link(page, t("import:tab")).click();
    await checkPage(page);
    const form = await writeWorkbook("MDS2", FORM);
    await send(page, "mds2.xlsx", new Uint8Array(await form.arrayBuffer()));
    await expect(page.getByText("mds2.xlsx")).toBeVisible();
    const contradiction = entry(page, t("facts:field.autoLogoff"));
    await expect(contradiction.getByRole("checkbox")).not.toBeChecked();
    await expect(contradiction).toContainText(t("import:side.present"));
    await expect(entry(page, t("facts:field.breakGlass")).getByRole("checkbox")).toBeChecked();
    await checkPage(page);
  });

  await test.step("with the keyboard alone one thing is left out and the rest taken over", async () => {
    await entry(page, t("facts:field.breakGlass")).getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await button(page, t("import:apply")).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText(t("import:applied.title"))).toBeVisible();
    await checkPage(page);
    await page.goto(paths.declarationFacts(declarationId, { group: "accounts" }));
    const stated = (name: string, word: string) =>
      page.getByRole("group", { name }).getByRole("radio", { name: word, exact: true });
    await expect(stated(t("facts:field.autoLogoff"), t("declaration:facts.no"))).toBeChecked();
    await expect(stated(t("facts:field.individualAccounts"), t("declaration:facts.yes"))).toBeChecked();
    await expect(stated(t("facts:field.breakGlass"), t("declaration:facts.notStated"))).toBeChecked();
    await page.goto(sheet);
    await expectSheet(page);
    await expect(choiceOf(page, "CR 1.1", "not-met")).toBeChecked();
  });

  await test.step("the list of components brings its quality report and becomes evidence", async () => {
    await page.goto(paths.declarationImport(declarationId));
    await send(page, "sbom.json", anSbom(2_000));
    await expect(page.getByRole("heading", { name: t("import:quality.title") })).toBeVisible();
    await page
      .locator("summary")
      .filter({ hasText: t("import:quality.standard.bsi-tr-03183-2") })
      .click();
    await checkPage(page);
    await button(page, t("import:apply")).click();
    await expect(page.getByText(t("import:applied.title"))).toBeVisible();
    await page.goto(paths.declarationEvidence(declarationId));
    await expect(page.getByText("mds2.xlsx").first()).toBeVisible();
    await expect(page.getByText("sbom.json").first()).toBeVisible();
  });

  await test.step("a file that is none says so, on a phone too", async () => {
    const phone = await journey.openFor(supplierPerson, PHONE);
    await phone.goto(paths.declarationImport(declarationId));
    const file = { name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear customer,\n") };
    await phone.locator("input[type=file]").setInputFiles(file);
    await expect(phone.getByText(t("import:refusal.unknown-kind"))).toBeVisible();
    await checkPage(phone);
    await phone.goBack();
    await phone.getByLabel(t("import:choose.stored")).selectOption({ index: 1 });
    await button(phone, t("import:choose.read")).click();
    await expect(phone.getByRole("heading", { name: /^Found: / })).toBeVisible();
    await checkPage(phone);
  });

  await test.step("the form comes out again", async () => {
    await page.goto(paths.declarationImport(declarationId));
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      link(page, t("import:mds2.download")).click(),
    ]);
    expect(saved.suggestedFilename()).toContain(product);
    expect(
      readFileSync(await saved.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });
});
