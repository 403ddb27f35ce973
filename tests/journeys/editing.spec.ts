import type { Locator, Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { canvasOf, createModel, drawZone, expectSaved, panelOf, renameZone, zoneOnCanvas } from "./drawing";
import { button, checkPage, expect, type Journey, link, test } from "./journey";
import { ownServer } from "./own-server";
import { t } from "./words";

const { engineer, secondEngineer } = HOSPITAL_PEOPLE;

test("a network that is cut in the middle of drawing: everything is there afterwards, also after a reload", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer);
  await openNewModel(page, "Cut in the middle");
  await drawZone(page, "Before");
  await expectSaved(page);
  journey.expectFault(/^net::ERR_INTERNET_DISCONNECTED /);
  await page.context().setOffline(true);
  await drawZone(page, "During");
  await renameZone(page, "During, renamed");
  await expect(page.getByText(t("diagram:obstacle.unreachable"))).toBeVisible();
  await expect(page.locator(".save-waits")).toContainText(/\d+ changes wait since \d\d:\d\d/);
  await checkPage(page);
  await page.context().setOffline(false);
  await expectSaved(page);
  await expect(page.locator(".save-waits")).toHaveCount(0);
  await drawZone(page, "After");
  await expectSaved(page);
  await page.reload();
  for (const name of ["Before", "During, renamed", "After"])
    await expect(zoneOnCanvas(page, name)).toBeVisible();
});

test("a page that is left with unsaved changes brings them back, while the portal is not reachable and after", async ({
  journey,
}) => {
  const page = await journey.openFor(engineer);
  await openNewModel(page, "Reloaded");
  await drawZone(page, "Saved");
  await expectSaved(page);
  journey.expectFault(/^net::ERR_FAILED POST .*\/edits/);
  await page.route("**/edits", (route) => route.abort("failed"));
  await drawZone(page, "Not saved");
  await expect(page.getByText(t("diagram:obstacle.unreachable"))).toBeVisible();
  await page.reload();
  await expect(zoneOnCanvas(page, "Not saved")).toBeVisible();
  await page.unroute("**/edits");
  // By itself: a save that failed is tried again.
  await expectSaved(page);
  await page.reload();
  await expect(zoneOnCanvas(page, "Not saved")).toBeVisible();
});

test("two people see each other, where each is, and what each draws", async ({ journey }) => {
  const [first, second, modelId] = await twoPeople(journey, "Together");
  await expect(hereOn(first)).toContainText(secondEngineer.name);
  await expect(hereOn(second)).toContainText(engineer.name);
  await zoneOnCanvas(second, "Shared").click();
  await expect(hereOn(first)).toContainText(
    t("editing:here.looking", { name: secondEngineer.name, element: "Shared" }),
  );
  await expect(canvasOf(first).locator(".visitor-mark")).toBeVisible();
  await checkPage(first);

  await drawZone(first, "By the first");
  await drawZone(second, "By the second");
  for (const page of [first, second]) {
    await expect(zoneOnCanvas(page, "By the first")).toBeVisible();
    await expect(zoneOnCanvas(page, "By the second")).toBeVisible();
    await expectSaved(page);
  }
  // Who has the table open is seen on the canvas, and the other way round; what was saved meanwhile is told there.
  await second.goto(paths.modelTable(modelId));
  await second.getByRole("treeitem", { name: /^By the first,/ }).focus();
  await expect(hereOn(first)).toContainText(
    t("editing:here.looking", { name: secondEngineer.name, element: "By the first" }),
  );
  await zoneOnCanvas(first, "Shared").click();
  await expect(hereOn(second)).toContainText(
    t("editing:here.looking", { name: engineer.name, element: "Shared" }),
  );
  await expect(second.getByRole("treeitem", { name: /^Shared,/ }).locator(".avatar")).toBeVisible();
  await drawZone(first, "Drawn meanwhile");
  await expectSaved(first);
  await expect(second.getByText(t("table:company.savedBy", { names: engineer.name }))).toBeVisible();
  await checkPage(second);
  await second.getByRole("link", { name: t("table:company.show") }).click();
  await expect(second.getByRole("treeitem", { name: /^Drawn meanwhile,/ })).toBeVisible();
  await second.goto(paths.models());
  await expect(hereOn(first)).toHaveCount(0);
  await first.goto(paths.modelTable(modelId));
  await expect(first.getByRole("table").first()).toContainText("By the second");
});

