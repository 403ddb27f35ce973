import type { Locator, Page } from "@playwright/test";
import { HOSPITAL_PEOPLE } from "~/demo/people";
import { paths } from "~/paths";
import { createModel, drawZone, expectSaved, panelOf, zoneOnCanvas } from "./drawing";
import { button, checkPage, expect, link, test } from "./journey";
import { t } from "./words";

const { auditor, engineer, lead } = HOSPITAL_PEOPLE;
/** A second attempt finds what the first has made. */
const MODEL = `Ward reviewed ${Date.now()}`;

test("two people: submitted, commented, returned, submitted again, approved; then compared and restored", async ({
  journey,
}) => {
  const author = await journey.openFor(engineer);
  const reviewer = await journey.openFor(lead);
  const modelId = await test.step("the author draws and looks at what submitting would mean", async () => {
    await author.goto(paths.newModel());
    const id = await createModel(author, MODEL, "Review campus");
    await drawZone(author, "Ward");
    await drawZone(author, "Archive");
    await expectSaved(author);
    await author.goto(paths.review(id));
    await expect(author.getByText(t("review:review.ofDraft"))).toBeVisible();
    await expect(author.getByText(t("review:review.sinceNothing")).first()).toBeVisible();
    return id;
  });
  await test.step("zones without a target are named and keep it back", async () => {
    await expect(author.getByRole("link", { name: "Ward" }).first()).toBeVisible();
    await setTarget(author, modelId, "Ward");
    await setTarget(author, modelId, "Archive");
    await submit(author, modelId, "First state");
  });
  await test.step("the reviewer comments on a zone and returns the submission", async () => {
    await reviewer.goto(paths.review(modelId));
    await checkPage(reviewer);
    await expect(reviewer.getByText("First state")).toBeVisible();
    await comment(rowOf(reviewer, "Ward"), "Ward", "Why so low?");
    await expect(rowOf(reviewer, "Ward")).toContainText("Why so low?");
    await reviewer
      .getByRole("textbox", { name: t("model:publish.comment") })
      .fill("See the comment on the ward");
    await button(reviewer, t("model:publish.returnConfirm")).click();
    await expect(reviewer.getByText("See the comment on the ward")).toBeVisible();
  });
  await test.step("the author hears of both on the overview", async () => {
    await author.goto(paths.hospital());
    const entries = author.getByRole("listitem");
    await expect(entries.filter({ hasText: "See the comment on the ward" })).toContainText(MODEL);
    await expect(link(entries.filter({ hasText: MODEL }), "Ward")).toHaveAttribute(
      "href",
      `${paths.review(modelId)}#comments`,
    );
    await checkPage(author);
  });
  await test.step("the author finds the comment in the diagram, answers, and submits again", async () => {
    await author.goto(paths.model(modelId));
    await zoneOnCanvas(author, "Ward").click();
    const panel = panelOf(author);
    await expect(panel).toContainText(t("editing:history.changedBy", { name: engineer.name }));
    const thread = panel.locator(".comment-thread");
    await expect(thread).toContainText("Why so low?");
    await thread.getByText(t("review:comments.reply"), { exact: true }).click();
    await thread.getByRole("textbox").fill("Raised with the ward");
    await checkPage(author);
    await button(thread, t("review:comments.add")).click();
    await expect(thread).toContainText("Raised with the ward");
    await expect(thread.getByRole("textbox")).toBeHidden();
    await button(thread, t("review:comments.resolve")).click();
    await expect(panel).toContainText(t("review:comments.settled", { count: 1 }));
    await panel.getByText(t("review:comments.settled", { count: 1 })).click();
    await button(thread, t("review:comments.reopen")).click();
    await expect(panel).not.toContainText(t("review:comments.settled", { count: 1 }));
    await link(panel, t("review:comments.showAll")).click();
    await expect(rowOf(author, "Ward")).toContainText("Raised with the ward");
    await submit(author, modelId, "Second try");
  });
  await test.step("an auditor reads everything and can say nothing", async () => {
    const reader = await journey.openFor(auditor);
    await reader.goto(paths.review(modelId));
    await expect(rowOf(reader, "Ward")).toContainText("Raised with the ward");
    await expect(button(reader, t("review:comments.add"))).toHaveCount(0);
    await expect(button(reader, t("review:comments.resolve"))).toHaveCount(0);
    await expect(button(reader, t("model:publish.approveConfirm"))).toHaveCount(0);
  });
  await test.step("the author may not approve; the reviewer settles and does", async () => {
    await author.goto(paths.review(modelId));
    await expect(button(author, t("model:publish.approveConfirm"))).toHaveCount(0);
    await reviewer.goto(paths.review(modelId));
    await button(rowOf(reviewer, "Ward"), t("review:comments.resolve")).click();
    await expect(rowOf(reviewer, "Ward")).not.toContainText("Why so low?");
    await button(reviewer, t("model:publish.approveConfirm")).click();
    await expect(link(reviewer, t("model:revision.name", { number: 1 }))).toBeVisible();
  });
  await test.step("a draft that goes on is compared with the revision, in words and as a drawing", async () => {
    await author.goto(paths.model(modelId));
    await drawZone(author, "Laboratory");
    await expectSaved(author);
    await author.goto(paths.compareStates(modelId));
    await checkPage(author);
    await expect(rowOf(author, "Laboratory")).toContainText(t("model:difference.added"));
    const drawn = author.locator("svg.drawing").getByRole("link");
    await expect(drawn).toHaveCount(1);
    await expect(drawn).toHaveAccessibleName(`Laboratory, ${t("review:drawing.added")}`);
    await drawn.click();
    await expect(author).toHaveURL(/#difference-zone-/);
  });
  await test.step("the revision comes back as a draft, after naming what of the draft goes", async () => {
    await author.goto(paths.revision(modelId, 1));
    await author.getByText(t("review:restore.changes")).first().click();
    await expect(rowOf(author, "Laboratory").first()).toContainText(t("model:difference.removed"));
    await button(author, t("review:restore.confirm", { number: 1, count: 1 })).click();
    await expect(author).toHaveURL(new RegExp(`${paths.modelHistory(modelId)}$`));
    await author.goto(paths.compareStates(modelId));
    await expect(author.getByText(t("model:difference.none"))).toBeVisible();
  });
});

/** The row of an element in the list of differences. */
function rowOf(page: Page, name: string): Locator {
  return page.locator("tr").filter({ has: page.getByRole("rowheader", { name }) });
}

async function comment(within: Locator, name: string, text: string): Promise<void> {
  await within.getByText(t("review:comments.add")).first().click();
  await within.getByRole("textbox", { name: t("review:comments.labelOn", { name }) }).fill(text);
  await button(within, t("review:comments.add")).click();
}

async function setTarget(page: Page, modelId: string, zone: string): Promise<void> {
  await page.goto(paths.model(modelId));
  await zoneOnCanvas(page, zone).click();
  await panelOf(page)
    .getByRole("button", { name: t("diagram:panel.setTarget") })
    .click();
  await expectSaved(page);
}

async function submit(page: Page, modelId: string, note: string): Promise<void> {
  await page.goto(paths.review(modelId));
  await page.getByRole("textbox", { name: t("model:publish.note") }).fill(note);
  await button(page, t("model:publish.submitConfirm")).click();
  await expect(page.getByText(t("model:publish.fourEyes"))).toBeVisible();
}
