import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AWAITING_WORKSHOP } from "~/demo/campus/risk";
import { DEMO_SIGN_INS, fillInDemoOnce } from "~/demo/fill-in-demo.server";
import { actorOf, DEMO_HOSPITAL, DEMO_SUPPLIERS, HOSPITAL_PEOPLE } from "~/demo/people";
import { sampleProducts } from "~/demo/products/sample-products";
import { standingOn } from "~/domain/countermeasure/countermeasure";
import { conditionState } from "~/domain/procurement/condition";
import { DECISION_KINDS } from "~/domain/procurement/decision";
import { REQUEST_STATES } from "~/domain/procurement/request";
import { toIsoDate } from "~/domain/shared/iso-date";
import { accept } from "~/domain/shared/result";
import { differenceOf } from "~/domain/zone-model/difference";
import { depthOf, indexModel } from "~/domain/zone-model/queries";
import { evaluateRules } from "~/domain/zone-model/rules";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { readSbom } from "~/formats/sbom/read-sbom";
import { sbomFact } from "~/formats/sbom/to-fact";
import { listParts } from "~/intake/list-parts";
import { reviewDecisions } from "~/presenters/assessment-of-pair.server";
import { presentDecision } from "~/presenters/present-decision.server";
import { presentExceptions } from "~/presenters/present-exceptions.server";
import { presentIncident } from "~/presenters/present-incident.server";
import { presentIncidents } from "~/presenters/present-incidents.server";
import { presentNotices } from "~/presenters/present-notices.server";
import { presentReceivedNotice } from "~/presenters/present-received-notice.server";
import { presentReceivedNotices } from "~/presenters/present-received-notices.server";
import { presentTender } from "~/presenters/present-tender.server";
import { signIn } from "~/use-cases/accounts/sign-in.server";
import { indexSboms } from "~/use-cases/intake-files/index-sboms.server";
import type { Database } from "~db/client";
import { listAuditEntries } from "~db/repositories/audit";
import { listCountermeasures } from "~db/repositories/countermeasures";
import { listConditions, listCurrentDecisions } from "~db/repositories/decisions";
import { listDeclarations, listSharedDeclarations } from "~db/repositories/declarations";
import { listThreads } from "~db/repositories/dialogue";
import { listRequests } from "~db/repositories/intake-requests";
import { listOfferNotes } from "~db/repositories/offer-notes";
import { findOrganisation } from "~db/repositories/organisations";
import { countPeople } from "~db/repositories/people";
import { listReassessmentChanges, listReassessments } from "~db/repositories/reassessments";
import { findRevision, listRevisions } from "~db/repositories/revisions";
import { listAcceptances } from "~db/repositories/target-acceptances";
import { listTenders } from "~db/repositories/tenders";
import { findZoneModel, listZoneModels } from "~db/repositories/zone-models";
import { NOW, openTestDatabase } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aFileStore } from "../../builders/files";
import { PORTAL_KEY } from "../../builders/portal-key";

const hospital = DEMO_HOSPITAL.id;
const { files } = aFileStore();
/** Its own: what everybody may see of the demo is no business of other suites. */
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  await expectNothingOfAKilledRun();
  await fillInDemoOnce({ database, files }, NOW, () => undefined, PORTAL_KEY);
});
afterAll(() => database.close());

/** Before the real run, because afterwards there is nothing left to kill. */
async function expectNothingOfAKilledRun(): Promise<void> {
  let told = 0;
  const tell = () => {
    told += 1;
    if (told === 2) throw new Error("killed");
  };
  const killed = fillInDemoOnce({ database, files }, NOW, tell, PORTAL_KEY);
  await expect(killed).rejects.toThrow("killed");
  expect(await findOrganisation(database.read, hospital)).toBeUndefined();
  expect(await countPeople(database.read)).toBe(0);
}

async function theModel() {
  const [summary] = await listZoneModels(database.read, hospital);
  const model = await findZoneModel(database.read, hospital, summary?.id ?? "");
  if (!model) throw new Error("there is no model");
  return model;
}

