import { expect, test } from "vitest";
import { presentAssessment } from "~/presenters/present-assessment.server";
import { presentReceivedRequest } from "~/presenters/present-received-request.server";
import { presentReceivedRequests } from "~/presenters/present-received-requests.server";
import { presentSupplierOverview } from "~/presenters/present-supplier-overview.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { withdrawDeclaration } from "~/use-cases/declarations/withdraw-declaration.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { findDeclaration } from "~db/repositories/declarations";
import { aDatabase, aSupplierCaller } from "../../builders/database";
import { accepted, aProduct, sign } from "../../builders/declaration";
import { anAnsweredRequest, aScene, daysLater, decideOn, meetingLevel, type Scene } from "../decisions/scene";

const database = aDatabase();

async function releaseOf({ supplier, declarationId }: Scene): Promise<string> {
  const found = await findDeclaration(database().read, supplier.actor.organisationId, declarationId);
  return found?.releaseId ?? "";
}

const withGap = { ...meetingLevel(1), "CR 1.1": { value: "not-met" as const } };

test("a returned declaration lists what to change, and its correction what is done", async () => {
  const scene = await aScene(database(), { answers: withGap });
  const { supplier, declarationId } = scene;
  const requestId = await anAnsweredRequest(scene);
  const page = () => presentReceivedRequest(supplier, { requestId, productId: null });
  expect((await page()).returned).toBeNull();
  await decideOn(scene, { kind: "return-for-changes", reason: "CR 1.1 is needed here.", requestId });
  const back = await page();
  expect(back.request.state).toBe("accepted");
  expect(back.returned).toMatchObject({ reason: "CR 1.1 is needed here.", version: 1, draftId: null });
  expect(back.spokenOf?.id).toBe(declarationId);
  const gap = back.findings.find(({ rows }) => rows.some(({ requirementId }) => requirementId === "CR 1.1"));
  expect(gap).toMatchObject({ severity: "gap", isDone: false });
  expect(gap?.rows).toContainEqual({ requirementId: "CR 1.1", foundationalRequirement: "IAC" });
  expect(gap?.ways.length).toBeGreaterThan(0);

  const releaseId = await releaseOf(scene);
  const { id: draftId } = accepted(await createDeclaration(supplier, { releaseId }));
  const begun = await page();
  expect([begun.returned?.draftId, begun.spokenOf?.id]).toEqual([draftId, draftId]);
  expect(begun.findings.find(({ id }) => id === gap?.id)?.isDone).toBe(false);
  const changes = [{ requirementId: "CR 1.1", before: { value: "not-met" }, answer: { value: "met" } }];
  accepted(await answerRequirements(supplier, { declarationId: draftId, changes }));
  const corrected = await page();
  expect(corrected.findings.find(({ id }) => id === gap?.id)).toMatchObject({ isDone: true });
  expect(corrected.findings.filter(({ isDone, severity }) => !isDone && severity === "gap")).toEqual([]);

  await sign(supplier, draftId, "all-hospitals");
  accepted(await answerRequest(supplier, { requestId, declarationId: draftId }));
  const sent = await page();
  expect([sent.returned, sent.spokenOf?.id]).toEqual([null, draftId]);
});

test("a return after the decision is the request's, also where a later version was judged", async () => {
  const scene = await aScene(database(), { answers: withGap });
  const { supplier } = scene;
  const requestId = await anAnsweredRequest(scene);
  const page = () => presentReceivedRequest(supplier, { requestId, productId: null });
  await decideOn(scene, { kind: "reject", reason: "CR 1.1 is needed here." });
  expect((await page()).request.state).toBe("decided");
  const releaseId = await releaseOf(scene);
  const { id: later } = accepted(await createDeclaration(supplier, { releaseId }));
  await sign(supplier, later, "all-hospitals");
  const officer = daysLater(scene.officer, 1);
  const judged = { ...scene, officer, declarationId: later };
  await decideOn(judged, { kind: "return-for-changes", reason: "Still needed." });
  const back = await page();
  expect(back.request.state).toBe("accepted");
  expect(back.returned).toMatchObject({ reason: "Still needed.", version: 2 });
});

test.each(["declared", "decided"])(
  "a version after a withdrawn one is decided on, its request %s",
  async (state) => {
    const scene = await aScene(database());
    const { supplier } = scene;
    const requestId = await anAnsweredRequest(scene);
    if (state === "decided") await decideOn(scene);
    accepted(
      await withdrawDeclaration(supplier, { declarationId: scene.declarationId, reason: "Wrong build." }),
    );
    const { id: later } = accepted(await createDeclaration(supplier, { releaseId: await releaseOf(scene) }));
    await sign(supplier, later, "all-hospitals");
    await decideOn({ ...scene, officer: daysLater(scene.officer, 1), declarationId: later });
    const { request } = await presentReceivedRequest(supplier, { requestId, productId: null });
    expect(request.state).toBe("decided");
  },
);

