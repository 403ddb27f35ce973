import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { writeWorkbook } from "~/formats/workbook/write-workbook";
import { paths } from "~/paths";
import { drawZone, expectSaved, zoneOnCanvas } from "./drawing";
import { button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

const { engineer } = HOSPITAL_PEOPLE;

const HEAD = "Název;Oddělení;Výrobce;Typ;Počet;Umístění;Bezdrátové";
/** Two hundred devices in four zones; ten of them with a quantity that is none. */
const ROWS = Array.from(
  { length: 200 },
  (_, n) => `Infuzní pumpa ${n};Oddělení ${n % 4};Acme;Flow 5;${n % 20 === 7 ? "mnoho" : 2};Pokoj ${n};ano`,
);

async function aNewModel(page: Page, name: string): Promise<string> {
  await page.goto(paths.newModel());
  await page.getByLabel(t("model:new.name"), { exact: true }).fill(name);
  await page.getByRole("radio", { name: t("transfer:import.start") }).check();
  await button(page, t("model:new.submit")).click();
  await expect(page.locator("[data-ready]")).toBeVisible();
  return new URL(page.url()).pathname.split("/")[3] ?? "";
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel(t("transfer:source.paste"), { exact: true }).fill(text);
  await button(page, t("transfer:source.read")).click();
}

/** From the first step, or from the last of the import before. */
async function previewRows(page: Page, rows: ReadonlyArray<string>): Promise<void> {
  await paste(page, [HEAD, ...rows].join("\n"));
  await button(page, t("transfer:import.next")).click();
}

async function importRows(page: Page, rows: ReadonlyArray<string>, count: number): Promise<void> {
  await previewRows(page, rows);
  await button(page, t("transfer:preview.import", { count })).click();
  await expect(link(page, t("transfer:done.diagram"))).toBeVisible();
}

async function versionOf(page: Page, modelId: string): Promise<number> {
  const answer = await page.request.get(paths.modelEdits(modelId, { since: 0 }));
  return (await answer.json()).version;
}

test("an inventory is pasted, looked at, imported and undone in the diagram like any gesture", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer);
  const modelId = await aNewModel(page, "Inventory by paste");
  await paste(page, '"never closed');
  await expect(page.getByText(t("transfer:sourceError.title"))).toBeVisible();
  await checkPage(page);
  await paste(page, [HEAD, ...ROWS].join("\n"));
  await expect(page.getByRole("combobox", { name: /: Oddělení$/ })).toHaveValue("zone");
  await checkPage(page);

  // A reload, or another page in between, loses nothing.
  await page.reload();
  await button(page, t("transfer:import.next")).click();
  await expect(page.getByText("10", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: new RegExp(`^${t("transfer:preview.refuse")}`) }).click();
  await expect(page.getByText(t("transfer:problem.not-a-quantity")).first()).toBeVisible();
  await checkPage(page);
  const repair = page.waitForEvent("download");
  await button(page, t("transfer:preview.download")).click();
  const refused = await readFile(await (await repair).path(), "utf8");
  expect(refused.trim().split("\r\n")).toHaveLength(11);

  await button(page, t("transfer:preview.import", { count: 194 })).click();
  await link(page, t("transfer:done.diagram")).click();
  await expect(page.getByText(t("transfer:done.title", { count: 194 }))).toBeVisible();
  await expect(page.getByText("Oddělení 3").first()).toBeVisible();
  // One gesture of the diagram like any other, also after a reload: undone, done again, undone.
  await page.reload();
  await expect(page.getByText("Oddělení 3").first()).toBeVisible();
  await expect(button(page, t("diagram:toolbar.undo"))).toBeEnabled();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Oddělení 3")).toHaveCount(0);
  await expect(page.getByText(t("transfer:done.title", { count: 194 }))).toHaveCount(0);
  await expectSaved(page);
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByText("Oddělení 3").first()).toBeVisible();
  await expectSaved(page);
  await button(page, t("diagram:toolbar.undo")).click();
  await expect(page.getByText("Oddělení 3")).toHaveCount(0);
  await expectSaved(page);
  await expect(button(page, t("diagram:toolbar.undo"))).toBeDisabled();
  await page.goto(paths.modelExport(modelId));
  await expect(page.getByText(t("transfer:export.draft", { version: 4 }))).toBeVisible();
  await checkPage(page);
});

