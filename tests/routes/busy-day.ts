import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Role } from "~/domain/access/role";
import type { Letter } from "~/domain/mail/letter";
import { flatVector } from "~/domain/security-level/security-level";
import { inviteMember } from "~/use-cases/accounts/invite-member.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { saveEvidence } from "~/use-cases/declarations/save-evidence.server";
import { askQuestion } from "~/use-cases/dialogue/ask-question.server";
import { openIncident } from "~/use-cases/incidents/open-incident.server";
import { recordMeasures } from "~/use-cases/measures/record-measures.server";
import { recordNoticeEvent } from "~/use-cases/notices/record-notice-event.server";
import { saveNotice } from "~/use-cases/notices/save-notice.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { addComment } from "~/use-cases/review/add-comment.server";
import type { Caller } from "~/use-cases/use-case.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { returnRevision } from "~/use-cases/zone-models/return-revision.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import type { Database } from "~db/client";
import { listLatestRevisions } from "~db/repositories/revisions";
import { mailOutbox } from "~db/schema";
import { aCaller } from "../builders/database";
import { accepted, aDraft, aSignedDeclaration } from "../builders/declaration";
import { aPiece } from "../cli/full-files";
import {
  anAnsweredRequest,
  colleague,
  daysLater,
  decideOn,
  meetingLevel,
  ONE_CONDITION,
  publish,
} from "../use-cases/decisions/scene";
import { granted, requested } from "../use-cases/exceptions/ground";
import { aManagedHospital, type Managed, standing } from "../use-cases/management/scene";
import { aContentOf, aPublishedNotice } from "../use-cases/notices/notice-builders";
import { adding, edit } from "../use-cases/zone-models/models";

const LINK = { to: "calendar" } as const;
const INVITATION: Letter = {
  ...{ kind: "member-invitation", organisation: "Hospital", invitedBy: "Somebody", link: LINK },
};
const ASKED: Letter = {
  ...{ kind: "request", hospital: "Hospital", subject: "Pumps", dueOn: "2026-12-01", link: LINK },
};

/** People of a hospital and of its supplier, by role, on a day on which something waits in every list. */
export async function aBusyDay(database: Database) {
  const managed = await aManagedHospital(database);
  const { engineer, officer, lead, supplier } = managed;
  const ofSupplier = (...roles: ReadonlyArray<Role>) =>
    aCaller(database, { organisationId: supplier.actor.organisationId, kind: "supplier", roles });
  const administrators = [
    await colleague(engineer, "administrator"),
    await ofSupplier("administrator"),
  ] as const;
  await incidentsAndMeasures(managed);
  await requestsAndDecisions(managed);
  await exceptionsAndCountermeasures(managed);
  await drawings(managed);
  await papersOfSupplier(managed);
  for (const administrator of administrators.map(standing)) await peopleAndLetters(administrator);
  const hospital = [engineer, lead, officer, administrators[0], await colleague(engineer, "auditor")];
  const suppliers = [
    supplier,
    administrators[1],
    await ofSupplier("contributor"),
    await ofSupplier("signatory"),
  ];
  return { hospital: hospital.map(standing), supplier: suppliers.map(standing) };
}

async function incidentsAndMeasures({ engineer, supplier, modelId, lacking }: Managed): Promise<void> {
  for (const title of ["Pump answers nobody", "Pump restarts"])
    accepted(
      await openIncident(engineer, {
        ...{ title, description: "Ward 3", involvesPersonalData: false, detectedAt: "2026-11-20T10:00" },
      }),
    );
  const measure = (measureId: string, dueOn: string) => ({
    ...{ place: { modelId, zoneId: "imaging" }, measureId, version: 0 },
    fields: { state: "in-progress", owner: "Ward", dueOn },
  });
  const days = ["2027-01-31", "2027-01-15", "2027-06-30"];
  const changes = ["SR 1.1", "SR 2.1", "SR 3.1"].map((id, place) =>
    measure(id, days[place] ?? expect.fail()),
  );
  accepted(await recordMeasures(engineer, { changes, via: "form" }));
  for (let number = 0; number < 6; number += 1) await aPublishedNotice(supplier, lacking);
}

/** More are overdue than an overview shows; what was decided is another result by now. */
async function requestsAndDecisions(managed: Managed): Promise<void> {
  const { officer, supplier, modelId, wholeDeclaration } = managed;
  const ask = async (zoneId: string, dueOn: string, caller = officer) =>
    accepted(
      await createRequest(caller, {
        ...{ modelId, zoneId, supplierId: supplier.actor.organisationId },
        ...{ subject: "Pump", message: "", dueOn },
      }),
    ).id;
  for (let number = 0; number < 7; number += 1) await ask("archive", `2026-12-${10 + number}`);
  await ask("archive", "2027-12-01");
  const whole = { ...managed, declarationId: wholeDeclaration };
  await decideOn(whole, {
    ...{ kind: "approve-with-conditions", reason: "Until it is replaced" },
    conditions: {
      ...ONE_CONDITION,
      "1": { text: "Watch the port", owner: "Network team", dueOn: "2027-02-10" },
      "2": { text: "Replace it", owner: "Ward", dueOn: "2027-12-31" },
    },
  });
  await decideOn({ ...whole, zoneId: "archive" });
  await raise(managed);
  await anAnsweredRequest(managed);
  const late = { ...managed, officer: daysLater(officer, 72) };
  const requestId = await ask("lab", "2027-03-01");
  accepted(await acceptRequest(supplier, { requestId }));
  accepted(await answerRequest(supplier, { requestId, declarationId: wholeDeclaration }));
  const inLab = { ...whole, officer: late.officer, zoneId: "lab" };
  await decideOn(inLab, { kind: "return-for-changes", reason: "Name the port", requestId });
  await decideOn({ ...late, zoneId: "archive" }, { kind: "reject", reason: "Two rows are missing" });
  const again = await ask("ward", "2027-03-01");
  accepted(await askQuestion(supplier, { requestId: again, text: "Which port?" }));
  for (const text of ["Which release?", "Which firmware?"])
    accepted(await askQuestion(officer, { requestId: again, text }));
}