test("two people who change different elements while one is cut off are merged without a question", async ({
  journey,
}) => {
  const [first, second] = await twoPeople(journey, "Merged");
  journey.expectFault(/^net::ERR_INTERNET_DISCONNECTED /);
  await second.context().setOffline(true);
  await drawZone(second, "Offline");
  await drawZone(first, "Online");
  await expectSaved(first);
  await second.context().setOffline(false);
  await expectSaved(second);
  for (const page of [first, second])
    for (const name of ["Offline", "Online", "Shared"]) await expect(zoneOnCanvas(page, name)).toBeVisible();
  await expect(conflictOn(second)).toHaveCount(0);
});

test("two people who change the same element see both versions and what it was, and choose", async ({
  journey,
}) => {
  const [first, second] = await twoPeople(journey, "Contested");
  await zoneOnCanvas(second, "Shared").click();
  journey.expectFault(/^net::ERR_INTERNET_DISCONNECTED /);
  journey.expectFault(/^409 POST \/hospital\/models\//);
  await second.context().setOffline(true);
  await renameZone(second, "Name of the second");
  await drawZone(second, "Drawn beside it");
  await zoneOnCanvas(first, "Shared").click();
  await renameZone(first, "Name of the first");
  await expectSaved(first);
  await second.context().setOffline(false);

  const conflict = conflictOn(second);
  await expect(conflict).toContainText(engineer.name);
  for (const name of ["Shared", "Name of the first", "Name of the second"])
    await expect(conflict.getByRole("definition").filter({ hasText: name })).toBeVisible();
  await checkPage(second);
  const save = button(conflict, t("editing:conflict.apply"));
  await expect(save).toBeDisabled();
  await conflict.getByRole("radio", { name: t("editing:conflict.takeTheirs") }).check();
  await save.click();
  await expectSaved(second);
  for (const page of [first, second]) {
    await expect(zoneOnCanvas(page, "Name of the first")).toBeVisible();
    await expect(zoneOnCanvas(page, "Drawn beside it")).toBeVisible();
  }
  // Not lost: what was not chosen is one step back.
  await button(second, t("diagram:toolbar.undo")).click();
  await expectSaved(second);
  await expect(zoneOnCanvas(first, "Name of the second")).toBeVisible();
});

test("the history shows who did what, and any state comes back", async ({ journey }) => {
  test.slow();
  const page = await journey.openFor(engineer);
  const modelId = await openNewModel(page, "With a past");
  await drawZone(page, "Kept");
  await expectSaved(page);
  await drawZone(page, "Regretted");
  await expectSaved(page);
  await link(page, t("editing:history.tab")).click();
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: engineer.name })).toBeVisible();
  const sittings = main.getByRole("list", { name: t("editing:history.title") });
  await expect(sittings).toContainText(t("diagram:change.update-zone", { name: "Regretted" }));
  await checkPage(page);
  await page.getByRole("combobox", { name: t("editing:history.element") }).selectOption({ label: "Kept" });
  await button(page, t("editing:history.filter")).click();
  await expect(sittings).not.toContainText("Regretted");
  await link(main, t("editing:history.look")).first().click();
  await expect(main.getByRole("heading", { level: 2 }).first()).toContainText(/version \d+/);
  await test.step("as a drawing, held against the draft, and as tables, each at an address of its own", async () => {
    const drawn = main.locator("svg.drawing");
    await expect(drawn).toContainText("Kept");
    await expect(drawn).not.toContainText("Regretted");
    await checkPage(page);
    await link(main, t("editing:history.as.changes")).click();
    await expect(page).toHaveURL(/as=changes/);
    await expect(drawn.getByRole("link")).toHaveAccessibleName(/^Regretted/);
    await checkPage(page);
    await link(main, t("editing:history.as.tables")).click();
    await expect(page).toHaveURL(/as=tables/);
    await expect(main.getByRole("table").first()).toContainText("Kept");
    await expect(main.getByRole("table").last()).toContainText("Regretted");
    await checkPage(page);
    await page.goBack();
    await expect(drawn.getByRole("link")).toHaveCount(1);
  });
  await button(page, t("editing:history.restore")).click();
  await expect(main.locator(".callout")).toBeVisible();
  await page.goto(paths.model(modelId));
  await expect(zoneOnCanvas(page, "Kept")).toBeVisible();
  await expect(zoneOnCanvas(page, "Regretted")).toHaveCount(0);

  await page.goto(paths.modelHistory(modelId));
  await button(main, t("editing:history.takeBack")).first().click();
  await expect(main.locator(".callout")).toBeVisible();
  await page.goto(paths.model(modelId));
  await expect(zoneOnCanvas(page, "Regretted")).toBeVisible();
});