async function contentOfRevision(number: number): Promise<ZoneModel> {
  const revision = await findRevision(database.read, hospital, (await theModel()).id, number);
  if (!revision) throw new Error(`there is no revision ${number}`);
  return revision.content;
}

test("a campus with everything that a hospital has, published twice by two people", async () => {
  const revisions = await listRevisions(database.read, hospital, (await theModel()).id);
  expect(revisions.map(({ number }) => number).sort()).toEqual([1, 2]);
  const { zones, conduits, assets } = await contentOfRevision(2);
  expect({ zones: zones.length, conduits: conduits.length, assets: assets.length }).toEqual({
    zones: 30,
    conduits: 29,
    assets: 90,
  });
  const index = indexModel(await contentOfRevision(2));
  expect(Math.max(...zones.map(({ id }) => depthOf(index, id)))).toBe(2);
  expect(new Set(zones.map(({ referenceType }) => referenceType).filter(Boolean)).size).toBe(22);
  expect(conduits.filter(({ channels }) => channels.length === 0)).toEqual([]);
  expect(conduits.filter(({ wireless }) => wireless)).toHaveLength(3);
  expect(conduits.filter(({ remoteAccess }) => remoteAccess)).toHaveLength(3);
  expect(assets.filter(({ productReleaseId }) => productReleaseId)).toHaveLength(12);
  expect(evaluateRules(await contentOfRevision(2)).filter(({ severity }) => severity === "error")).toEqual(
    [],
  );
});

test("a draft newer than the last revision, with a line that the model rules object to", async () => {
  const { draft, state } = await theModel();
  expect(state).toBe("drawing");
  const { zones, conduits } = differenceOf(await contentOfRevision(2), draft);
  expect(zones.added.map(({ id }) => id)).toEqual(["radiotherapy"]);
  expect(zones.changed.map(({ id }) => id)).toEqual(["laboratory"]);
  expect(conduits.removed.map(({ id }) => id)).toEqual(["administration--clinical-services"]);
  expect(draft.zones).toHaveLength(31);
  expect(draft.zones.find(({ id }) => id === "laboratory")?.slTarget?.IAC).toBe(3);
  const errors = evaluateRules(draft).filter(({ severity }) => severity === "error");
  expect(errors.map(({ ruleId, element }) => `${ruleId} ${element.id}`)).toEqual([
    "untrusted-zone-has-a-boundary-zone internet--radiotherapy",
    "remote-access-ends-in-a-remote-access-zone internet--radiotherapy",
  ]);
});

test("twelve products of eleven suppliers, each with a signed declaration that the hospital may see", async () => {
  const shared = await listSharedDeclarations(database.read, hospital);
  expect(shared).toHaveLength(sampleProducts().length);
  expect(new Set(shared.map(({ supplierId }) => supplierId)).size).toBe(DEMO_SUPPLIERS.length);
  const all = await Promise.all(DEMO_SUPPLIERS.map(({ id }) => listDeclarations(database.read, id)));
  expect(all.flat().filter(({ state }) => state === "draft")).toHaveLength(1);
});

test("requests in every state and decisions of every kind", async () => {
  const requests = await listRequests(database.read, hospital);
  const states = requests.map(({ state }) => state);
  expect(REQUEST_STATES.filter((state) => !states.includes(state))).toEqual([]);
  const decisions = await listCurrentDecisions(database.read, hospital, { limit: 100 });
  const kinds = decisions.map(({ kind }) => kind);
  expect(DECISION_KINDS.filter((kind) => !kinds.includes(kind))).toEqual([]);
  const conditions = await listConditions(
    database.read,
    hospital,
    decisions.map(({ id }) => id),
  );
  const conditionStates = conditions.map(({ text, owner, dueOn, completedAt }) =>
    conditionState(
      { text, owner, dueDate: dueOn, completedOn: completedAt && toIsoDate(completedAt) },
      toIsoDate(NOW),
    ),
  );
  expect(conditionStates.sort()).toEqual(["completed", "open", "open", "open", "open", "overdue"]);
});

