import { expect, test } from "vitest";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import { withdrawCountermeasure } from "~/use-cases/countermeasures/withdraw-countermeasure.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findCountermeasure, listAcceptedCountermeasures } from "~db/repositories/countermeasures";
import { aCaller, aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aConduit, aZone } from "../../builders/zone-model";
import { aContent, daysLater, publish } from "../decisions/scene";
import { aModel, edit } from "../zone-models/models";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

type Place = { engineer: Caller; lead: Caller; modelId: string };

/** A model with a published and a drawn zone, an engineer and a lead of one hospital. */
async function aPlace(): Promise<Place> {
  const { caller: engineer, modelId } = await aModel(database());
  const { organisationId } = engineer.actor;
  const lead = await aCaller(database(), { organisationId, kind: "hospital", roles: ["security-lead"] });
  await publish(engineer, { modelId, number: 1, content: aContent() });
  accepted(
    await edit(
      engineer,
      modelId,
      0,
      { type: "add-zone", zone: aZone({ id: "lab" }), place: null },
      { type: "add-zone", zone: aZone({ id: "ward" }), place: null },
      { type: "add-conduit", conduit: aConduit({ id: "line", fromZoneId: "lab", toZoneId: "ward" }) },
    ),
  );
  return { engineer, lead, modelId };
}

function aProposal({ modelId }: Pick<Place, "modelId">, overrides: Record<string, unknown> = {}) {
  return {
    ...{ modelId, elementKind: "zone", elementId: "imaging", title: "Jump host" },
    ...{ description: "All sign-ins go through it", requirementIds: ["CR 2.1", "CR 1.1", "CR 2.1"] },
    ...{ evidence: "Test of 3 November", expiresOn: "2027-06-30" },
    ...overrides,
  };
}

async function proposed(place: Place, overrides: Record<string, unknown> = {}): Promise<string> {
  return accepted(await proposeCountermeasure(place.engineer, aProposal(place, overrides))).id;
}

async function stored({ actor }: Caller, id: string) {
  return findCountermeasure(database().read, actor.organisationId, id);
}

test("a proposal is kept as it was written, with who proposed it, and tells the audit trail", async () => {
  const place = await aPlace();
  const { engineer } = place;
  const id = await proposed(place);
  expect(await stored(engineer, id)).toMatchObject({
    ...{ modelId: place.modelId, elementKind: "zone", elementId: "imaging", state: "proposed" },
    // Once each, by number.
    requirementIds: ["CR 1.1", "CR 2.1"],
    ...{ expiresOn: "2027-06-30", proposedBy: engineer.actor.personId, proposedAt: NOW },
    ...{ decidedBy: null, decidedAt: null, withdrawnBy: null, withdrawnAt: null, reason: "" },
    withdrawalReason: null,
  });
  const [entry] = await listAuditEntries(database().read, engineer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "countermeasure.propose",
    subjectId: id,
    details: { elementId: "imaging", requirementIds: ["CR 1.1", "CR 2.1"], expiresOn: "2027-06-30" },
  });
});

test.each([
  ["a published zone", { elementId: "imaging" }],
  ["a published conduit", { elementKind: "conduit", elementId: "imaging-archive" }],
  ["a zone that is only drawn", { elementId: "lab" }],
  ["a conduit that is only drawn", { elementKind: "conduit", elementId: "line" }],
  ["one row, as a form posts it", { requirementIds: "NDR 1.13" }],
  ["no end", { expiresOn: "" }],
  ["an end today", { expiresOn: "2026-11-21" }],
])("a proposal may name %s", async (_what, overrides) => {
  const place = await aPlace();
  expect((await stored(place.engineer, await proposed(place, overrides)))?.state).toBe("proposed");
});

test.each([
  ["title", { title: " " }, "required"],
  ["description", { description: "" }, "required"],
  ["evidence", { evidence: undefined }, "required"],
  ["requirementIds", { requirementIds: undefined }, "required"],
  ["requirementIds", { requirementIds: ["CR 9.9"] }, "unknown-requirement"],
  ["expiresOn", { expiresOn: "2026-11-20" }, "in-the-past"],
  ["expiresOn", { expiresOn: "2027-02-30" }, "invalid-date"],
])("what is wrong with %s is said at the field", async (field, overrides, code) => {
  const place = await aPlace();
  const outcome = await proposeCountermeasure(place.engineer, aProposal(place, overrides));
  expect(refusalOf(outcome)).toEqual({ code: "invalid-input", fields: { [field]: [code] } });
  const { organisationId } = place.engineer.actor;
  const entries = await listAuditEntries(database().read, organisationId, { limit: 100 });
  expect(entries.map(({ action }) => action)).not.toContain("countermeasure.propose");
});

test.each([
  ["a model of nobody", { modelId: "nowhere" }],
  ["a zone that is not there", { elementId: "nowhere" }],
  ["a zone by the id of a conduit", { elementId: "imaging-archive" }],
  ["a conduit by the id of a zone", { elementKind: "conduit", elementId: "imaging" }],
])("%s is not found", async (_what, overrides) => {
  const place = await aPlace();
  await expect(proposeCountermeasure(place.engineer, aProposal(place, overrides))).rejects.toThrow(notFound);
});

test("another hospital's model and ledger are not found", async () => {
  const [place, other] = [await aPlace(), await aPlace()];
  await expect(proposeCountermeasure(other.engineer, aProposal(place))).rejects.toThrow(notFound);
  const countermeasureId = await proposed(place);
  const decision = { countermeasureId, decision: "accept" };
  await expect(decideCountermeasure(other.lead, decision)).rejects.toThrow(notFound);
  await expect(withdrawCountermeasure(other.lead, { countermeasureId, reason: "x" })).rejects.toThrow(
    notFound,
  );
  expect((await stored(place.lead, countermeasureId))?.state).toBe("proposed");
});

