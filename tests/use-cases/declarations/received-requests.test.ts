import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import { NO_POLICY } from "~/domain/policy/policy";
import { presentDeclarations } from "~/presenters/present-declarations.server";
import { presentFacts } from "~/presenters/present-facts.server";
import { presentReceivedRequest } from "~/presenters/present-received-request.server";
import { presentReceivedRequests } from "~/presenters/present-received-requests.server";
import { presentSupplierOverview } from "~/presenters/present-supplier-overview.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { declineRequest } from "~/use-cases/declarations/decline-request.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findRequest } from "~db/repositories/intake-requests";
import type { ZoneClassSnapshot } from "~db/schema";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import {
  accepted,
  aDraft,
  aProduct,
  aRequest,
  aSignedDeclaration,
  aSnapshot,
  refusalOf,
} from "../../builders/declaration";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

async function bothSides() {
  const hospital = await aHospitalCaller(database(), "procurement-officer");
  const supplier = await aSupplierCaller(database(), "contributor", "signatory");
  return { hospital, supplier };
}

test("a request is accepted and answered with a signed declaration", async () => {
  const { hospital, supplier } = await bothSides();
  const requestId = await aRequest(hospital, supplier.actor.organisationId);
  const declarationId = await aSignedDeclaration(supplier);
  accepted(await acceptRequest(supplier, { requestId }));
  accepted(await answerRequest(supplier, { requestId, declarationId }));
  expect(await findRequest(database().read, hospital.actor.organisationId, requestId)).toMatchObject({
    state: "declared",
    declarationId,
  });
  const entries = await listAuditEntries(database().read, supplier.actor.organisationId, { limit: 2 });
  expect(entries.map(({ action, details }) => ({ action, move: details.move }))).toEqual([
    { action: "received-request.answer", move: "declare" },
    { action: "received-request.answer", move: "accept" },
  ]);
});

test("a request is declined with a reason, and that is final", async () => {
  const { hospital, supplier } = await bothSides();
  const requestId = await aRequest(hospital, supplier.actor.organisationId);
  expect(refusalOf(await declineRequest(supplier, { requestId, reason: " " }))).toMatchObject({
    fields: { reason: ["required"] },
  });
  accepted(await declineRequest(supplier, { requestId, reason: "No longer sold." }));
  expect(await findRequest(database().read, hospital.actor.organisationId, requestId)).toMatchObject({
    state: "declined",
    declineReason: "No longer sold.",
  });
  expect(refusalOf(await acceptRequest(supplier, { requestId }))).toMatchObject({
    code: "not-in-this-state",
  });
});

test("a draft answers nothing, and neither does a signed declaration before the request is accepted", async () => {
  const { hospital, supplier } = await bothSides();
  const requestId = await aRequest(hospital, supplier.actor.organisationId);
  const signed = await aSignedDeclaration(supplier);
  const draft = await aDraft(supplier);
  expect(refusalOf(await answerRequest(supplier, { requestId, declarationId: signed }))).toMatchObject({
    code: "not-in-this-state",
  });
  accepted(await acceptRequest(supplier, { requestId }));
  expect(refusalOf(await answerRequest(supplier, { requestId, declarationId: draft }))).toEqual({
    code: "not-signed",
  });
  expect(refusalOf(await answerRequest(supplier, { requestId }))).toMatchObject({
    fields: { declarationId: ["required"] },
  });
});

test.each(["declined", "withdrawn", "decided"] as const)(
  "a request that is %s takes no answer",
  async (state) => {
    const { hospital, supplier } = await bothSides();
    const requestId = await aRequest(hospital, supplier.actor.organisationId, { state });
    const declarationId = await aSignedDeclaration(supplier);
    const outcomes = [
      await acceptRequest(supplier, { requestId }),
      await declineRequest(supplier, { requestId, reason: "late" }),
      await answerRequest(supplier, { requestId, declarationId }),
    ];
    expect(outcomes.map(refusalOf).map(({ code }) => code)).toEqual([0, 1, 2].map(() => "not-in-this-state"));
  },
);

test("a request to another supplier is not found, and a foreign declaration answers nothing", async () => {
  const { hospital, supplier } = await bothSides();
  const other = await aSupplierCaller(database(), "contributor", "signatory");
  const requestId = await aRequest(hospital, supplier.actor.organisationId, { state: "accepted" });
  const theirs = await aSignedDeclaration(other);
  const page = { requestId, productId: null };
  await expect(presentReceivedRequest(other, page)).rejects.toThrow(notFound);
  await expect(acceptRequest(other, { requestId })).rejects.toThrow(notFound);
  await expect(declineRequest(other, { requestId, reason: "x" })).rejects.toThrow(notFound);
  await expect(answerRequest(other, { requestId, declarationId: theirs })).rejects.toThrow(notFound);
  await expect(answerRequest(supplier, { requestId, declarationId: theirs })).rejects.toThrow(notFound);
  expect((await presentReceivedRequests(other)).requests).toEqual([]);
  expect((await presentSupplierOverview(other)).open).toEqual({ count: 0, requests: [] });
});