test("a decision on one request does not reopen an older one that was decided long before", async () => {
  const scene = await aScene(database(), { answers: withGap });
  const first = await anAnsweredRequest(scene);
  await decideOn(scene, { kind: "reject", reason: "Not yet." });
  const second = await anAnsweredRequest(scene);
  await decideOn(scene, { kind: "return-for-changes", reason: "CR 1.1." });
  const { modelId, zoneId, declarationId, officer } = scene;
  const page = await presentAssessment(officer, { modelId, zoneId, declarationId, requestId: null });
  expect([page.requestId, first === second]).toEqual([null, false]);
});

test("of two requests the one that waits is decided on, unless the other is asked for", async () => {
  const scene = await aScene(database());
  const { officer, modelId, zoneId, declarationId } = scene;
  const first = await anAnsweredRequest(scene);
  await decideOn(scene);
  const second = await anAnsweredRequest(scene);
  const chosen = async (requestId: string | null) =>
    (await presentAssessment(officer, { modelId, zoneId, declarationId, requestId })).requestId;
  expect([await chosen(null), await chosen(first), await chosen("unknown")]).toEqual([second, first, second]);
  await decideOn(scene);
  expect(await chosen(first)).toBe(first);
});

test("of an approval or a rejection the supplier reads no reason", async () => {
  const scene = await aScene(database(), { answers: withGap });
  const { supplier } = scene;
  const requestId = await anAnsweredRequest(scene);
  await decideOn(scene, { kind: "reject", reason: "Secret of the house", requestId });
  const page = await presentReceivedRequest(supplier, { requestId, productId: null });
  expect(page.returned).toBeNull();
  expect(JSON.stringify(page)).not.toContain("Secret of the house");
});

test("the overview tells where each release stands against what was sent, and every number has its list", async () => {
  const scene = await aScene(database());
  const { supplier, declarationId } = scene;
  const answered = await anAnsweredRequest(scene);
  const { officer, modelId, zoneId } = scene;
  const { id: open } = accepted(
    await createRequest(officer, {
      ...{ modelId, zoneId, supplierId: supplier.actor.organisationId },
      ...{ subject: "Pump again", message: "", dueOn: "2026-11-30" },
    }),
  );
  const { releaseId: undeclared } = await aProduct(supplier, { name: "Zz undeclared" });
  const page = await presentSupplierOverview(supplier);
  expect(page.sections.filter(({ count }) => count > 0)).toEqual([]);
  expect(page.open.count).toBe(1);
  const [request] = page.open.requests;
  const demanded = Object.keys(meetingLevel(1)).length;
  expect(request).toMatchObject({ id: open, progress: { declarationId, answered: demanded, demanded } });
  const releaseId = await releaseOf(scene);
  expect(page.standings).toMatchObject([
    {
      ...{ releaseId, isWithdrawn: false, signed: { id: declarationId }, draft: null },
      ...{ sent: [{ verdict: "conforms", count: 1 }], open: [{ verdict: "conforms", count: 1 }] },
    },
    { releaseId: undeclared, signed: null, draft: null, sent: [], open: [] },
  ]);
  const list = async (show: string) =>
    (await presentReceivedRequests(supplier, { show, releaseId })).requests.map(({ id, verdict }) => [
      id,
      verdict,
    ]);
  expect(await list("answered")).toEqual([[answered, "conforms"]]);
  expect(await list("open")).toEqual([[open, "conforms"]]);
  expect(await list("due-soon")).toEqual([[open, "conforms"]]);
  expect(await list("overdue")).toEqual([]);
  expect(await list("closed")).toEqual([]);
  const { views } = await presentReceivedRequests(supplier);
  expect(views).toEqual([
    ...[
      { view: "open", count: 1 },
      { view: "overdue", count: 0 },
      { view: "due-soon", count: 1 },
      { view: "returned", count: 0 },
    ],
    ...[
      { view: "answered", count: 1 },
      { view: "closed", count: 0 },
    ],
  ]);

  accepted(await withdrawDeclaration(supplier, { declarationId, reason: "Wrong build." }));
  const [withdrawn] = (await presentSupplierOverview(supplier)).standings;
  expect(withdrawn).toMatchObject({ isWithdrawn: true, open: [] });
});

test("somebody else's release narrows nothing and tells nothing", async () => {
  const scene = await aScene(database());
  const stranger = await aSupplierCaller(database(), "contributor");
  const page = await presentReceivedRequests(stranger, { show: null, releaseId: await releaseOf(scene) });
  expect([page.release, page.requests]).toEqual([null, []]);
});