test.describe("a server that is killed", () => {
  const port = Number(process.env.CORDON_JOURNEYS_PORT ?? 43_117) + 11;
  test.use({ baseURL: `http://localhost:${port}` });

  test("between two saves and in the middle of one loses nothing and doubles nothing", async ({
    journey,
  }) => {
    const server = ownServer(port);
    try {
      await server.start();
      const page = await journey.openFor(engineer);
      const modelId = await openNewModel(page, "Killed");
      await drawZone(page, "Saved before");
      await expectSaved(page);
      journey.expectFault(
        /^net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|SOCKET_NOT_CONNECTED) /,
      );
      await server.kill();
      await drawZone(page, "Drawn while it was dead");
      await expect(page.getByText(t("diagram:obstacle.unreachable"))).toBeVisible();
      await server.start();
      await tryAgain(page);

      const sent = page.waitForRequest(
        (request) => request.method() === "POST" && /\/edits$/.test(request.url()),
      );
      await button(page, t("diagram:toolbar.addZone")).click();
      await panelOf(page)
        .getByRole("button", { name: t("diagram:palette.own") })
        .click();
      await sent;
      await server.kill();
      await renameZone(page, "Drawn as it died");
      await server.start();
      await page.reload();
      await expect(zoneOnCanvas(page, "Drawn as it died")).toBeVisible();
      await expectSaved(page);
      await page.goto(paths.modelTable(modelId));
      const zones = page.getByRole("table").first();
      for (const name of ["Saved before", "Drawn while it was dead", "Drawn as it died"])
        await expect(zones.getByRole("rowheader", { name })).toHaveCount(1);
    } finally {
      await server.remove();
    }
  });
});

/** Presses “Try again” until all is saved; the editor also tries by itself, and may be first. */
async function tryAgain(page: Page): Promise<void> {
  const retry = button(page, t("components:saveState.retry"));
  await expect(async () => {
    if (!(await page.locator(".save-saved").isVisible())) await retry.click({ timeout: 1_000 });
    await expect(page.locator(".save-saved")).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

async function openNewModel(page: Page, name: string): Promise<string> {
  await page.goto(paths.newModel());
  const modelId = await createModel(page, name, `${name} site`);
  await expect(button(page, t("diagram:toolbar.addZone"))).toBeVisible();
  await expect(panelOf(page).getByText(t("diagram:panel.nothing"))).toBeVisible();
  return modelId;
}

/** Two people in front of one model with the zone “Shared”. */
async function twoPeople(journey: Journey, name: string): Promise<[Page, Page, string]> {
  const first = await journey.openFor(engineer);
  const modelId = await openNewModel(first, name);
  await drawZone(first, "Shared");
  await expectSaved(first);
  const second = await journey.openFor(secondEngineer);
  await second.goto(paths.model(modelId));
  await expect(zoneOnCanvas(second, "Shared")).toBeVisible();
  return [first, second, modelId];
}

function hereOn(page: Page): Locator {
  return page.getByRole("list", { name: t("editing:here.label") });
}

function conflictOn(page: Page): Locator {
  return page.getByRole("region", { name: t("editing:conflict.title") });
}
