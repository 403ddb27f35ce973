import { expect, test } from "vitest";
import { NO_POLICY } from "~/domain/policy/policy";
import { flatVector } from "~/domain/security-level/security-level";
import { presentAssessment } from "~/presenters/present-assessment.server";
import { presentDecision } from "~/presenters/present-decision.server";
import { type DecisionsQuery, presentDecisions } from "~/presenters/present-decisions.server";
import { presentHospitalOverview } from "~/presenters/present-hospital-overview.server";
import { presentMatrix } from "~/presenters/present-matrix.server";
import { EVERY_FINDING } from "~/presenters/shown-findings.server";
import { completeCondition } from "~/use-cases/decisions/complete-condition.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { findDecision, listConditions } from "~db/repositories/decisions";
import { findDeclaration } from "~db/repositories/declarations";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { accepted, aSignedDeclaration, sign } from "../../builders/declaration";
import { aZone } from "../../builders/zone-model";
import { adding, edit } from "../zone-models/models";
import {
  aContent,
  aScene,
  colleague,
  daysLater,
  decideOn,
  meetingLevel,
  ONE_CONDITION,
  publish,
  type Scene,
} from "./scene";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

const idsOf = ({ modelId, zoneId, declarationId }: Scene) => ({
  modelId,
  zoneId,
  declarationId,
  requestId: null,
});
const EVERYTHING: DecisionsQuery = { kind: null, review: null, conditions: null, after: null };
const WHOLE = { model: null, verdict: null, supplier: null, after: null };

async function raiseTarget({ engineer, modelId }: Scene): Promise<void> {
  await publish(engineer, { modelId, number: 2, content: aContent({ slTarget: flatVector(2) }) });
}

test("an assessment shows verdict, missing rows with titles, and the form to procurement alone", async () => {
  const scene = await aScene(database(), { zone: { slTarget: flatVector(2) } });
  const page = await presentAssessment(scene.officer, idsOf(scene));
  expect(page.assessment.verdict).toBe("incomplete");
  const missing = page.assessment.results.flatMap((result) => result.missing);
  expect(missing.length).toBeGreaterThan(0);
  for (const row of missing)
    expect(row).toMatchObject({ title: expect.stringMatching(/\w/), reason: "unanswered" });
  expect(page.form).toMatchObject({ kinds: ["approve-with-conditions", "reject", "return-for-changes"] });
  expect(page.decision).toBeUndefined();
  const auditor = await colleague(scene.officer, "auditor");
  expect((await presentAssessment(auditor, idsOf(scene))).form).toBeNull();
});

test("an assessment of others is not found, and no supplier sees one", async () => {
  const scene = await aScene(database());
  const other = await aScene(database());
  await expect(presentAssessment(other.officer, idsOf(scene))).rejects.toThrow(notFound);
  await expect(presentAssessment(scene.officer, { ...idsOf(scene), zoneId: "nowhere" })).rejects.toThrow(
    notFound,
  );
  await expect(presentAssessment(scene.supplier, idsOf(scene))).rejects.toThrow(forbidden);
});

test("a declaration that is not shared with the hospital is not found", async () => {
  const scene = await aScene(database());
  const supplier = await aSupplierCaller(database(), "contributor", "signatory");
  const declarationId = await aSignedDeclaration(supplier, meetingLevel(1), "requesting-hospitals");
  await expect(presentAssessment(scene.officer, { ...idsOf(scene), declarationId })).rejects.toThrow(
    notFound,
  );
});

test("a decision holds until a new revision changes the result, then it needs review and stays as it was", async () => {
  const scene = await aScene(database());
  const id = await decideOn(scene);
  const { organisationId } = scene.officer.actor;
  const before = await findDecision(database().read, organisationId, id);
  expect((await presentDecision(daysLater(scene.officer, 30), id)).review).toEqual({ state: "holds" });

  await raiseTarget(scene);
  const page = await presentDecision(scene.officer, id);
  expect(page.review).toMatchObject({
    state: "needs-review",
    cause: "result-changed",
    revisionNumber: { before: 1, after: 2 },
    difference: { verdict: { before: "conforms", after: "incomplete" } },
  });
  expect(page.assessment).toMatchObject({ verdict: "conforms", slTarget: flatVector(1) });
  expect(page.fresh).toEqual({ declarationId: scene.declarationId });
  expect(await findDecision(database().read, organisationId, id)).toEqual(before);
  const { decision } = await presentAssessment(scene.officer, idsOf(scene));
  expect(decision).toMatchObject({ id, kind: "approve", review: { state: "needs-review" } });
});