test("only those who draw propose and withdraw, only a security lead decides", async () => {
  const place = await aPlace();
  const countermeasureId = await proposed(place);
  const decision = { countermeasureId, decision: "accept" };
  const withdrawal = { countermeasureId, reason: "x" };
  const strangers = [
    await aHospitalCaller(database(), "auditor", "procurement-officer", "administrator"),
    await aSupplierCaller(database(), "administrator", "contributor", "signatory"),
  ];
  for (const stranger of strangers) {
    await expect(proposeCountermeasure(stranger, aProposal(place))).rejects.toThrow(forbidden);
    await expect(decideCountermeasure(stranger, decision)).rejects.toThrow(forbidden);
    await expect(withdrawCountermeasure(stranger, withdrawal)).rejects.toThrow(forbidden);
  }
  await expect(decideCountermeasure(place.engineer, decision)).rejects.toThrow(forbidden);
});

test("a lead accepts what an engineer proposed; from then on it is in the ledger", async () => {
  const place = await aPlace();
  const { lead } = place;
  const { organisationId } = lead.actor;
  const id = await proposed(place);
  expect(await listAcceptedCountermeasures(database().read, organisationId)).toEqual([]);
  accepted(await decideCountermeasure(lead, { countermeasureId: id, decision: "accept", reason: "Seen" }));
  expect(await listAcceptedCountermeasures(database().read, organisationId)).toMatchObject([
    { id, state: "accepted", decidedBy: lead.actor.personId, decidedAt: NOW, reason: "Seen" },
  ]);
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "countermeasure.decide",
    subjectId: id,
    details: { decision: "accept" },
  });
});

test("nobody accepts or refuses what they proposed, whatever roles they hold", async () => {
  const place = await aPlace();
  const { organisationId } = place.lead.actor;
  const roles = ["security-lead", "security-engineer", "administrator"] as const;
  const both = await aCaller(database(), { organisationId, kind: "hospital", roles });
  const countermeasureId = accepted(await proposeCountermeasure(both, aProposal(place))).id;
  for (const decision of ["accept", "refuse"]) {
    const outcome = await decideCountermeasure(both, { countermeasureId, decision, reason: "Fine" });
    expect(refusalOf(outcome)).toEqual({ code: "same-person" });
  }
  expect((await stored(both, countermeasureId))?.state).toBe("proposed");
  accepted(await decideCountermeasure(place.lead, { countermeasureId, decision: "accept" }));
});

test("a refusal needs a reason, ends the entry and never counts", async () => {
  const place = await aPlace();
  const { lead } = place;
  const countermeasureId = await proposed(place);
  const refusing = { countermeasureId, decision: "refuse" };
  expect(refusalOf(await decideCountermeasure(lead, refusing))).toEqual({
    code: "invalid-input",
    fields: { reason: ["required"] },
  });
  accepted(await decideCountermeasure(lead, { ...refusing, reason: "There is no such host" }));
  expect(await stored(lead, countermeasureId)).toMatchObject({
    state: "refused",
    reason: "There is no such host",
  });
  const again = await decideCountermeasure(lead, { countermeasureId, decision: "accept" });
  expect(refusalOf(again)).toMatchObject({ code: "not-in-this-state", state: "refused" });
  expect(await listAcceptedCountermeasures(database().read, lead.actor.organisationId)).toEqual([]);
});

test("what has ended before anybody looked at it cannot be accepted any more", async () => {
  const place = await aPlace();
  const countermeasureId = await proposed(place, { expiresOn: "2026-11-25" });
  const late = daysLater(place.lead, 5);
  expect(refusalOf(await decideCountermeasure(late, { countermeasureId, decision: "accept" }))).toEqual({
    code: "last-day-passed",
    expiresOn: "2026-11-25",
  });
});

test("its proposer or a lead withdraws it with a reason; a colleague does not", async () => {
  const place = await aPlace();
  const { engineer, lead } = place;
  const { organisationId } = lead.actor;
  const roles = ["security-engineer"] as const;
  const colleague = await aCaller(database(), { organisationId, kind: "hospital", roles });
  const [first, second] = [await proposed(place), await proposed(place)];
  const acceptance = { countermeasureId: first, decision: "accept", reason: "Seen on site" };
  accepted(await decideCountermeasure(lead, acceptance));
  const withdrawal = { countermeasureId: first, reason: "The host is gone" };
  expect(refusalOf(await withdrawCountermeasure(colleague, withdrawal))).toEqual({ code: "not-yours" });
  expect(refusalOf(await withdrawCountermeasure(engineer, { ...withdrawal, reason: " " }))).toEqual({
    code: "invalid-input",
    fields: { reason: ["required"] },
  });
  accepted(await withdrawCountermeasure(engineer, withdrawal));
  accepted(await withdrawCountermeasure(lead, { countermeasureId: second, reason: "Not needed" }));
  expect(await stored(lead, first)).toMatchObject({
    ...{ state: "withdrawn", withdrawnBy: engineer.actor.personId, withdrawnAt: NOW },
    ...{ reason: "Seen on site", decidedBy: lead.actor.personId, withdrawalReason: "The host is gone" },
  });
  expect(await listAcceptedCountermeasures(database().read, organisationId)).toEqual([]);
  const twice = await withdrawCountermeasure(lead, withdrawal);
  expect(refusalOf(twice)).toMatchObject({ code: "not-in-this-state", state: "withdrawn" });
});
