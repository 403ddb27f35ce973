import { randomUUID } from "node:crypto";
import type { Role } from "~/domain/access/role";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import { presentAssessment } from "~/presenters/present-assessment.server";
import { presentReceivedRequest } from "~/presenters/present-received-request.server";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import { recordDecision } from "~/use-cases/decisions/record-decision.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { askQuestion } from "~/use-cases/dialogue/ask-question.server";
import { writeMessage } from "~/use-cases/dialogue/write-message.server";
import { setOrganisationPolicy } from "~/use-cases/policies/set-organisation-policy.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { addComment } from "~/use-cases/review/add-comment.server";
import { createTender } from "~/use-cases/tenders/create-tender.server";
import type { Caller } from "~/use-cases/use-case.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import type { Database } from "~db/client";
import { saveMember, saveNewOrganisation } from "~db/repositories/organisations";
import { saveNewPerson } from "~db/repositories/people";
import { saveNewRevision } from "~db/repositories/revisions";
import { listTenderRequests } from "~db/repositories/tenders";
import { saveDraft } from "~db/repositories/zone-models";
import { aCanaryModel, CANARY, markedId, word } from "./canary-model";
import { anOrganisation, NOW } from "./database";
import { accepted, aDraft, aSignedDeclaration } from "./declaration";

/** Ids of what stays in the hospital are unmistakable too. */
const newMarkedId = () => `${CANARY}-${randomUUID()}`;

export type CanaryWorld = {
  modelId: string;
  zoneId: string;
  /** One returned for changes with questions, one decided on with conditions, one just sent, one of a tender. */
  requests: { returned: string; decided: string; sent: string; tendered: string };
  declarationId: string;
  officer: Caller;
  /** The other supplier: what it is called and asked carries the mark. */
  rivalId: string;
};

/** What the hospital writes to the supplier, which must arrive. */
export const SENT = {
  subject: "Magnetic resonance scanner",
  message: "Please declare by the end of the year.",
  returnReason: "CR 1.1 needs a test report.",
  question: "How are accounts locked?",
};

/** What a file that goes with a tender is called. */
export const ATTACHED = "conditions-of-purchase.pdf";

/**
 * A hospital whose every word is marked, with a model, policy, ledger, comments and another supplier; and everything that
 * it can send to `supplier`: requests in three states, a return, questions.
 */
export async function aCanaryWorld(
  database: Database,
  supplier: Caller,
  attach?: (officer: Caller) => Promise<string>,
): Promise<CanaryWorld> {
  const hospitalId = newMarkedId();
  await database.transaction((db) =>
    saveNewOrganisation(db, {
      ...{ id: hospitalId, kind: "hospital", name: "Sending Hospital", isDemo: false },
      createdAt: NOW,
    }),
  );
  const engineer = await aMarkedPerson(database, hospitalId, "security-engineer");
  const lead = await aMarkedPerson(database, hospitalId, "security-lead");
  const officer = await aMarkedPerson(database, hospitalId, "procurement-officer");
  const content = aCanaryModel();
  const { id: modelId } = accepted(
    await createZoneModel(engineer, {
      ...{ siteName: word("site"), name: word("model"), purpose: word("model purpose") },
    }),
  );
  await database.transaction(async (db) => {
    const by = { personId: engineer.actor.personId, at: NOW };
    await saveDraft(db, hospitalId, { modelId, version: 0, draft: content, commands: [], ...by });
    await saveNewRevision(db, {
      ...{ organisationId: hospitalId, modelId, number: 1, content, note: word("revision note") },
      fingerprint: fingerprintOfModel(content),
      ...{ submittedBy: engineer.actor.personId, approvedBy: lead.actor.personId, publishedAt: NOW },
    });
  });
  const zoneId = markedId("target");
  accepted(
    await setOrganisationPolicy(lead, {
      ...{ layer: { patchDaysCritical: 14 }, reason: word("policy reason"), version: 0 },
    }),
  );
  accepted(await addComment(officer, { modelId, element: { kind: "zone", id: zoneId }, text: word("talk") }));
  const { id: countermeasureId } = accepted(
    await proposeCountermeasure(engineer, {
      ...{ modelId, elementKind: "zone", elementId: zoneId, title: word("countermeasure") },
      ...{ description: word("measure"), requirementIds: ["CR 1.1"], evidence: word("measure evidence") },
    }),
  );
  accepted(await decideCountermeasure(lead, { countermeasureId, decision: "accept", reason: word("why") }));
  const rivalId = await addRival(database, officer, { modelId, zoneId });

  const attachments = attach === undefined ? [] : [await attach(officer)];
  const ask = async () =>
    accepted(
      await createRequest(plain(officer), {
        ...{ modelId, zoneId, supplierId: supplier.actor.organisationId, dueOn: "2026-12-24" },
        ...{ subject: SENT.subject, message: SENT.message },
      }),
    ).id;
  const requests = {
    ...{ returned: await ask(), decided: await ask(), sent: await ask() },
    tendered: await tender(database, officer, { modelId, zoneId, supplier, rivalId, attachments }),
  };
  const declarationId = await aSignedDeclaration(supplier, {
    "CR 1.1": { value: "not-met" },
    "CR 1.3": { value: "met" },
  });
  for (const requestId of [requests.returned, requests.decided]) {
    accepted(await acceptRequest(supplier, { requestId }));
    accepted(await answerRequest(supplier, { requestId, declarationId }));
  }
  await talk(database, { officer, supplier }, { requestId: requests.returned, declarationId });
  await decide(
    officer,
    { modelId, zoneId, declarationId, requestId: requests.decided },
    {
      kind: "approve-with-conditions",
      reason: word("decision reason"),
      conditions: { "0": { text: word("condition"), owner: word("owner"), dueOn: "2026-12-31" } },
    },
  );
  await decide(
    officer,
    { modelId, zoneId, declarationId, requestId: requests.returned },
    {
      ...{ kind: "return-for-changes", reason: SENT.returnReason },
    },
  );
  await aDraft(supplier);
  return { modelId, zoneId, requests, declarationId, officer, rivalId };
}