test("an import is taken back by its own button, also under what was drawn on top of it", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer);
  const modelId = await aNewModel(page, "Taken back by its button");
  await importRows(page, ROWS.slice(0, 6), 10);
  await link(page, t("transfer:done.diagram")).click();
  await drawZone(page, "Drawn by hand");
  await expectSaved(page);
  await button(page, t("transfer:done.undo")).click();
  await expect(page.getByText(t("transfer:done.undone"))).toBeVisible();
  await expect(page.getByText("Oddělení 3")).toHaveCount(0);
  await expect(zoneOnCanvas(page, "Drawn by hand")).toBeVisible();
  // What is left to undo is what was drawn: the zone and its name.
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(zoneOnCanvas(page, "Drawn by hand")).toHaveCount(0);
  await expect(button(page, t("diagram:toolbar.undo"))).toBeDisabled();
  await expectSaved(page);

  // Nothing drawn on top: the button is the diagram's own undo, and redo brings the import back.
  await page.goto(paths.modelImport(modelId));
  await button(page, t("transfer:done.another")).click();
  await importRows(page, ROWS.slice(0, 6), 10);
  await link(page, t("transfer:done.diagram")).click();
  await expect(button(page, t("diagram:toolbar.undo"))).toBeEnabled();
  await button(page, t("transfer:done.undo")).click();
  await expect(page.getByText(t("transfer:done.undone"))).toBeVisible();
  await expect(page.getByText("Oddělení 3")).toHaveCount(0);
  await button(page, t("diagram:toolbar.redo")).click();
  await expect(page.getByText("Oddělení 3").first()).toBeVisible();
  await expectSaved(page);
});

test("an import that is cancelled leaves nothing: neither unsent, nor saved behind the cancelling", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer);
  const modelId = await aNewModel(page, "Cancelled");
  let release = () => {};
  await page.route("**/imports", (route) => {
    release = () => void route.abort().catch(() => {});
  });
  await previewRows(page, ROWS.slice(0, 6));
  await button(page, t("transfer:preview.import", { count: 10 })).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(button(page, t("transfer:run.cancel"))).toBeFocused();
  await checkPage(page);
  await button(page, t("transfer:run.cancel")).click();
  release();
  await expect(page.getByText(t("transfer:run.cancelled"))).toBeInViewport();
  await page.unroute("**/imports");

  // The portal saves it, and the answer comes after the cancelling.
  await page.route(
    "**/imports",
    async (route) => {
      const response = await route.fetch();
      await page.evaluate(() => new Promise((resolve) => window.addEventListener("go-on", resolve)));
      await route.fulfill({ response }).catch(() => {});
    },
    { times: 1 },
  );
  await button(page, t("transfer:preview.import", { count: 10 })).click();
  await expect(async () => expect(await versionOf(page, modelId)).toBe(1)).toPass();
  await button(page, t("transfer:run.cancel")).click();
  await page.evaluate(() => window.dispatchEvent(new Event("go-on")));
  await expect(page.getByText(t("transfer:run.cancelled"))).toBeVisible();
  expect(await versionOf(page, modelId)).toBe(2);
  // What was to be imported is still there to be imported.
  await button(page, t("transfer:preview.import", { count: 10 })).click();
  await expect(link(page, t("transfer:done.diagram"))).toBeVisible();
  expect(await versionOf(page, modelId)).toBe(3);
});

