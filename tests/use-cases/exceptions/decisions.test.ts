import { expect, test } from "vitest";
import { presentAssessment } from "~/presenters/present-assessment.server";
import { presentDecision } from "~/presenters/present-decision.server";
import { presentDecisions } from "~/presenters/present-decisions.server";
import { presentHospitalOverview } from "~/presenters/present-hospital-overview.server";
import { recordDecision } from "~/use-cases/decisions/record-decision.server";
import { decideException } from "~/use-cases/exceptions/decide-exception.server";
import { revokeException } from "~/use-cases/exceptions/revoke-exception.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listDecisionExceptions } from "~db/repositories/decision-exceptions";
import { aDatabase, NOW } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aForm, daysLater, decideOn, ONE_CONDITION } from "../decisions/scene";
import { aLackingProduct, type Ground, granted, requested } from "./ground";

const database = aDatabase();
const APPROVAL = { kind: "approve-with-conditions", reason: "Needed now", conditions: ONE_CONDITION };

async function approve(ground: Ground, officer: Caller = ground.officer) {
  return recordDecision(officer, { ...(await aForm(ground)), ...APPROVAL });
}

async function reviewOfDecision(ground: Ground, decisionId: string, days = 0) {
  return (await presentDecision(daysLater(ground.officer, days), decisionId)).review;
}

test("what a product lacks stands in the way of an approval until exceptions in force accept all of it", async () => {
  const ground = await aLackingProduct(database());
  expect(refusalOf(await approve(ground))).toEqual({ code: "gaps-not-covered", gaps: ["CR 1.1", "CR 2.1"] });
  await granted(ground, { gaps: "CR 1.1" });
  await requested(ground, { gaps: "CR 2.1" });
  expect(refusalOf(await approve(ground))).toEqual({ code: "gaps-not-covered", gaps: ["CR 2.1"] });
  await granted(ground, { gaps: ["CR 2.1"] });
  expect((await approve(ground)).ok).toBe(true);
});

test("an exception that has ended accepts nothing; on its last day it still does", async () => {
  const ground = await aLackingProduct(database());
  await granted(ground, { expiresOn: "2026-11-23" });
  expect(refusalOf(await approve(ground, daysLater(ground.officer, 3)))).toMatchObject({
    code: "gaps-not-covered",
  });
  expect((await approve(ground, daysLater(ground.officer, 2))).ok).toBe(true);
});

test("rejecting and returning need no exception and rest on none", async () => {
  const ground = await aLackingProduct(database());
  await granted(ground);
  const id = await decideOn(ground, { kind: "reject", reason: "Too much" });
  expect(await listDecisionExceptions(database().read, ground.officer.actor.organisationId, [id])).toEqual(
    [],
  );
});

test("a decision keeps what it rests on as it was, and tells the audit trail", async () => {
  const ground = await aLackingProduct(database());
  const { organisationId } = ground.officer.actor;
  const exceptionId = await granted(ground);
  const { id } = accepted(await approve(ground));
  expect(await listDecisionExceptions(database().read, organisationId, [id])).toMatchObject([
    {
      ...{ exceptionId, gaps: ["CR 1.1", "CR 2.1"], residualRisk: "medium", expiresOn: "2027-06-30" },
      grantedAt: NOW,
    },
  ]);
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "decision.record", details: { exceptionIds: [exceptionId] } });
  accepted(await revokeException(ground.lead, { exceptionId, note: "No" }));
  expect((await presentDecision(ground.officer, id)).exceptions).toMatchObject([
    { id: exceptionId, residualRisk: "medium", ended: "revoked" },
  ]);
});

test.each(["revoked", "superseded", "expired"] as const)(
  "a decision needs review when an exception it rests on is %s, and stands until somebody decides again",
  async (standing) => {
    const ground = await aLackingProduct(database());
    const first = await granted(ground);
    const decisionId = accepted(await approve(ground)).id;
    expect(await reviewOfDecision(ground, decisionId)).toEqual({ state: "holds" });
    if (standing === "revoked")
      accepted(await revokeException(ground.lead, { exceptionId: first, note: "No" }));
    if (standing === "superseded") await granted(ground, { extendsId: first, expiresOn: "2027-12-31" });
    const days = standing === "expired" ? 300 : 0;
    const later = daysLater(ground.officer, days);
    const ended = [{ id: first, standing, gaps: ["CR 1.1", "CR 2.1"] }];
    expect(await reviewOfDecision(ground, decisionId, days)).toEqual({
      ...{ state: "needs-review", cause: "exception-ended", exceptions: ended },
    });
    const list = await presentDecisions(later, {
      kind: null,
      review: "needed",
      conditions: null,
      after: null,
    });
    expect(list.decisions.map(({ id }) => id)).toEqual([decisionId]);
    const overview = await presentHospitalOverview(later);
    expect(overview.sections.find(({ key }) => key === "decisions-to-review")?.count).toBe(1);
    const { modelId, zoneId, declarationId } = ground;
    const page = await presentAssessment(later, { modelId, zoneId, declarationId, requestId: null });
    expect(page.decision).toMatchObject({ id: decisionId, review: { cause: "exception-ended" } });
  },
);

test("deciding again on the extension settles the review", async () => {
  const ground = await aLackingProduct(database());
  const first = await granted(ground);
  accepted(await approve(ground));
  const second = await requested(ground, { extendsId: first });
  accepted(await decideException(ground.lead, { exceptionId: second, decision: "grant" }));
  const again = accepted(await approve(ground)).id;
  expect(await reviewOfDecision(ground, again)).toEqual({ state: "holds" });
  expect((await presentDecision(ground.officer, again)).exceptions.map(({ id }) => id)).toEqual([second]);
});

test("the assessment says which gaps are left and the form what stands in the way", async () => {
  const ground = await aLackingProduct(database());
  const { modelId, zoneId, declarationId } = ground;
  const look = () => presentAssessment(ground.officer, { modelId, zoneId, declarationId, requestId: null });
  const before = await look();
  expect(before.form?.kinds).toEqual(["reject", "return-for-changes"]);
  expect(before.form?.inTheWay.map(({ key }) => key)).toEqual(["CR 1.1", "CR 2.1"]);
  const id = await granted(ground, { gaps: ["CR 1.1"] });
  const after = await look();
  expect(after.exceptions).toMatchObject({
    ...{ gapCount: 2, mayRequest: true, uncovered: [{ key: "CR 2.1" }] },
    entries: [{ id, standing: "in-force", gaps: ["CR 1.1"] }],
  });
  await granted(ground, { gaps: ["CR 2.1"] });
  expect((await look()).form).toMatchObject({
    ...{ kinds: ["approve-with-conditions", "reject", "return-for-changes"], inTheWay: [] },
  });
});