/** Ids that cross, of requests and questions, are plain. */
function plain(caller: Caller): Caller {
  return { ...caller, newId: randomUUID, isSteppedUp: true };
}

async function aMarkedPerson(database: Database, organisationId: string, role: Role): Promise<Caller> {
  const personId = newMarkedId();
  await database.transaction(async (db) => {
    await saveNewPerson(db, {
      ...{ id: personId, email: `${personId}@${CANARY}.example`, name: word(role), passwordHash: null },
      createdAt: NOW,
    });
    await saveMember(db, organisationId, { personId, roles: [role], state: "active", createdAt: NOW });
  });
  const actor = { personId, organisationId, organisationKind: "hospital" as const, roles: [role] };
  return { database, actor, now: NOW, newId: newMarkedId, isSteppedUp: true };
}

type ToTender = {
  modelId: string;
  zoneId: string;
  supplier: Caller;
  rivalId: string;
  attachments: ReadonlyArray<string>;
};

/** Both suppliers and a stranger are asked for two zones under a marked name; answers the supplier's own request. */
async function tender(
  database: Database,
  officer: Caller,
  { modelId, zoneId, supplier, rivalId, attachments }: ToTender,
): Promise<string> {
  const { id } = accepted(
    await createTender(officerOfTender(officer), {
      ...{ submission: newMarkedId(), places: [`${modelId}/${zoneId}`, `${modelId}/${markedId("inner")}`] },
      ...{ supplierIds: [supplier.actor.organisationId, rivalId], attachments },
      newSuppliers: { "0": { name: `${CANARY} Stranger`, email: `${randomUUID()}@stranger.example` } },
      ...{ name: word("tender"), subject: SENT.subject, message: SENT.message, dueOn: "2026-12-24" },
    }),
  );
  const { organisationId } = officer.actor;
  const requests = await listTenderRequests(database.read, organisationId, [id]);
  const own = requests.find(({ supplierId }) => supplierId === supplier.actor.organisationId);
  if (!own) throw new Error("the supplier was asked");
  return own.requestId;
}

/** Its requests have plain ids, because those cross, as has a stranger who is told; the tender's own is marked. */
function officerOfTender(officer: Caller): Caller {
  let made = 0;
  return { ...officer, newId: () => (made++ === 1 ? newMarkedId() : randomUUID()) };
}

/** Another supplier that is asked for the same zone, and whose declaration everybody may see. */
async function addRival(
  database: Database,
  officer: Caller,
  place: { modelId: string; zoneId: string },
): Promise<string> {
  const organisationId = await anOrganisation(database, "supplier", `${CANARY} Rival ${randomUUID()}`);
  const personId = newMarkedId();
  await database.transaction(async (db) => {
    await saveNewPerson(db, {
      ...{ id: personId, email: `${personId}@${CANARY}.example`, name: word("rival"), passwordHash: null },
      createdAt: NOW,
    });
    await saveMember(db, organisationId, {
      ...{ personId, roles: ["contributor", "signatory"], state: "active", createdAt: NOW },
    });
  });
  const rival: Caller = {
    ...{ database, now: NOW, newId: newMarkedId, isSteppedUp: true },
    actor: { personId, organisationId, organisationKind: "supplier", roles: ["contributor", "signatory"] },
  };
  const declarationId = await aSignedDeclaration(
    rival,
    { "CR 1.1": { value: "met", note: word("rival answer") } },
    "all-hospitals",
  );
  const { id: requestId } = accepted(
    await createRequest(officer, {
      ...{ ...place, supplierId: organisationId, dueOn: "2026-12-24" },
      ...{ subject: word("rival subject"), message: word("rival message") },
    }),
  );
  accepted(await acceptRequest(rival, { requestId }));
  accepted(await answerRequest(rival, { requestId, declarationId }));
  accepted(await askQuestion(rival, { requestId, text: word("rival question") }));
  return organisationId;
}

async function talk(
  database: Database,
  { officer, supplier }: { officer: Caller; supplier: Caller },
  { requestId, declarationId }: { requestId: string; declarationId: string },
): Promise<void> {
  const page = await presentReceivedRequest(
    { ...supplier, database },
    { requestId, productId: null, declarationId },
  );
  const findingId = page.findings[0]?.id;
  const asked = { requestId, findingId, declarationId, text: SENT.question };
  const { id: threadId } = accepted(await askQuestion(plain(officer), asked));
  accepted(await writeMessage(supplier, { requestId, threadId, text: "By the directory." }));
  accepted(await askQuestion(supplier, { requestId, text: "Which protocols are permitted?" }));
  accepted(await askQuestion(plain(officer), { requestId, text: "When is the next release due?" }));
}

async function decide(
  officer: Caller,
  ids: { modelId: string; zoneId: string; declarationId: string; requestId: string },
  decision: Readonly<Record<string, unknown>>,
): Promise<void> {
  const page = await presentAssessment(officer, ids);
  const { fingerprint, asOf } = page.assessment;
  accepted(
    await recordDecision(officer, {
      ...{ ...ids, fingerprint, asOf, revisionNumber: page.zone.revisionNumber },
      ...decision,
    }),
  );
}