test("10,000 rows: the preview says how far it is and can be stopped, and one undo takes all of it back", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer);
  const modelId = await aNewModel(page, "Ten thousand");
  const rows = Array.from({ length: 10_000 }, (_, n) => `Pumpa ${n};Oddělení ${n % 40};Acme;Flow 5;1;;ne`);
  const browser = await page.context().newCDPSession(page);
  const buffer = Buffer.from([HEAD, ...rows].join("\n"));
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "inventory.csv", mimeType: "text/csv", buffer });
  await expect(page.getByRole("combobox", { name: /: Oddělení$/ })).toHaveValue("zone");
  await browser.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  await button(page, t("transfer:import.next")).click();
  await expect(page.getByRole("progressbar", { name: t("transfer:preview.working") })).toBeVisible();
  await expect(page.getByText(/^\d+ %$/)).toBeVisible();
  await button(page, t("transfer:run.cancel")).click();
  await expect(button(page, t("transfer:import.next"))).toBeVisible();
  await browser.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await button(page, t("transfer:import.next")).click();
  await button(page, t("transfer:preview.import", { count: 10_040 })).click();
  await link(page, t("transfer:done.diagram")).click();
  // From so far away its name is in the list alone.
  await expect(page.getByText("Oddělení 39").first()).toBeAttached();
  await expect(button(page, t("diagram:toolbar.undo"))).toBeEnabled();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Oddělení 39")).toHaveCount(0);
  await expect(button(page, t("diagram:toolbar.undo"))).toBeDisabled();
  await expect(page.locator(".save-saved")).toBeVisible({ timeout: 120_000 });
  const file = await page.request.get(paths.modelFile(modelId, "model.json"));
  expect((await file.json()).model).toMatchObject({ zones: [], assets: [] });
});

test("a workbook and a drawing are read beside the page, which says so and lets it be stopped", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer);
  const modelId = await aNewModel(page, "Read beside");
  const rows = Array.from({ length: 2_000 }, (_, n) => [`Pump ${n}`, `Ward ${n % 10}`]);
  const blob = await writeWorkbook("Devices", [["Name", "Zone"], ...rows]);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const buffer = Buffer.from(await blob.arrayBuffer());
  const choose = () =>
    page.locator("input[type=file]").setInputFiles({ name: "devices.xlsx", mimeType, buffer });
  // What reads comes late: there is time to look at it, and to stop it.
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route("**/reading-worker*.js", async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await choose();
  await expect(page.getByRole("progressbar", { name: t("transfer:reading.bytes") })).toBeVisible();
  await checkPage(page);
  await button(page, t("transfer:run.cancel")).click();
  await expect(button(page, t("transfer:source.choose"))).toBeVisible();
  goOn();
  await page.unroute("**/reading-worker*.js");
  await choose();
  await expect(button(page, t("transfer:import.next"))).toBeVisible();
  await button(page, t("transfer:import.leave")).click();

  const drawing = `<mxGraphModel><root>${"<mxCell/>".repeat(10)}</root></mxGraphModel>`;
  await paste(page, drawing);
  await expect(page.getByRole("heading", { name: t("transfer:drawing.title") })).toBeVisible();
  expect(await versionOf(page, modelId)).toBe(0);
});

test("a model goes out as a drawing and as a file, and comes into another model the same", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer);
  const modelId = await aNewModel(page, "The original");
  await importRows(page, ROWS.slice(0, 6), 10);

  const download = async (id: string, name: string) => {
    await page.goto(paths.modelExport(id));
    const file = page.waitForEvent("download");
    await link(page, t("transfer:export.downloadNamed", { name })).click();
    const saved = await file;
    return { path: await saved.path(), name: saved.suggestedFilename() };
  };
  const contentOf = async (id: string) => {
    const { path } = await download(id, t("transfer:export.modelJson"));
    return JSON.parse(await readFile(path, "utf8")).model;
  };
  const original = await contentOf(modelId);
  expect(original.assets).toHaveLength(6);
  const drawing = await download(modelId, t("transfer:export.drawio"));
  expect(drawing.name).toBe("The-original-draft-1.drawio");

  const copyId = await aNewModel(page, "The copy");
  await page.locator("input[type=file]").setInputFiles(drawing.path);
  await expect(page.getByText(t("transfer:drawing.noNotes"))).toBeVisible();
  await checkPage(page);
  await button(page, t("transfer:preview.import", { count: 10 })).click();
  await expect(link(page, t("transfer:done.diagram"))).toBeVisible();
  expect(await contentOf(copyId)).toEqual(original);

  // The same file once more has nothing to change.
  const json = await download(modelId, t("transfer:export.modelJson"));
  await page.goto(paths.modelImport(copyId));
  await button(page, t("transfer:done.another")).click();
  await page.locator("input[type=file]").setInputFiles(json.path);
  await page.getByRole("radio", { name: t("transfer:modelFile.replace") }).check();
  await expect(page.getByText(t("transfer:modelFile.same"))).toBeVisible();
});