test("a newer declaration with another result makes a decision need review", async () => {
  const scene = await aScene(database());
  const id = await decideOn(scene);
  const supplierId = scene.supplier.actor.organisationId;
  const first = await findDeclaration(database().read, supplierId, scene.declarationId);
  const { id: next } = accepted(
    await createDeclaration(scene.supplier, { releaseId: first?.releaseId ?? "" }),
  );
  const change = { requirementId: "CR 1.1", before: { value: "met" }, answer: { value: "not-met" } };
  accepted(await answerRequirements(scene.supplier, { declarationId: next, changes: [change] }));
  expect((await presentDecision(scene.officer, id)).review).toEqual({ state: "holds" });
  await sign(scene.supplier, next, "all-hospitals");
  expect((await presentDecision(scene.officer, id)).review).toMatchObject({
    declarationVersion: { before: 1, after: 2 },
    difference: { verdict: { after: "does-not-conform" }, results: [{ newlyMissing: ["CR 1.1"] }] },
  });
  const old = await presentAssessment(scene.officer, idsOf(scene));
  expect(old).toMatchObject({ newerDeclaration: { id: next, version: 2 }, form: null });
});

test("a decision on a zone that is gone needs review", async () => {
  const scene = await aScene(database());
  const id = await decideOn(scene);
  const { modelId } = scene;
  await publish(scene.engineer, { modelId, number: 2, content: { ...aContent(), zones: [], conduits: [] } });
  const page = await presentDecision(scene.officer, id);
  expect(page).toMatchObject({ review: { state: "needs-review", cause: "zone-removed" }, fresh: null });
});

test("a superseded decision is history and asks for no review", async () => {
  const scene = await aScene(database());
  const first = await decideOn(scene);
  const second = await decideOn(scene, { kind: "reject", reason: "No" });
  await raiseTarget(scene);
  const page = await presentDecision(scene.officer, first);
  expect(page).toMatchObject({ isCurrent: false, review: null, mayComplete: false });
  expect(page.history).toMatchObject([{ id: second, isCurrent: true }]);
});

test("more decisions on a pair than a page holds are read page by page, from whichever is opened", async () => {
  const scene = await aScene(database());
  const ids: Array<string> = [];
  for (let day = 0; day < 53; day += 1)
    ids.unshift(await decideOn({ ...scene, officer: daysLater(scene.officer, day) }));
  const [newest, oldest = ""] = [ids[0], ids.at(-1)];
  const first = await presentDecision(scene.officer, oldest);
  expect(first).toMatchObject({ isCurrent: false, standingId: newest, olderAfter: ids[49] });
  expect(first.history.map(({ id }) => id)).toEqual(ids.slice(0, 50));
  const rest = await presentDecision(scene.officer, oldest, {
    ...EVERY_FINDING,
    historyAfter: first.olderAfter,
  });
  expect(rest).toMatchObject({ standingId: newest, olderAfter: null });
  expect(rest.history.map(({ id }) => id)).toEqual(ids.slice(50, 52));
});

test("a decision of another hospital is not found", async () => {
  const scene = await aScene(database());
  const id = await decideOn(scene);
  const stranger = await aHospitalCaller(database(), "auditor");
  await expect(presentDecision(stranger, id)).rejects.toThrow(notFound);
  await expect(presentDecision(scene.supplier, id)).rejects.toThrow(forbidden);
  expect((await presentDecisions(stranger, EVERYTHING)).decisions).toEqual([]);
});

test("decisions are filtered by kind, by review and by open conditions", async () => {
  const scene = await aScene(database());
  const archive = { ...scene, zoneId: "archive" };
  const holding = await decideOn(archive, { kind: "reject", reason: "No" });
  const changing = await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  await raiseTarget(scene);
  const idsBy = async (query: Partial<DecisionsQuery>) =>
    (await presentDecisions(scene.officer, { ...EVERYTHING, ...query })).decisions.map(({ id }) => id).sort();
  expect(await idsBy({})).toEqual([holding, changing].sort());
  expect(await idsBy({ kind: "reject" })).toEqual([holding]);
  expect(await idsBy({ review: "needed" })).toEqual([changing]);
  expect(await idsBy({ conditions: "open" })).toEqual([changing]);
  const [condition] = await listConditions(database().read, scene.officer.actor.organisationId, [changing]);
  const completion = { decisionId: changing, conditionId: condition?.id ?? "", note: "Done" };
  accepted(await completeCondition(scene.officer, completion));
  expect(await idsBy({ conditions: "open" })).toEqual([]);
});

test.each(["needed", null])(
  "more decisions than a page holds come page by page (review: %s)",
  async (review) => {
    const scene = await aScene(database());
    const ids = Array.from({ length: 53 }, (_, at) => `zone-${at}`);
    const zonesAt = (level: 1 | 2) =>
      ids.map((id) => aZone({ id, policy: NO_POLICY, slTarget: flatVector(level) }));
    const publishAt = (number: number, level: 1 | 2) => {
      const content = { ...aContent(), zones: zonesAt(level), conduits: [] };
      return publish(scene.engineer, { modelId: scene.modelId, number, content });
    };
    await publishAt(2, 1);
    const decided: Array<string> = [];
    for (const [day, zoneId] of ids.entries())
      decided.unshift(await decideOn({ ...scene, zoneId, officer: daysLater(scene.officer, day) }));
    await publishAt(3, 2);
    const first = await presentDecisions(scene.officer, { ...EVERYTHING, review });
    expect(first.next).toBe(decided[49]);
    const rest = await presentDecisions(scene.officer, { ...EVERYTHING, review, after: first.next });
    expect(rest.next).toBeNull();
    const shown = [...first.decisions, ...rest.decisions];
    expect(shown.map(({ id }) => id)).toEqual(decided);
    expect(shown.every(({ needsReview }) => needsReview)).toBe(true);
  },
);

