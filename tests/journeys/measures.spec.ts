import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import writeXlsxFile from "write-excel-file/universal";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { columnOf } from "~/formats/measures-workbook/layout";
import { readWorkbook } from "~/formats/workbook/read-workbook";
import { paths } from "~/paths";
import { button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

const { engineer } = HOSPITAL_PEOPLE;
/** Elements that no other journey and no part of the demo writes. */
const [FIRST, SECOND] = ["ORG 2.2", "ORG 2.3"] as const;

/** The workbook as a spreadsheet program leaves it, with some cells of one measure changed. */
async function filledIn(bytes: Uint8Array, measureId: string, cells: Readonly<Record<string, string>>) {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(`the workbook cannot be read: ${read.refusal.code}`);
  const sheets = read.value.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map(({ cells: row }) =>
      Array.from({ length: 14 }, (_, at) => {
        const column = String.fromCharCode(65 + at);
        const text = (row[2] === measureId ? cells[column] : undefined) ?? row[at] ?? "";
        return text === "" ? null : { type: String, value: text };
      }),
    ),
  }));
  return Buffer.from(await (await writeXlsxFile(sheets).toBlob()).arrayBuffer());
}

const rowOf = (page: Page, measureId: string) => page.getByRole("row").filter({ hasText: measureId });

async function standingIn(page: Page): Promise<string> {
  await page.goto(paths.readiness({ of: "iec-62443-2-1" }));
  return (await rowOf(page, FIRST).first().getByRole("cell").first().textContent()) ?? "";
}

test("measures are set in bulk, filled in without a network, read back with a preview, and show in readiness", async ({
  journey,
}) => {
  test.slow();
  const page = await journey.openFor(engineer);
  const list = paths.measures({ zone: "hospital", find: "ORG 2." });

  await test.step("nothing ticked is refused, two ticked are changed", async () => {
    await page.goto(list);
    await checkPage(page);
    journey.expectFault(/^422 POST \/hospital\/measures/);
    await button(page, t("measure:bulk.save")).click();
    await expect(page.getByText(t("measure:refusal.nothing-chosen"))).toBeVisible();
    await rowOf(page, FIRST).getByRole("checkbox").check();
    await rowOf(page, SECOND).getByRole("checkbox").check();
    const form = page.locator("#chosen");
    await form.getByLabel(t("measure:field.state")).selectOption("in-progress");
    await form.getByLabel(t("measure:field.owner")).fill(`Team ${Date.now()}`);
    await button(page, t("measure:bulk.save")).click();
    await expect(page.getByText(t("measure:saved", { count: 2 }))).toBeVisible();
    await expect(rowOf(page, FIRST)).toContainText(t("measure:state.in-progress"));
  });

  const workbook = await test.step("the workbook is taken along and filled in elsewhere", async () => {
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      link(page.getByRole("main"), t("measure:download")).click(),
    ]);
    return filledIn(new Uint8Array(readFileSync(await saved.path())), FIRST, {
      [columnOf("state")]: "In place",
      [columnOf("evidence")]: `Sensor on the core switch, ticket ${Date.now()}`,
    });
  });

  await test.step("a file that is none changes nothing", async () => {
    await page.goto(paths.measuresImport());
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "list.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK no") });
    await expect(page.getByText(t("measure:import.cannotRead"))).toBeVisible();
  });

  await test.step("the preview overwrites nothing by itself; what is ticked is taken over", async () => {
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "measures.xlsx", mimeType: "application/zip", buffer: workbook });
    await expect(page.getByText(t("measure:import.effects.replaces"))).toBeVisible();
    await checkPage(page);
    await expect(button(page, t("measure:import.apply", { count: 0 }))).toBeDisabled();
    await rowOf(page, FIRST).getByRole("checkbox").check();
    await button(page, t("measure:import.apply", { count: 1 })).click();
    await expect(page.getByText(t("measure:saved", { count: 1 }))).toBeVisible();
  });

  await test.step("the list and the readiness say so", async () => {
    await page.goto(list);
    await expect(rowOf(page, FIRST)).toContainText(t("measure:state.in-place"));
    await expect(rowOf(page, SECOND)).toContainText(t("measure:state.in-progress"));
    expect(await standingIn(page)).toContain(t("readiness:standing.shown"));
    await expect(page.getByText(t("readiness:advice.title")).first()).toBeVisible();
    await checkPage(page);
  });
});
