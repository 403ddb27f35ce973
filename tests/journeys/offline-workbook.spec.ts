import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import writeXlsxFile from "write-excel-file/universal";
import { DEMO_SUPPLIERS } from "~/demo/people";
import { readWorkbook } from "~/formats/workbook/read-workbook";
import { paths } from "~/paths";
import { choiceOf, createProduct, expectSheet, startDeclaration } from "./declaring";
import { button, checkPage, expect, test } from "./journey";
import { t } from "./words";

const [{ person: supplierPerson }] = DEMO_SUPPLIERS;

async function aDeclaration(page: Page, product: string): Promise<string> {
  await page.goto(paths.newProduct());
  await createProduct(page, product);
  // Other products of this supplier are offered to begin with; this one begins with nothing.
  await page.getByLabel(t("declaration:release.copyOf")).selectOption("");
  return (await startDeclaration(page)).split("/").at(-1) ?? "";
}

/** What the declaration states, as it leaves the portal; how the products are called is theirs. */
async function stateOf(page: Page, declarationId: string) {
  const answer = await page.request.get(paths.declarationFile(declarationId, "declaration.json"));
  const { product: _, facts, ...stated } = (await answer.json()) as Record<string, Record<string, unknown>>;
  return { ...stated, facts: { ...facts, product: null } };
}

type Cells = Readonly<Record<string, ReadonlyArray<[place: number, text: string]>>>;

/**
 * The workbook as a spreadsheet program leaves it: everything that was in it, written anew without our locks and lists,
 * and some cells filled in. `cells` are found by the first cell of their line.
 */
async function filledIn(bytes: Uint8Array, cells: Cells): Promise<Uint8Array> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(`the workbook cannot be read: ${read.refusal.code}`);
  const left = new Set(Object.keys(cells));
  const sheets = read.value.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map(({ cells: row }) => {
      const texts = [...row];
      const key = row[0] ?? "";
      for (const [place, text] of cells[key] ?? []) texts[place] = text;
      left.delete(key);
      return Array.from(texts, (value = "") => (value === "" ? null : { type: String, value }));
    }),
  }));
  expect([...left]).toEqual([]);
  return new Uint8Array(await (await writeXlsxFile(sheets).toBlob()).arrayBuffer());
}

test("a workbook filled in without a network comes to the same state as filling in online", async ({
  journey,
}) => {
  test.slow();
  const page = await journey.openFor(supplierPerson);
  const product = `Workbook ${Date.now()}`;

  const online = await test.step("online: two rows and two facts", async () => {
    const id = await aDeclaration(page, `${product} online`);
    await choiceOf(page, "CR 1.1", "not-met").check();
    await choiceOf(page, "CR 1.2", "met").check();
    await expect(page.locator(".save-state")).toContainText(/saved/i);
    await page.goto(paths.declarationFacts(id, { group: "accounts" }));
    const answer = (fact: "autoLogoff" | "breakGlass", word: "yes" | "no") =>
      page
        .getByRole("group", { name: t(`facts:field.${fact}`) })
        .getByRole("radio", { name: t(`declaration:facts.${word}`), exact: true })
        .check();
    await answer("autoLogoff", "no");
    await answer("breakGlass", "yes");
    await button(page, t("declaration:facts.save")).click();
    await expect(page.locator(".save-state, .callout-success").first()).toBeVisible();
    await expect
      .poll(() => stateOf(page, id))
      .toMatchObject({ facts: { autoLogoff: false, breakGlass: true } });
    return id;
  });

  const offline = await aDeclaration(page, `${product} offline`);
  const workbook = await test.step("the workbook is taken along, and filled in elsewhere", async () => {
    await page
      .locator("summary")
      .filter({ hasText: t("sealing:export.title") })
      .click();
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: t("sealing:export.file.workbook_xlsx") }).click(),
    ]);
    return filledIn(new Uint8Array(readFileSync(await saved.path())), {
      "CR 1.1": [[5, "not-met"]],
      "CR 1.2": [[5, "met"]],
      autoLogoff: [[3, "no"]],
      breakGlass: [[3, "yes"]],
    });
  });

  await test.step("it comes back: shown first, then taken over", async () => {
    const before = await stateOf(page, offline);
    await page.goto(paths.declarationImport(offline));
    await page.locator("input[type=file]").setInputFiles({
      ...{ name: "filled-in.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(workbook) },
    });
    const found = t("import:found.title", { kind: t("import:kind.offline-workbook") });
    await expect(page.getByRole("heading", { name: found })).toBeVisible();
    await expect(page.locator(".import-entry")).toHaveCount(4);
    await checkPage(page);
    expect(await stateOf(page, offline)).toEqual(before);
    await button(page, t("import:apply")).click();
    await expect(page.getByText(t("import:applied.title"))).toBeVisible();
  });

  await test.step("both say the same, in the file and on the page", async () => {
    expect(await stateOf(page, offline)).toEqual(await stateOf(page, online));
    await page.goto(paths.declaration(offline));
    await expectSheet(page);
    await expect(choiceOf(page, "CR 1.1", "not-met")).toBeChecked();
    await expect(choiceOf(page, "CR 1.2", "met")).toBeChecked();
  });
});
