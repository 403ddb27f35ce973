import type { Locator, Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { OTHER_WAYS } from "../routes/table-ways";
import { canvasOf, createModel, dragZone, expectSaved, renameZone, zoneOnCanvas } from "./drawing";
import { again, button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

const { engineer } = HOSPITAL_PEOPLE;

test("a model is built in the table with the keyboard alone, and stands on the diagram", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer);
  await page.goto(paths.newModel());
  const modelId = await createModel(page, "Built in the table", "Built in the table site");
  await page.goto(paths.modelTable(modelId));
  await expect(page.getByRole("heading", { name: t("table:outline.title") })).toBeVisible();

  // A zone, one inside it, an asset in that.
  await press(page, link(page, t("diagram:toolbar.addZone")).first());
  await expect(forms(page)).toBeFocused();
  await fill(page, nameField(page), "Ward");
  await page.keyboard.press("Enter");
  await expect(forms(page)).toContainText("Ward, no target, 0 assets");
  await expect(forms(page)).toBeFocused();
  await press(page, link(page, t("table:add.zoneInside")));
  await fill(page, nameField(page), "Room");
  await page.keyboard.press("Enter");
  await expect(forms(page)).toContainText(t("table:said.inside", { zone: "Ward" }));
  await press(page, link(page, t("table:add.assetInside")));
  await fill(page, nameField(page), "Monitor");
  await page.keyboard.press("Enter");
  await expect(forms(page)).toContainText("Monitor, in Room");
  await press(page, link(page, t("common:close")));
  await expect(line(page, "Monitor")).toBeFocused();
  await checkPage(page);

  // In the outline: back to the zone by its letter, and a second zone beside it.
  await page.keyboard.press("w");
  await expect(line(page, "Ward")).toBeFocused();
  await press(page, link(page, t("diagram:toolbar.addZone")).first());
  await fill(page, nameField(page), "Lab");
  await page.keyboard.press("Enter");
  await expect(forms(page)).toContainText("Lab, no target");

  // A conduit with a channel, which has what its protocol usually has.
  await press(page, link(page, t("table:add.conduitFrom")));
  await tabTo(page, forms(page).getByRole("combobox", { name: t("model:conduit.to") }));
  await page.keyboard.type("Ward");
  await fill(
    page,
    forms(page).getByRole("combobox", { name: t("model:channel.protocol") }),
    "DICOM over TLS",
  );
  await page.keyboard.press("Enter");
  await expect(forms(page)).toContainText("Conduit Lab – Ward: DICOM over TLS, all encrypted.");
  await expect(
    forms(page)
      .getByRole("textbox", { name: t("model:channel.ports") })
      .first(),
  ).toHaveValue("2762");

  // A level by hand: opened from the outline, all seven at once.
  await press(page, link(page, t("common:close")));
  await expect(line(page, "Lab – Ward")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(line(page, "Ward")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(forms(page)).toBeFocused();
  await press(page, page.getByRole("button", { name: `${t("components:levelVector.all")} 2` }));
  await fill(page, forms(page).getByRole("textbox", { name: t("model:zone.rationale") }), "Agreed on Monday");
  await press(page, button(page, t("model:zone.saveTarget")));
  await expect(forms(page)).toContainText(
    t("table:said.target", { levels: t("table:levels.flat", { level: 2 }) }),
  );
  await expect(page.getByRole("button", { name: "Undo: Target of Ward set" })).toBeVisible();

  // A finding waived, taken back by its key, and waived again by the same.
  const waived = (count: number) =>
    expect(page.getByRole("heading", { name: t("model:waiver.title", { count }) })).toBeVisible();
  await waived(0);
  await press(page, page.getByRole("link", { name: t("model:finding.waive") }).first());
  await fill(page, page.getByRole("textbox", { name: t("model:waiver.reason") }), "Until the move in spring");
  await page.keyboard.press("Enter");
  await waived(1);
  await page.keyboard.press("Control+z");
  await waived(0);
  await page.keyboard.press("Control+Shift+z");
  await waived(1);

  // Several at once: ticked by keys, duplicated, deleted, and both taken back.
  await tabTo(page, page.locator("[role=treeitem][tabindex='0']"));
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await expect(line(page, "Ward")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Control+d");
  await expect(line(page, "Ward (2)")).toBeVisible();
  await expect(line(page, "Room (2)")).toBeVisible();
  await tabTo(page, page.locator("[role=treeitem][tabindex='0']"));
  await page.keyboard.press("Home");
  await arrowTo(page, line(page, "Ward (2)"));
  await page.keyboard.press("Space");
  await page.keyboard.press("Delete");
  await expect(line(page, "Ward (2)")).toHaveCount(0);
  await expect(line(page, "Room (2)")).toHaveAttribute("aria-level", "1");
  await page.keyboard.press("Control+z");
  await expect(line(page, "Ward (2)")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(line(page, "Ward (2)")).toHaveCount(0);

  // Copied, pasted into another zone and cut, by the keys that the canvas has.
  const pressOn = async (name: string, chord: string) => {
    await tabTo(page, page.locator("[role=treeitem][tabindex='0']"));
    await page.keyboard.press("Home");
    await arrowTo(page, line(page, name));
    await page.keyboard.press(chord);
  };
  await pressOn("Lab", "Control+c");
  await expect(page.getByText(t("table:clipboard.text", { count: 1 }))).toBeVisible();
  await pressOn("Ward", "Control+v");
  await expect(line(page, "Lab (2)")).toHaveAttribute("aria-selected", "true");
  await expect(line(page, "Lab (2)")).toHaveAttribute("aria-level", "2");
  await expect(page.getByText(t("table:clipboard.pasted", { count: 1 }))).toBeVisible();
  await expect(line(page, "Ward")).toBeFocused();
  await page.keyboard.press("Control+x");
  await expect(line(page, "Lab (2)")).toHaveCount(0);
  await checkPage(page);
  // What only a script can do is offered once there is one.
  for (const way of Object.values(OTHER_WAYS))
    if (way.by === "script") await expect(button(page, t(way.words))).toBeVisible();

  // Open and closed, by keys; the address says so.
  await tabTo(page, page.locator("[role=treeitem][tabindex='0']"));
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowLeft");
  await expect(line(page, "Ward")).toHaveAttribute("aria-expanded", "false");
  await expect(line(page, "Room")).toHaveCount(0);
  await expect(line(page, "Ward")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(line(page, "Room")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(line(page, "Room")).toBeFocused();
  await page.keyboard.press("F2");
  await expect(nameField(page)).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Room 7");
  await page.keyboard.press("Enter");
  await expect(forms(page)).toContainText("Room 7, no target");
  await checkPage(page);

  await page.goto(paths.model(modelId));
  for (const name of ["Ward", "Room 7", "Lab"]) await expect(zoneOnCanvas(page, name)).toBeVisible();
  await expect(zoneOnCanvas(page, "Ward")).toHaveAccessibleName(/target \{2 2 2 2 2 2 2\}/);
  await expect(canvasOf(page).locator(".asset-tile")).toHaveText("Monitor");
  await expect(canvasOf(page).locator(".conduit-label")).toHaveCount(1);
});

const WARDS = 20;
const ASSETS = 1_000;

test("a model of a thousand assets is imported, moved on the canvas, edited, saved, and paged through in the table", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer);
  await page.goto(paths.newModel());
  await page.getByLabel(t("model:new.name"), { exact: true }).fill(again("A thousand assets"));
  await page.getByRole("radio", { name: t("transfer:import.start") }).check();
  await button(page, t("model:new.submit")).click();
  await expect(page.locator("[data-ready]")).toBeVisible();
  const modelId = new URL(page.url()).pathname.split("/")[3] ?? "";
  const rows = Array.from({ length: ASSETS }, (_, n) => `Pump ${n};Ward ${n % WARDS};1`);
  await page
    .getByLabel(t("transfer:source.paste"), { exact: true })
    .fill(["Name;Zone;Quantity", ...rows].join("\n"));
  await button(page, t("transfer:source.read")).click();
  await button(page, t("transfer:import.next")).click();
  await button(page, t("transfer:preview.import", { count: ASSETS + WARDS })).click();
  await expect(link(page, t("transfer:done.diagram"))).toBeVisible();

  // On the canvas: everything drawn, panned, zoomed, one zone dragged, one renamed.
  await page.goto(paths.model(modelId));
  await expect(canvasOf(page).locator(".zone-title")).toHaveCount(WARDS);
  await expect(zoneOnCanvas(page, "Ward 3")).toHaveAccessibleName(/50 assets/);
  const view = () => page.locator(".react-flow__viewport").getAttribute("style");
  const before = await view();
  const canvas = await canvasOf(page).boundingBox();
  if (!canvas) throw new Error("there is no canvas");
  await page.mouse.move(canvas.x + 10, canvas.y + 200);
  await page.mouse.down();
  await page.mouse.move(canvas.x + 70, canvas.y + 160, { steps: 6 });
  await page.mouse.up();
  await expect.poll(view).not.toBe(before);
  const panned = await view();
  await button(page, t("diagram:toolbar.zoomOut")).click();
  await expect.poll(view).not.toBe(panned);
  await button(page, t("diagram:toolbar.fit")).click();
  const start = await zoneOnCanvas(page, "Ward 0").boundingBox();
  await dragZone(page, "Ward 0", { x: -60, y: -40 });
  await expectSaved(page);
  await expect.poll(async () => (await zoneOnCanvas(page, "Ward 0").boundingBox())?.x).not.toBe(start?.x);
  await zoneOnCanvas(page, "Ward 3").click();
  await renameZone(page, "Ward 3, rebuilt");
  await expectSaved(page);
  await page.reload();
  await expect(zoneOnCanvas(page, "Ward 3, rebuilt")).toHaveAccessibleName(/50 assets/);
  await expect(canvasOf(page).locator(".zone-title")).toHaveCount(WARDS);

  // In the table: page after page, narrowed, and edited.
  await page.goto(paths.modelTable(modelId));
  await expect(page.getByRole("heading", { name: t("model:table.assets", { count: ASSETS }) })).toBeVisible();
  const assetPages = page.getByRole("navigation", {
    name: t("table:pages.label", { list: t("model:table.assets", { count: ASSETS }) }),
  });
  await expect(assetPages).toContainText(t("table:pages.here", { from: 1, to: 50, count: ASSETS }));
  await link(assetPages, t("table:pages.next")).click();
  await expect(assetPages).toContainText(t("table:pages.here", { from: 51, to: 100, count: ASSETS }));
  await link(assetPages, t("table:pages.last")).click();
  await expect(assetPages).toContainText(t("table:pages.here", { from: 951, to: 1000, count: ASSETS }));
  await checkPage(page);
  await page.getByRole("searchbox", { name: t("table:search.label") }).fill("pump 999");
  await button(page, t("table:search.submit")).click();
  await expect(page.getByRole("heading", { name: t("model:table.assets", { count: 1 }) })).toBeVisible();
  await link(page, t("model:table.changeNamed", { name: "Pump 999" })).click();
  await page.getByRole("textbox", { name: t("model:asset.location") }).fill("Room 7");
  await button(page, t("model:table.save")).click();
  await expect(page.getByRole("cell", { name: "Room 7" })).toBeVisible();
  await page.getByRole("button", { name: "Undo: Asset Pump 999 changed" }).click();
  await expect(page.getByRole("cell", { name: "Room 7" })).toHaveCount(0);
});

/** The panel with the forms of what is picked. */
function forms(page: Page): Locator {
  return page.locator("#element");
}

function nameField(page: Page): Locator {
  return forms(page).getByRole("textbox", { name: t("common:name"), exact: true });
}

function line(page: Page, name: string): Locator {
  return page.getByRole("treeitem", { name: new RegExp(`^(Conduit )?${name.replace(/[()]/g, "\\$&")}[,:]`) });
}

/** Presses Tab until an element has the focus: whoever has no mouse gets there too. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 250; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

/** Down the outline, line by line. */
async function arrowTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`the arrow keys do not lead to ${wanted}`);
}

async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

async function fill(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}