test("a tender whose three offers wait to be compared, one of which conforms, and what another product costs the hospital", async () => {
  const actor = actorOf(HOSPITAL_PEOPLE.procurement);
  const caller = { database, actor, now: NOW, newId: randomUUID, isSteppedUp: true };
  const [tender] = await listTenders(database.read, hospital, { limit: 10, before: null });
  const { lots, suppliers } = await presentTender(caller, tender?.id ?? "");
  expect(lots).toMatchObject([{ canCompare: true, omitted: 0 }]);
  const verdicts = suppliers.flatMap(({ requests }) => requests.map(({ verdict }) => verdict));
  expect(verdicts.toSorted()).toEqual(["conforms", "does-not-conform", "does-not-conform"]);
  const shared = await listSharedDeclarations(database.read, hospital);
  const notes = await listOfferNotes(database.read, hospital, {
    ...{ modelId: (await theModel()).id, zoneId: "imaging-archive" },
    releaseIds: shared.map(({ releaseId }) => releaseId),
  });
  expect(notes.map(({ note }) => note)).toMatchObject([{ effortDays: 4.5, cost: { amount: 2400 } }]);
});

test("most targets are accepted by the lead, and those that changed since or wait for a workshop are not", async () => {
  const model = await theModel();
  const acceptances = await listAcceptances(database.read, hospital, model.id);
  const accepted = new Set(acceptances.map(({ elementId }) => elementId));
  const targeted = model.draft.zones.filter(({ slTarget }) => slTarget);
  const open = targeted.filter(({ id }) => !accepted.has(id)).map(({ id }) => id);
  expect(open.toSorted()).toEqual([...AWAITING_WORKSHOP, "radiotherapy"].toSorted());
});

test("a decision says which variants it holds for, and questions stand on both sides", async () => {
  const decisions = await listCurrentDecisions(database.read, hospital, { limit: 100 });
  const ofPumps = decisions.find(({ zoneId }) => zoneId === "wireless-medical");
  const actor = actorOf(HOSPITAL_PEOPLE.procurement);
  const caller = { database, actor, now: NOW, newId: randomUUID, isSteppedUp: true };
  const { variants } = await presentDecision(caller, ofPumps?.id ?? "");
  expect(variants?.map(({ model }) => model)).toEqual(["FK-721-1", "FK-721-3"]);
  const requests = await listRequests(database.read, hospital);
  const spoken = await Promise.all(
    requests.map(({ id }) => listThreads(database.read, { side: "hospital", organisationId: hospital }, id)),
  );
  expect(
    spoken
      .flat()
      .map(({ askedBy, state }) => [askedBy, state])
      .sort(),
  ).toEqual([
    ["hospital", "answered"],
    ["supplier", "open"],
  ]);
});

test("revision 2 raised a target, so that one approval needs review", async () => {
  const caller = {
    database,
    actor: actorOf(HOSPITAL_PEOPLE.auditor),
    now: NOW,
    newId: randomUUID,
    isSteppedUp: true,
  };
  const decisions = await listCurrentDecisions(database.read, hospital, { limit: 100 });
  const reviewed = await reviewDecisions(caller, decisions);
  const open = reviewed.filter(({ review }) => review.state === "needs-review");
  expect(open.map(({ decision }) => [decision.kind, decision.productName, decision.zoneName])).toEqual([
    ["approve-with-conditions", "Tomovia CT 64", "Imaging"],
  ]);
});

test("a ledger with entries in force, ending soon, ended and waiting, each accepted by a second person", async () => {
  const entries = await listCountermeasures(database.read, hospital, { limit: 100 });
  const standings = entries.map((entry) => standingOn(entry, toIsoDate(NOW))).sort();
  expect(standings).toEqual(["expired", "expiring", "in-force", "in-force", "proposed"]);
  for (const { decidedBy, proposedBy } of entries) expect(decidedBy).not.toBe(proposedBy);
  const content = await contentOfRevision(2);
  const index = indexModel(content);
  const places = entries.map(({ elementKind, elementId }) =>
    elementKind === "zone" ? index.zoneById.has(elementId) : index.conduitById.has(elementId),
  );
  expect(places).toEqual(entries.map(() => true));
});

