import type { Page } from "@playwright/test";
import { DEMO_SUPPLIERS } from "~/demo/people";
import { paths } from "~/paths";
import { choiceOf, createProduct, startDeclaration } from "./declaring";
import { expectSaved } from "./drawing";
import { again, expect, test } from "./journey";
import { t } from "./words";

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
  await createProduct(page, again("Slow line"));
  const sheet = await startDeclaration(page);
  const rows = page.locator("fieldset.answer-row");
  const ids = await rows.locator(".answer-id").allTextContents();
  const [first = "", second = "", third = ""] = ids.filter((id) => !id.includes("RE"));

  const comeAlive = await openWithoutLife(page, `${sheet}?fr=IAC`);
  await choiceOf(page, first, "met-with-countermeasure").check();
  const noteOf = (row: string) =>
    page.getByRole("group", { name: new RegExp(`^${row} (?!RE)`) }).getByRole("textbox");
  const note = noteOf(first);
  await note.fill("The ward is locked");
  await choiceOf(page, second, "met").check();
  await choiceOf(page, second, "not-met").check();
  await noteOf(third).fill("Before an answer");
  await expect(page.locator(".save-state")).toHaveCount(0);
  comeAlive();
  await expectSaved(page);
  // A note has nothing to be stored with until an answer is chosen; it waits for that, and once one is taken back.
  await expect(noteOf(third)).toHaveValue("Before an answer");
  await expect(noteOf(third)).toHaveAccessibleDescription(t("declaration:note.waiting"));
  await choiceOf(page, third, "met").check();
  await expectSaved(page);
  await choiceOf(page, third, null).check();
  await expect(noteOf(third)).toHaveValue("Before an answer");
  await choiceOf(page, third, "met-with-countermeasure").check();
  await expectSaved(page);
  await expect(choiceOf(page, first, "met-with-countermeasure")).toBeChecked();

  await page.reload();
  await expectSaved(page);
  await expect(choiceOf(page, first, "met-with-countermeasure")).toBeChecked();
  await expect(note).toHaveValue("The ward is locked");
  await expect(noteOf(third)).toHaveValue("Before an answer");
  await expect(choiceOf(page, second, "not-met")).toBeChecked();
  await expect(choiceOf(page, second, "met")).not.toBeChecked();
});
