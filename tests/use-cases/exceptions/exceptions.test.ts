import { expect, test } from "vitest";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import { decideException } from "~/use-cases/exceptions/decide-exception.server";
import { MAX_WAITING_OF_PAIR, requestException } from "~/use-cases/exceptions/request-exception.server";
import { reviewException } from "~/use-cases/exceptions/review-exception.server";
import { revokeException } from "~/use-cases/exceptions/revoke-exception.server";
import { withdrawException } from "~/use-cases/exceptions/withdraw-exception.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findException, listExceptionReviews } from "~db/repositories/exceptions";
import { aDatabase, NOW } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { colleague, daysLater } from "../decisions/scene";
import { aLackingProduct, aRequest, GAPS, granted, requested } from "./ground";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

async function stored({ actor }: Caller, id: string) {
  return findException(database().read, actor.organisationId, id);
}

async function latestAudit({ actor }: Caller) {
  const [entry] = await listAuditEntries(database().read, actor.organisationId, { limit: 1 });
  return entry;
}

test("a request is kept as it was written, with what exactly is lacking, and tells the audit trail", async () => {
  const ground = await aLackingProduct(database());
  const id = await requested(ground);
  expect(await stored(ground.officer, id)).toMatchObject({
    ...{ state: "requested", requestedBy: ground.officer.actor.personId, requestedAt: NOW },
    ...{ zoneId: ground.zoneId, declarationVersion: 1, revisionNumber: 1, decidedBy: null },
    ...{ residualRisk: "medium", expiresOn: "2027-06-30", reviewEveryDays: 90, extendsId: null },
    gaps: GAPS.map((key) => ({ key, substance: "not-met", finding: null })),
  });
  expect(await latestAudit(ground.officer)).toMatchObject({
    ...{ action: "exception.request", subjectId: id, personId: ground.officer.actor.personId },
    details: { gaps: GAPS, expiresOn: "2027-06-30", extendsId: null },
  });
});

test("every problem of a request is told at once, and nothing is written", async () => {
  const ground = await aLackingProduct(database());
  const empty = {
    gaps: [],
    reason: " ",
    residualRisk: "",
    residualText: "",
    expiresOn: "",
    reviewEveryDays: "",
  };
  expect(refusalOf(await requestException(ground.officer, aRequest(ground, empty)))).toEqual({
    code: "invalid-input",
    fields: {
      ...{ gaps: ["required"], reason: ["required"], residualRisk: ["required"] },
      ...{ residualText: ["required"], expiresOn: ["required"], reviewEveryDays: ["required"] },
    },
  });
  const wrong = {
    ...{ gaps: ["CR 1.1", "CR 7.7"], countermeasureIds: "nowhere", expiresOn: "2026-11-20" },
    ...{ residualRisk: "huge", reviewEveryDays: "7" },
  };
  expect(refusalOf(await requestException(ground.officer, aRequest(ground, wrong)))).toEqual({
    code: "invalid-input",
    fields: {
      ...{ gaps: ["unknown-gap"], countermeasureIds: ["unknown-countermeasure"] },
      ...{ residualRisk: ["required"], expiresOn: ["in-the-past"], reviewEveryDays: ["required"] },
    },
  });
  for (const [expiresOn, problem] of [
    ["2028-11-21", "too-far-ahead"],
    ["2027-02-30", "invalid-date"],
  ])
    expect(refusalOf(await requestException(ground.officer, aRequest(ground, { expiresOn })))).toEqual({
      ...{ code: "invalid-input", fields: { expiresOn: [problem] } },
    });
  expect((await latestAudit(ground.officer))?.action).not.toBe("exception.request");
});

test("who asks, who decides, who revokes and who reviews is a matter of roles", async () => {
  const ground = await aLackingProduct(database());
  const exceptionId = await requested(ground);
  for (const role of ["administrator", "security-lead", "auditor"] as const) {
    const person = await colleague(ground.officer, role);
    await expect(requestException(person, aRequest(ground))).rejects.toThrow(forbidden);
    await expect(withdrawException(person, { exceptionId })).rejects.toThrow(forbidden);
  }
  for (const role of ["administrator", "security-engineer", "procurement-officer", "auditor"] as const) {
    const person = await colleague(ground.officer, role);
    await expect(decideException(person, { exceptionId, decision: "grant" })).rejects.toThrow(forbidden);
    await expect(revokeException(person, { exceptionId, note: "No" })).rejects.toThrow(forbidden);
  }
  for (const role of ["administrator", "procurement-officer", "auditor"] as const) {
    const review = { exceptionId, outcome: "continue", note: "Looked" };
    await expect(reviewException(await colleague(ground.officer, role), review)).rejects.toThrow(forbidden);
  }
  await expect(requestException(ground.supplier, aRequest(ground))).rejects.toThrow(forbidden);
});