test("the hospital itself cannot answer for the supplier", async () => {
  const { hospital, supplier } = await bothSides();
  const requestId = await aRequest(hospital, supplier.actor.organisationId);
  await expect(acceptRequest(hospital, { requestId })).rejects.toThrow(forbidden);
  await expect(presentReceivedRequests(hospital)).rejects.toThrow(forbidden);
  await expect(presentSupplierOverview(hospital)).rejects.toThrow(forbidden);
});

test("nothing of the hospital but its name crosses to the supplier", async () => {
  const { hospital, supplier } = await bothSides();
  const canary = `canary${randomUUID()}`;
  const requestId = await aRequest(hospital, supplier.actor.organisationId, { canary });
  await aSignedDeclaration(supplier);
  const seen = JSON.stringify([
    await presentReceivedRequest(supplier, { requestId, productId: null }),
    await presentReceivedRequests(supplier),
    await presentSupplierOverview(supplier),
  ]);
  expect(seen).toContain("Infusion pump");
  for (const secret of [canary, hospital.actor.organisationId, hospital.actor.personId]) {
    // The builder names the hospital after its id: the name is what may cross.
    expect(seen.replaceAll(`hospital ${hospital.actor.organisationId}`, "")).not.toContain(secret);
  }
});

/** As a build before policies, channels and the ledger sent it. */
function anOldSnapshot(): ZoneClassSnapshot {
  const today = aSnapshot();
  const { slTarget, requirements, catalogueVersion } = today.profile;
  // What is stored is older than the type.
  return { ...today, profile: { slTarget, requirements, catalogueVersion } as RequirementProfile };
}

test("a request that an earlier build sent is checked like any other, and shown on both sides", async () => {
  const { hospital, supplier } = await bothSides();
  const supplierId = supplier.actor.organisationId;
  const old = await aRequest(hospital, supplierId, { state: "accepted", snapshot: anOldSnapshot() });
  const recent = await aRequest(hospital, supplierId, { state: "accepted" });
  const declarationId = await aSignedDeclaration(supplier);
  const selfChecks = async (requestId: string) =>
    (await presentReceivedRequest(supplier, { requestId, productId: null })).selfChecks;
  expect(await selfChecks(old)).toHaveLength(1);
  expect(await selfChecks(old)).toEqual(await selfChecks(recent));
  const facts = { declarationId, group: null, requestId: old };
  expect((await presentFacts(supplier, facts)).profile).toMatchObject({
    channels: null,
    countermeasures: [],
  });
  expect((await presentReceivedRequests(supplier)).requests).toHaveLength(2);
  const sent = await findRequest(database().read, hospital.actor.organisationId, old);
  expect(sent?.snapshot.profile).toMatchObject({ policy: NO_POLICY, milestones: [], mds2Questions: [] });
});

test("the page shows the rows of the chosen product and how each declaration would come out", async () => {
  const { hospital, supplier } = await bothSides();
  const requestId = await aRequest(hospital, supplier.actor.organisationId, { state: "accepted" });
  const signed = await aSignedDeclaration(supplier);
  const { id: productId } = await aProduct(supplier, { componentTypes: ["network-device"] });
  const page = await presentReceivedRequest(supplier, { requestId, productId });
  expect(page.componentTypes).toEqual(["network-device"]);
  const ids = page.groups.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(ids).toContain("NDR 1.6");
  expect(ids).not.toContain("EDR 2.4");
  expect(page.selfChecks).toHaveLength(1);
  const [check] = page.selfChecks;
  expect(check).toMatchObject({ declarationId: signed, verdict: "incomplete" });
  expect(check?.missing).toContainEqual(
    expect.objectContaining({ requirementId: "CR 1.3", reason: "unanswered" }),
  );
  expect(check?.missing).not.toContainEqual(expect.objectContaining({ requirementId: "CR 1.1" }));
  expect(page).toMatchObject({ mayAccept: false, mayDecline: true, mayDeclare: true });
});

test("the overview lists open requests soonest first and drafts with their progress", async () => {
  const { hospital, supplier } = await bothSides();
  await aRequest(hospital, supplier.actor.organisationId, { subject: "later", dueOn: "2027-01-01" });
  await aRequest(hospital, supplier.actor.organisationId, { subject: "overdue", dueOn: "2026-11-20" });
  await aRequest(hospital, supplier.actor.organisationId, { subject: "over", state: "withdrawn" });
  await aDraft(supplier, { "CR 1.1": { value: "met" } });
  const page = await presentSupplierOverview(supplier);
  expect(page.open.count).toBe(2);
  expect(page.open.requests.map(({ subject, isOverdue }) => ({ subject, isOverdue }))).toEqual([
    { subject: "overdue", isOverdue: true },
    { subject: "later", isOverdue: false },
  ]);
  const { declarations } = await presentDeclarations(supplier, { show: "drafts", page: 1 });
  expect(declarations).toMatchObject([{ answered: 1, state: "draft" }]);
  const drafts = page.sections.find(({ key }) => key === "drafts");
  expect([drafts?.count, drafts?.entries[0]?.id]).toEqual([1, declarations[0]?.id]);
});
