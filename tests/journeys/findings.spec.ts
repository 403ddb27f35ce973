import type { Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { canvasOf, createModel, drawConduit, drawZone, expectSaved, panelOf, renameZone } from "./drawing";
import { button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

const NO_CHANNELS = t("rules:conduit-has-channels.finding", { from: "Ward", to: "Archive" });
const SAME_NAME = t("rules:zone-name-is-unique.finding", { zone: "Ward", others: 1 });
const REASON = "Cable laid, in use from spring";

test("a finding is chosen and its cause drawn, fixed, undone, waived, and open again when that has ended", async ({
  journey,
}) => {
  test.slow();
  const page = await journey.openFor(HOSPITAL_PEOPLE.engineer);
  await page.goto(paths.models());
  await link(page, t("model:list.new")).click();
  const modelId = await createModel(page, `Findings ${Date.now()}`, "Findings");
  await drawZone(page, "Ward");
  await drawZone(page, "Archive");
  await drawConduit(page, "Ward", "Archive");
  await drawZone(page, "Apart");
  await expectSaved(page);

  const list = page.locator("#findings");
  const finding = (sentence: string) => list.getByRole("listitem").filter({ hasText: sentence });
  await finding(NO_CHANNELS).getByRole("button", { name: NO_CHANNELS }).click();
  await expect(canvasOf(page)).toHaveClass(/has-cause/);
  await expect(page.locator(".cause-note")).toContainText(NO_CHANNELS);
  await expect(boxes(page, "is-cause")).toHaveCount(2);
  await expect(canvasOf(page).locator(".conduit-line.is-cause")).toHaveCount(1);
  await expect(panelOf(page)).toContainText(NO_CHANNELS);
  await checkPage(page);
  await page.keyboard.press("Escape");
  await expect(canvasOf(page)).not.toHaveClass(/has-cause/);

  await finding(NO_CHANNELS).getByRole("button", { name: NO_CHANNELS }).press("Enter");
  await expect(canvasOf(page)).toHaveClass(/has-cause/);
  await canvasOf(page).getByRole("button", { name: "Apart, " }).click();
  await expect(canvasOf(page)).not.toHaveClass(/has-cause/);

  await renameZone(page, "Ward");
  await expect(finding(SAME_NAME)).toHaveCount(2);
  await finding(SAME_NAME)
    .first()
    .getByRole("button", { name: t("diagram:findings.apply") })
    .click();
  await expect(finding(SAME_NAME)).toHaveCount(0);
  await button(page, t("diagram:toolbar.undo")).click();
  await expect(finding(SAME_NAME)).toHaveCount(2);
  await list.getByRole("button", { name: t("diagram:findings.fixAll", { count: 2 }) }).click();
  await expect(finding(SAME_NAME)).toHaveCount(0);
  await button(page, t("diagram:toolbar.undo")).click();
  await expect(finding(SAME_NAME)).toHaveCount(2);
  await button(page, t("diagram:toolbar.undo")).click();
  await expect(finding(SAME_NAME)).toHaveCount(0);

  await finding(NO_CHANNELS)
    .getByRole("button", { name: t("model:finding.waive") })
    .click();
  await button(page, t("model:waiver.submit")).click();
  await expect(list.getByText(t("components:fieldError.required"))).toBeVisible();
  await list.getByRole("textbox", { name: t("model:waiver.reason") }).fill(REASON);
  await button(page, t("model:waiver.submit")).click();
  await expect(list.getByText(t("model:waiver.title", { count: 1 }))).toBeVisible();
  await expect(page.locator(".editor-state")).toContainText(t("model:finding.count.waived", { count: 1 }));
  await expectSaved(page);
  await page.reload();
  await expect(finding(REASON)).toContainText(HOSPITAL_PEOPLE.engineer.name);
  await checkPage(page);
  await finding(REASON)
    .getByRole("button", { name: t("model:waiver.takeBack") })
    .click();
  await expect(finding(NO_CHANNELS).getByRole("button", { name: t("model:finding.waive") })).toBeVisible();
  await expectSaved(page);

  await saveEndedWaiver(page, modelId);
  await page.goto(paths.model(modelId));
  await expect(finding(NO_CHANNELS)).toContainText(t("model:finding.lapsed", { date: "31 Jan 2026" }));
  await page.goto(paths.modelTable(modelId));
  await expect(page.locator("#waivers")).toContainText(
    t("model:waiver.state.expired", { date: "31 Jan 2026" }),
  );
  await checkPage(page);
});

function boxes(page: Page, className: string) {
  return canvasOf(page).locator(`.react-flow__node.${className}`);
}

/** As if somebody had waived it a year ago: a form takes days to come only. */
async function saveEndedWaiver(page: Page, modelId: string): Promise<void> {
  const status = await page.evaluate(async (address) => {
    const headers = { "Content-Type": "application/json", "X-Requested-With": "cordon" };
    const state = await (await fetch(`${address}?since=0`, { headers })).json();
    const commands = state.edits.flatMap(
      (edit: { commands: Array<{ type: string; conduit?: { id: string } }> }) => edit.commands,
    );
    const id = commands.find(({ type }: { type: string }) => type === "add-conduit")?.conduit?.id;
    const element = { kind: "conduit", id };
    const waiver = {
      ...{ id: "ended", ruleId: "conduit-has-channels", element },
      ...{ reason: "Was to be used in January", expiresOn: "2026-01-31" },
    };
    const body = JSON.stringify({ version: state.version, commands: [{ type: "add-waiver", waiver }] });
    return (await fetch(address, { method: "POST", headers, body })).status;
  }, paths.modelEdits(modelId));
  expect(status).toBe(200);
}