test("exceptions, zones and declarations of another hospital are not found", async () => {
  const [ground, other] = [await aLackingProduct(database()), await aLackingProduct(database())];
  const exceptionId = await granted(ground);
  const foreign = { ...aRequest(other), modelId: ground.modelId };
  await expect(requestException(other.officer, foreign)).rejects.toThrow(notFound);
  await expect(requestException(other.officer, aRequest(other, { extendsId: exceptionId }))).rejects.toThrow(
    notFound,
  );
  await expect(decideException(other.lead, { exceptionId, decision: "grant" })).rejects.toThrow(notFound);
  await expect(revokeException(other.lead, { exceptionId, note: "No" })).rejects.toThrow(notFound);
  await expect(withdrawException(other.officer, { exceptionId })).rejects.toThrow(notFound);
  await expect(
    reviewException(other.lead, { exceptionId, outcome: "continue", note: "Seen" }),
  ).rejects.toThrow(notFound);
});

test("nobody grants or refuses what they asked for; another lead does, and it is in force from then on", async () => {
  const ground = await aLackingProduct(database());
  const both = await colleague(ground.officer, "procurement-officer", "security-lead");
  const { id: exceptionId } = accepted(await requestException(both, aRequest(ground)));
  for (const decision of ["grant", "refuse"])
    expect(refusalOf(await decideException(both, { exceptionId, decision, note: "Mine" }))).toEqual({
      code: "same-person",
    });
  accepted(await decideException(ground.lead, { exceptionId, decision: "grant", note: "For half a year" }));
  expect(await stored(both, exceptionId)).toMatchObject({
    ...{ state: "granted", decidedBy: ground.lead.actor.personId, decidedAt: NOW },
    decisionNote: "For half a year",
  });
  expect(await latestAudit(both)).toMatchObject({
    ...{
      action: "exception.decide",
      subjectId: exceptionId,
      details: { decision: "grant", supersedes: null },
    },
  });
});

test("refusing needs a note, granting none; what has ended cannot be granted", async () => {
  const ground = await aLackingProduct(database());
  const exceptionId = await requested(ground, { expiresOn: "2026-11-22" });
  expect(refusalOf(await decideException(ground.lead, { exceptionId, decision: "refuse" }))).toEqual({
    ...{ code: "invalid-input", fields: { note: ["required"] } },
  });
  const late = daysLater(ground.lead, 2);
  expect(refusalOf(await decideException(late, { exceptionId, decision: "grant" }))).toEqual({
    ...{ code: "last-day-passed", expiresOn: "2026-11-22" },
  });
  accepted(await decideException(late, { exceptionId, decision: "refuse", note: "Too late" }));
  expect(await stored(ground.lead, exceptionId)).toMatchObject({
    state: "refused",
    decisionNote: "Too late",
  });
});

test("only whoever asked withdraws, and only until somebody has decided", async () => {
  const ground = await aLackingProduct(database());
  const exceptionId = await requested(ground);
  const other = await colleague(ground.officer, "procurement-officer");
  expect(refusalOf(await withdrawException(other, { exceptionId }))).toEqual({ code: "not-yours" });
  accepted(await withdrawException(ground.officer, { exceptionId, note: "Not needed" }));
  expect(await stored(other, exceptionId)).toMatchObject({
    state: "withdrawn",
    withdrawalReason: "Not needed",
  });
  const decided = await granted(ground);
  expect(refusalOf(await withdrawException(ground.officer, { exceptionId: decided }))).toEqual({
    ...{ code: "not-in-this-state", move: "withdraw", state: "granted" },
  });
});

test("a lead revokes with a reason, once", async () => {
  const ground = await aLackingProduct(database());
  const exceptionId = await granted(ground);
  expect(refusalOf(await revokeException(ground.lead, { exceptionId, note: " " }))).toEqual({
    ...{ code: "invalid-input", fields: { note: ["required"] } },
  });
  accepted(await revokeException(ground.lead, { exceptionId, note: "Attacked elsewhere" }));
  expect(await stored(ground.lead, exceptionId)).toMatchObject({
    ...{ state: "revoked", revokedBy: ground.lead.actor.personId, revocationReason: "Attacked elsewhere" },
  });
  expect(refusalOf(await revokeException(ground.lead, { exceptionId, note: "Again" }))).toMatchObject({
    code: "not-in-this-state",
  });
});

test("a review is kept with who, when and what came out; only what is in force is reviewed", async () => {
  const ground = await aLackingProduct(database());
  const exceptionId = await granted(ground);
  const engineer = await colleague(ground.officer, "security-engineer");
  const later = daysLater(engineer, 30);
  accepted(
    await reviewException(later, { exceptionId, outcome: "revoke-asked", note: "A new pump is here" }),
  );
  expect(
    await listExceptionReviews(database().read, engineer.actor.organisationId, [exceptionId]),
  ).toMatchObject([
    { outcome: "revoke-asked", note: "A new pump is here", reviewedBy: engineer.actor.personId },
  ]);
  expect(await latestAudit(engineer)).toMatchObject({
    ...{ action: "exception.review", subjectId: exceptionId, details: { outcome: "revoke-asked" } },
  });
  const after = { exceptionId, outcome: "continue", note: "Late" };
  expect(refusalOf(await reviewException(daysLater(engineer, 300), after))).toEqual({ code: "not-in-force" });
});

