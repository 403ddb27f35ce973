import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS } from "~/demo/people";
import { paths } from "~/paths";
import { choiceOf, createProduct, startDeclaration } from "./declaring";
import { expectSaved } from "./drawing";
import { expect, test } from "./journey";

const [{ person }] = DEMO_SUPPLIERS;

/** Opens a page whose scripts come only when the function that is returned is called: a phone on a slow line. */
async function openWithoutLife(page: Page, path: string): Promise<() => void> {
  let come = (): void => undefined;
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/\/assets\/.*\.js/, async (route) => {
    await coming;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return come;
}

test("what is filled in before the page is alive is saved like everything else", async ({ journey }) => {
  const page = await journey.openFor(person);
  await page.goto(paths.newProduct());
  await createProduct(page, "Slow line");
  const sheet = await startDeclaration(page);
  const rows = page.locator("fieldset.answer-row");
  const ids = await rows.locator(".answer-id").allTextContents();
  const [first = "", second = ""] = ids.filter((id) => !id.includes("RE"));

  const comeAlive = await openWithoutLife(page, `${sheet}?fr=IAC`);
  await choiceOf(page, first, "met-with-countermeasure").check();
  const note = page.getByRole("group", { name: new RegExp(`^${first} (?!RE)`) }).getByRole("textbox");
  await note.fill("The ward is locked");
  await choiceOf(page, second, "met").check();
  await choiceOf(page, second, "not-met").check();
  await expect(page.locator(".save-state")).toHaveCount(0);
  comeAlive();
  await expectSaved(page);
  await expect(choiceOf(page, first, "met-with-countermeasure")).toBeChecked();

  await page.reload();
  await expectSaved(page);
  await expect(choiceOf(page, first, "met-with-countermeasure")).toBeChecked();
  await expect(note).toHaveValue("The ward is locked");
  await expect(choiceOf(page, second, "not-met")).toBeChecked();
  await expect(choiceOf(page, second, "met")).not.toBeChecked();
});