test("the matrix judges every shared product against every zone with a target", async () => {
  const scene = await aScene(database(), { zone: { slTarget: flatVector(1) } });
  const weak = await aSignedDeclaration(scene.supplier, { "CR 1.1": { value: "not-met" } }, "all-hospitals");
  const query = { ...WHOLE, supplier: scene.supplier.actor.organisationId };
  const page = await presentMatrix(scene.officer, query);
  expect(page.zones.map(({ zoneId }) => zoneId)).toEqual(["imaging", "archive"]);
  const verdicts = new Map(page.products.map(({ declarationId, codes }) => [declarationId, codes]));
  // Places in VERDICTS: conforms and incomplete, and twice what does not conform.
  expect(verdicts.get(scene.declarationId)).toBe("02");
  expect(verdicts.get(weak)).toBe("33");
  expect(page.counts).toContainEqual({ verdict: "does-not-conform", count: 2 });
  const conforming = await presentMatrix(scene.officer, { ...query, verdict: "conforms" });
  expect(conforming.products.map(({ declarationId }) => declarationId)).toEqual([scene.declarationId]);
  const paged = await presentMatrix(scene.officer, {
    ...query,
    after: page.products[0]?.declarationId ?? null,
  });
  expect(paged.products.map(({ declarationId }) => declarationId)).toEqual([page.products[1]?.declarationId]);
  expect((await presentMatrix(scene.officer, { ...WHOLE, model: "none" })).zones).toEqual([]);
  await expect(presentMatrix(scene.supplier, WHOLE)).rejects.toThrow(forbidden);
});

test("the overview of a new hospital shows the way, and nothing of anybody else", async () => {
  const caller = await aHospitalCaller(database(), "security-engineer");
  const page = await presentHospitalOverview(caller);
  expect(page.sections.every(({ count }) => count === 0)).toBe(true);
  expect(page.firstSteps).toMatchObject({
    hasModel: false,
    hasRevision: false,
    mayDraw: true,
    mayAsk: false,
  });
});

test("the overview tells each role what waits for it", async () => {
  const scene = await aScene(database());
  const { officer, supplier, declarationId, modelId, zoneId } = scene;
  const supplierId = supplier.actor.organisationId;
  const asked = { modelId, zoneId, supplierId, subject: "Pump", message: "", dueOn: "2026-11-22" };
  accepted(await createRequest(officer, asked));
  await decideOn(scene, {
    kind: "approve-with-conditions",
    conditions: { "0": { ...ONE_CONDITION["0"], dueOn: "2026-11-25" } },
  });
  const { id: requestId } = accepted(await createRequest(officer, asked));
  accepted(await acceptRequest(supplier, { requestId }));
  accepted(await answerRequest(supplier, { requestId, declarationId }));
  await raiseTarget(scene);
  accepted(await edit(scene.engineer, modelId, 0, adding("imaging")));
  accepted(await submitRevision(scene.engineer, { modelId, version: 1, note: "" }));

  const page = await presentHospitalOverview(daysLater(officer, 2));
  const countOf = new Map<string, number>(page.sections.map(({ key, count }) => [key, count]));
  expect(Object.fromEntries(countOf)).toEqual({
    "decisions-to-review": 1,
    "answered-requests": 1,
    "submitted-revisions": 1,
    "failed-request-letters": 0,
    "open-comments": 0,
    questions: 0,
    "proposed-countermeasures": 0,
    "requested-exceptions": 0,
    "exceptions-to-review": 0,
    "overdue-requests": 1,
    "conditions-due": 1,
  });
  expect(page.sections.filter(({ isMine }) => isMine).map(({ key }) => key)).toEqual([
    "decisions-to-review",
    "answered-requests",
    "open-comments",
    "questions",
    "overdue-requests",
    "conditions-due",
    "failed-request-letters",
  ]);
  const own = await presentHospitalOverview(scene.engineer);
  expect(own.sections.find(({ key }) => key === "submitted-revisions")).toMatchObject({
    count: 0,
    isMine: true,
  });
  const auditor = await presentHospitalOverview(await colleague(officer, "auditor"));
  expect(auditor.sections.filter(({ isMine }) => isMine).map(({ key }) => key)).toEqual([
    ...["recent-decisions", "recent-exceptions"],
  ]);
});