test("an extension takes the place of the earlier one when it is granted, not before", async () => {
  const ground = await aLackingProduct(database());
  const first = await granted(ground);
  const second = await requested(ground, { extendsId: first, expiresOn: "2027-12-31" });
  expect(await stored(ground.lead, first)).toMatchObject({ state: "granted", supersededBy: null });
  accepted(await decideException(ground.lead, { exceptionId: second, decision: "grant" }));
  expect(await stored(ground.lead, first)).toMatchObject({ state: "granted", supersededBy: second });
  expect((await latestAudit(ground.lead))?.details).toEqual({ decision: "grant", supersedes: first });
  expect(refusalOf(await revokeException(ground.lead, { exceptionId: first, note: "No" }))).toEqual({
    code: "superseded",
  });
  expect(refusalOf(await requestException(ground.officer, aRequest(ground, { extendsId: first })))).toEqual({
    code: "not-extendable",
  });
});

test("an expired exception can be extended; a revoked one and one with a successor cannot", async () => {
  const ground = await aLackingProduct(database());
  const expired = await granted(ground, { expiresOn: "2026-11-22" });
  const later = { ...ground, officer: daysLater(ground.officer, 5), lead: daysLater(ground.lead, 5) };
  const second = await requested(later, { extendsId: expired });
  const third = await requested(later, { extendsId: expired });
  accepted(await decideException(later.lead, { exceptionId: second, decision: "grant" }));
  expect(refusalOf(await decideException(later.lead, { exceptionId: third, decision: "grant" }))).toEqual({
    code: "not-extendable",
  });
  accepted(await revokeException(later.lead, { exceptionId: second, note: "No" }));
  expect(refusalOf(await requestException(later.officer, aRequest(later, { extendsId: second })))).toEqual({
    code: "not-extendable",
  });
});

test("countermeasures are named from those that count in the zone", async () => {
  const ground = await aLackingProduct(database());
  const proposal = {
    ...{ modelId: ground.modelId, elementKind: "zone", elementId: ground.zoneId, title: "Jump host" },
    ...{ description: "All sign-ins", requirementIds: ["CR 3.1"], evidence: "Test", expiresOn: "" },
  };
  const { id } = accepted(await proposeCountermeasure(ground.engineer, proposal));
  expect(
    refusalOf(await requestException(ground.officer, aRequest(ground, { countermeasureIds: [id] }))),
  ).toMatchObject({ fields: { countermeasureIds: ["unknown-countermeasure"] } });
  accepted(await decideCountermeasure(ground.lead, { countermeasureId: id, decision: "accept" }));
  const exceptionId = await requested(ground, { countermeasureIds: [id] });
  expect(await stored(ground.officer, exceptionId)).toMatchObject({ countermeasureIds: [id] });
});

test("only so many requests wait for one product in one zone", async () => {
  const ground = await aLackingProduct(database());
  for (let n = 0; n < MAX_WAITING_OF_PAIR; n++) await requested(ground);
  expect(refusalOf(await requestException(ground.officer, aRequest(ground)))).toEqual({
    code: "too-many-waiting",
  });
});

/** Each of the people reaches for the same request at the same moment. */
const RACES = 500;

test(`${RACES} races: of grant, second grant, refuse and withdraw exactly one happens, and never by whoever asked`, async () => {
  const ground = await aLackingProduct(database());
  const { organisationId } = ground.officer.actor;
  // Asks, and is a lead at the same time: four eyes are two persons.
  const both = await colleague(ground.officer, "procurement-officer", "security-lead");
  const secondLead = await colleague(ground.officer, "security-lead");
  const outcomes = new Map<string, number>();
  for (let race = 0; race < RACES; race++) {
    const { id: exceptionId } = accepted(await requestException(both, aRequest(ground)));
    const moves = [
      () => decideException(ground.lead, { exceptionId, decision: "grant" }),
      () => decideException(secondLead, { exceptionId, decision: "grant" }),
      () => decideException(secondLead, { exceptionId, decision: "refuse", note: "No" }),
      () => withdrawException(both, { exceptionId }),
      () => decideException(both, { exceptionId, decision: "grant" }),
    ];
    const order = moves.map((_, place) => moves[(place + race) % moves.length] ?? moves[place]);
    const settled = await Promise.allSettled(order.flatMap((move) => (move ? [move()] : [])));
    const done = settled.filter((one) => one.status === "fulfilled" && one.value.ok);
    expect(done).toHaveLength(1);
    const after = await findException(database().read, organisationId, exceptionId);
    const state = after?.state ?? "lost";
    outcomes.set(state, (outcomes.get(state) ?? 0) + 1);
    expect(["granted", "refused", "withdrawn"]).toContain(state);
    expect(after?.decidedBy).not.toBe(both.actor.personId);
    expect(after?.decidedBy === null).toBe(state === "withdrawn");
  }
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(RACES);
  expect(outcomes.size).toBeGreaterThan(1);
  const entries = await listAuditEntries(database().read, organisationId, { limit: 100 });
  // A request and one move each: what lost a race has left nothing.
  expect(entries.filter(({ action }) => action === "exception.request")).toHaveLength(50);
});