async function raise({ engineer, modelId }: Managed): Promise<void> {
  const { database, actor } = engineer;
  const revisions = await listLatestRevisions(database.read, actor.organisationId);
  const { content } = revisions.find((one) => one.modelId === modelId) ?? expect.fail();
  const zones = content.zones.map((zone) =>
    ["imaging", "archive"].includes(zone.id) ? { ...zone, slTarget: flatVector(2) } : zone,
  );
  await publish(daysLater(engineer, 61), { modelId, number: 3, content: { ...content, zones } });
}

async function exceptionsAndCountermeasures(managed: Managed): Promise<void> {
  const { engineer, officer, lead, modelId } = managed;
  await granted(managed, { reviewEveryDays: "30" });
  await requested(managed);
  const lately = { ...managed, officer: daysLater(officer, 65), lead: daysLater(lead, 65) };
  await granted({ ...lately, zoneId: "archive" }, { reviewEveryDays: "365" });
  for (const title of ["Jump host", "Firewall"])
    accepted(
      await proposeCountermeasure(engineer, {
        ...{ modelId, elementKind: "zone", elementId: "imaging", title },
        ...{ description: "All sign-ins go through it", requirementIds: ["CR 2.1", "CR 1.1"] },
        ...{ evidence: "Test of 3 November", expiresOn: "2027-06-30" },
      }),
    );
}

/** One model waits for a second person, one came back with a comment. */
async function drawings({ engineer, lead, modelId }: Managed): Promise<void> {
  accepted(await edit(engineer, modelId, 0, adding("theatre")));
  accepted(await submitRevision(engineer, { modelId, version: 1, note: "" }));
  const { id: other } = accepted(await createZoneModel(engineer, { siteName: "Campus", name: "Building C" }));
  accepted(await edit(engineer, other, 0, adding("theatre")));
  accepted(await submitRevision(engineer, { modelId: other, version: 1, note: "" }));
  accepted(await returnRevision(daysLater(lead, 1), { modelId: other, comment: "Name the owner" }));
  const element = { kind: "zone", id: "theatre" };
  accepted(await addComment(daysLater(lead, 1), { modelId: other, element, text: "Why level 2?" }));
}

async function papersOfSupplier({ supplier, lacking }: Managed): Promise<void> {
  const { id: _, ...evidence } = aPiece({ validFrom: null, validUntil: "2027-01-31" });
  for (let number = 0; number < 6; number += 1) {
    const declarationId = await aDraft(supplier, { "CR 1.1": { value: "met" } });
    accepted(await saveEvidence(supplier, { declarationId, before: null, evidence }));
  }
  await aDraft(supplier, meetingLevel(4));
  accepted(await saveNotice(supplier, { notice: null, content: aContentOf(lacking) }));
  const content = { ...aContentOf(lacking), kind: "severe-incident" };
  const { id: noticeId } = accepted(await saveNotice(supplier, { notice: null, content }));
  accepted(await recordNoticeEvent(supplier, { noticeId, kind: "aware", happenedAt: "2026-11-20T10:00" }));
  await aSignedDeclaration(standing(supplier), meetingLevel(1), "all-hospitals");
}

async function peopleAndLetters(administrator: Caller): Promise<void> {
  const { organisationId, organisationKind: kind } = administrator.actor;
  const role = kind === "hospital" ? "auditor" : "contributor";
  for (const name of ["one", "two"])
    accepted(
      await inviteMember(administrator, { email: `${name}-${organisationId}@example.test`, roles: role }),
    );
  for (let number = 0; number < 3; number += 1)
    await aCaller(administrator.database, { organisationId, kind, roles: [] });
  await aLostLetter(administrator, INVITATION);
  if (kind === "hospital")
    for (let number = 0; number < 2; number += 1) await aLostLetter(administrator, ASKED);
}

/** A letter that was tried in vain. */
async function aLostLetter({ actor, database, now }: Caller, letter: Letter): Promise<void> {
  const id = randomUUID();
  await database.transaction(async (db) => {
    await db.insert(mailOutbox).values({
      ...{ organisationId: actor.organisationId, id, recipient: "nobody@example.test", subjectId: id },
      ...{ letter, state: "given-up", attempts: 8, dueAt: now, failure: "550 unknown", createdAt: now },
      ...{ settledAt: now, copy: null },
    });
  });
}