test("exceptions in force, overdue for a review, ended and waiting; every approval of a gap rests on one", async () => {
  const caller = {
    database,
    actor: actorOf(HOSPITAL_PEOPLE.lead),
    now: NOW,
    newId: randomUUID,
    isSteppedUp: true,
  };
  const { mine, exceptions } = await presentExceptions(caller, { state: null, after: null });
  expect(exceptions.map(({ standing }) => standing).sort()).toEqual([
    ...["expired", "in-force", "requested", "review-overdue"],
  ]);
  expect(mine.map(({ call }) => call).sort()).toEqual(["decide", "review"]);
  const decisions = await listCurrentDecisions(database.read, hospital, { limit: 100 });
  const pages = await Promise.all(decisions.map(({ id }) => presentDecision(caller, id)));
  const lacking = pages.filter(
    ({ kind, assessment }) => kind === "approve-with-conditions" && assessment.verdict === "does-not-conform",
  );
  expect(lacking.map(({ productName }) => productName).sort()).toEqual([
    "InfuFlow 3 wireless infusion pump",
    "Tomovia CT 64",
  ]);
  for (const page of lacking) expect(page.exceptions.map(({ ended }) => ended)).toEqual([null]);
});

test("two notices to look at and a closed one; the record of what came of it owes one report more", async () => {
  const caller = {
    database,
    actor: actorOf(HOSPITAL_PEOPLE.lead),
    now: NOW,
    newId: randomUUID,
    isSteppedUp: true,
  };
  const { notices } = await presentReceivedNotices(caller);
  expect(notices.map(({ title, state }) => [title, state])).toEqual([
    ["InfuFlow 3 stops answering after malformed radio frames", "published"],
    ["ServisBrana 4 runs out of memory under many TLS 1.3 sessions", "published"],
    ["Mostik writes passwords into its support log", "closed"],
  ]);
  const { incidents } = await presentIncidents(caller);
  expect(incidents.map(({ title, state }) => [title, state])).toEqual([
    ["Pumps on wards 4 and 5 unreachable", "open"],
  ]);
  const { clocks, measures } = await presentIncident(caller, incidents[0]?.id ?? "");
  expect(clocks.map(({ regime, step, state }) => `${regime} ${step} ${state}`)).toEqual([
    "NIS2 Art. 23 early warning met",
    "NIS2 Art. 23 notification running",
    "NIS2 Art. 23 final report waiting",
    "ZoKB § 16-17 first report met",
    "ZoKB § 16-17 authority statement met",
    "ZoKB § 16-17 notification (significant impact only) running",
    "ZoKB § 16-17 final report waiting",
  ]);
  expect(measures.map(({ doneAt }) => doneAt !== null)).toEqual([true, false]);
});

test("what was assessed anew is listed: revisions, declarations, countermeasures and a day that passed", async () => {
  const found = await listReassessments(database.read, hospital, { limit: 100 });
  expect(new Set(found.map(({ cause }) => cause))).toEqual(
    new Set(["revision-published", "declaration-shared", "countermeasure-changed", "expiry-passed"]),
  );
  for (const one of found) {
    const changes = await listReassessmentChanges(database.read, hospital, one.id, { limit: 1_000 });
    expect(changes.length, one.cause).toBe(one.changed);
    expect(one.changed, one.cause).toBeLessThanOrEqual(one.assessed);
  }
  const [expiry] = found.filter(({ cause }) => cause === "expiry-passed");
  const ended = await listReassessmentChanges(database.read, hospital, expiry?.id ?? "", { limit: 100 });
  expect(ended.map(({ zoneId }) => zoneId)).toContain("research-ai");
});

test("history reads forwards: nothing is told before what it followed", async () => {
  for (const { id } of [DEMO_HOSPITAL, ...DEMO_SUPPLIERS]) {
    const entries = await listAuditEntries(database.read, id, { limit: 500 });
    const times = entries.map(({ at }) => at.getTime());
    expect(times, id).toEqual(times.toSorted((a, b) => b - a));
    expect(times[0], id).toBeLessThan(NOW.getTime());
  }
});

test("everyone on the list of sign-ins can sign in", async () => {
  const where = { clientAddress: "127.0.0.1", userAgent: "test", previousToken: undefined };
  for (const { email, password } of DEMO_SIGN_INS) {
    const outcome = await signIn({ database, now: NOW, newId: randomUUID }, { email, password }, where);
    expect(outcome.ok, email).toBe(true);
  }
  const organisations = await Promise.all(
    [hospital, ...DEMO_SUPPLIERS.map(({ id }) => id)].map((id) => findOrganisation(database.read, id)),
  );
  expect(organisations.every((organisation) => organisation?.isDemo)).toBe(true);
});

test("a second run changes nothing", async () => {
  const count = async () => {
    const entries = await listAuditEntries(database.read, hospital, { limit: 500 });
    return [await countPeople(database.read), entries.length, (await theModel()).draftVersion];
  };
  const before = await count();
  const told: Array<string> = [];
  await fillInDemoOnce(
    { database, files },
    new Date(NOW.getTime() + 1),
    (step) => told.push(step),
    PORTAL_KEY,
  );
  expect(told).toEqual([]);
  expect(await count()).toEqual(before);
});

test("lists of components are files that carry what is stated of them, neither more nor less", async () => {
  const listed = (await listSharedDeclarations(database.read, hospital)).filter(
    ({ content }) => content.facts.sbom,
  );
  expect(listed).toHaveLength(sampleProducts().filter(({ sbom }) => sbom.format !== null).length);
  for (const { supplierId: organisationId, productName, content } of listed) {
    const { sha256 = null } = content.evidence.find(({ type }) => type === "sbom") ?? {};
    const file = await files.locate({ organisationId, sha256: sha256 ?? "none" });
    if (file === undefined) throw new Error(`${productName} has no file`);
    const list = accepted(readSbom(await readFile(file)));
    const found = sbomFact(list);
    const sorted = (fact: typeof found | undefined) =>
      fact && { ...fact, elements: fact.elements.toSorted() };
    expect([productName, sorted(found)]).toEqual([productName, sorted(content.facts.sbom)]);
  }
});

test("a component that a notice names is found in the product of another supplier, once lists are read", async () => {
  const caller = {
    ...{ database, actor: actorOf(HOSPITAL_PEOPLE.lead), now: NOW, newId: randomUUID, isSteppedUp: true },
  };
  await indexSboms({ database, files, now: NOW, newId: randomUUID }, async ({ partsIn }) =>
    accept(listParts(await readFile(partsIn))),
  );
  const { notices } = await presentReceivedNotices(caller);
  const told = notices.find(({ title }) => title.startsWith("ServisBrana 4"));
  const { contained } = await presentReceivedNotice(caller, told?.id ?? "");
  expect(contained?.coverage).toMatchObject({ unread: 0, isCut: false });
  expect(contained?.rows.map(({ product, how, component }) => [product, how, component])).toEqual([
    [expect.stringContaining("Tomovia CT 64"), "same-package", "openssl 1.1.1w"],
    [expect.stringContaining("VitaScope M7"), "same-package", "openssl 3.0.13"],
  ]);
});

test("a supplier works on a notice that nobody has read yet", async () => {
  const author = DEMO_SUPPLIERS.find(({ name }) => name.startsWith("Fiktiva"));
  if (!author) throw new Error("the demo has that supplier");
  const caller = {
    ...{ database, actor: actorOf(author.person), now: NOW, newId: randomUUID, isSteppedUp: true },
  };
  const { notices } = await presentNotices(caller);
  expect(notices.map(({ title, state }) => [title, state])).toContainEqual([
    expect.stringMatching(/^Narkos 2000/),
    "draft",
  ]);
});
