import { expect, test } from "vitest";
import { presentHospitalOverview } from "~/presenters/present-hospital-overview.server";
import { addComment } from "~/use-cases/review/add-comment.server";
import { reopenComment } from "~/use-cases/review/reopen-comment.server";
import { resolveComment } from "~/use-cases/review/resolve-comment.server";
import type { Caller } from "~/use-cases/use-case.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { restoreRevision } from "~/use-cases/zone-models/restore-revision.server";
import { returnRevision } from "~/use-cases/zone-models/return-revision.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { withdrawSubmission } from "~/use-cases/zone-models/withdraw-submission.server";
import { listAuditEntries } from "~db/repositories/audit";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { aColleague, accepted, aDrawnModel, adding, edit, renaming } from "../zone-models/models";

const database = aDatabase();
const imaging = { kind: "zone" as const, id: "imaging" };
const later = (caller: Caller, minutes: number): Caller => ({
  ...caller,
  now: new Date(caller.now.getTime() + minutes * 60_000),
});

/** What the overview of somebody says of threads that wait for them. */
async function noticesOf(caller: Caller) {
  const { sections } = await presentHospitalOverview(caller);
  const found = sections.find(({ key }) => key === "open-comments");
  return { count: found?.count, titles: found?.entries.map(({ title }) => title), isMine: found?.isMine };
}

async function returnedTo(caller: Caller) {
  const { sections } = await presentHospitalOverview(caller);
  return sections.find(({ key }) => key === "returned-submissions")?.entries.map(({ about }) => about);
}

test("who drew hears of a comment on it, until they answer; then who asked hears of the answer", async () => {
  const { caller: engineer, modelId } = await aDrawnModel(database());
  const lead = await aColleague(engineer, "security-lead");
  const { id } = accepted(
    await addComment(later(lead, 1), { modelId, element: imaging, text: "Why level 2?" }),
  );
  expect(await noticesOf(engineer)).toEqual({ count: 1, titles: ["Zone imaging"], isMine: true });
  expect((await noticesOf(lead)).count).toBe(0);
  accepted(await addComment(later(engineer, 2), { modelId, inReplyTo: id, text: "As agreed" }));
  expect((await noticesOf(engineer)).count).toBe(0);
  expect((await noticesOf(lead)).titles).toEqual(["Zone imaging"]);
});

test("a settled thread is no notice, an opened one is again; the newest word stands first", async () => {
  const { caller: engineer, modelId } = await aDrawnModel(database());
  const lead = await aColleague(engineer, "security-lead");
  const { id } = accepted(
    await addComment(later(lead, 1), { modelId, element: imaging, text: "Why level 2?" }),
  );
  accepted(await addComment(later(lead, 5), { modelId, text: "Good work" }));
  expect((await noticesOf(engineer)).titles).toEqual(["Building B", "Zone imaging"]);
  accepted(await resolveComment(engineer, { modelId, commentId: id }));
  expect((await noticesOf(engineer)).titles).toEqual(["Building B"]);
  accepted(await reopenComment(engineer, { modelId, commentId: id }));
  accepted(await addComment(later(lead, 9), { modelId, inReplyTo: id, text: "Still open" }));
  expect((await noticesOf(engineer)).titles).toEqual(["Zone imaging", "Building B"]);
});

test("who only looks on hears nothing, and what a revision has already is nobody's change any more", async () => {
  const { caller: engineer, modelId } = await aDrawnModel(database());
  const [lead, officer] = [
    await aColleague(engineer, "security-lead"),
    await aColleague(engineer, "procurement-officer"),
  ];
  const { fingerprint } = accepted(await submitRevision(later(engineer, 1), { modelId, version: 1 }));
  accepted(await addComment(later(lead, 2), { modelId, text: "Before it is published" }));
  // Whoever submitted is the author, and who drew too; who has no part in it is not asked.
  expect((await noticesOf(engineer)).count).toBe(1);
  expect((await noticesOf(officer)).count).toBe(0);
  accepted(await approveRevision(later(lead, 3), { modelId, fingerprint }));
  expect((await noticesOf(engineer)).count).toBe(0);
  accepted(await edit(later(engineer, 4), modelId, 1, renaming("imaging", "Radiology")));
  expect((await noticesOf(engineer)).count).toBe(1);
});

test("no other hospital hears of it", async () => {
  const { caller: engineer, modelId } = await aDrawnModel(database());
  const lead = await aColleague(engineer, "security-lead");
  accepted(await addComment(lead, { modelId, text: "Ours" }));
  const stranger = await aHospitalCaller(database(), "security-engineer");
  // The same person at another hospital: what is said here is not heard there.
  const elsewhere: Caller = {
    ...engineer,
    actor: { ...engineer.actor, organisationId: stranger.actor.organisationId },
  };
  expect((await noticesOf(elsewhere)).count).toBe(0);
  expect((await noticesOf(stranger)).count).toBe(0);
});

test("who drew is told that it was returned and why, until it is submitted again", async () => {
  const { caller: engineer, modelId } = await aDrawnModel(database());
  const lead = await aColleague(engineer, "security-lead");
  accepted(await submitRevision(later(engineer, 1), { modelId, version: 1 }));
  accepted(await returnRevision(later(lead, 2), { modelId, comment: "Name the owner" }));
  expect(await returnedTo(engineer)).toEqual(["Name the owner"]);
  expect(await returnedTo(lead)).toEqual([]);
  accepted(await submitRevision(later(engineer, 3), { modelId, version: 1 }));
  expect(await returnedTo(engineer)).toEqual([]);
});

test("every step of a review leaves one entry that says who, when and of what, and a refusal leaves none", async () => {
  const { caller: engineer, modelId } = await aDrawnModel(database());
  const lead = await aColleague(engineer, "security-lead");
  accepted(await submitRevision(later(engineer, 1), { modelId, version: 1 }));
  accepted(await withdrawSubmission(later(engineer, 2), { modelId }));
  accepted(await submitRevision(later(engineer, 3), { modelId, version: 1 }));
  accepted(await returnRevision(later(lead, 4), { modelId, comment: "Name the owner" }));
  const { fingerprint } = accepted(await submitRevision(later(engineer, 5), { modelId, version: 1 }));
  const { id } = accepted(await addComment(later(lead, 6), { modelId, element: imaging, text: "Why?" }));
  accepted(await resolveComment(later(engineer, 7), { modelId, commentId: id }));
  accepted(await reopenComment(later(lead, 8), { modelId, commentId: id }));
  expect((await approveRevision(later(engineer, 9), { modelId, fingerprint })).ok).toBe(false);
  accepted(await approveRevision(later(lead, 10), { modelId, fingerprint }));
  accepted(await edit(later(engineer, 11), modelId, 1, adding("archive")));
  accepted(await restoreRevision(later(lead, 12), { modelId, number: 1, draftVersion: 2 }));
  expect((await restoreRevision(lead, { modelId, number: 1, draftVersion: 3 })).ok).toBe(false);
  const entries = await listAuditEntries(database().read, engineer.actor.organisationId, { limit: 100 });
  const [by, of] = [engineer.actor.personId, lead.actor.personId];
  const told = entries
    .toReversed()
    .filter(({ at }) => at > engineer.now)
    .map(({ action, personId, subjectId, at }) => [
      ...[action, personId, subjectId],
      (at.getTime() - engineer.now.getTime()) / 60_000,
    ]);
  expect(told).toEqual([
    ["revision.submit", by, modelId, 1],
    ["revision.withdraw", by, modelId, 2],
    ["revision.submit", by, modelId, 3],
    ["revision.return", of, modelId, 4],
    ["revision.submit", by, modelId, 5],
    ["comment.add", of, id, 6],
    ["comment.resolve", by, id, 7],
    ["comment.reopen", of, id, 8],
    ["revision.approve", of, modelId, 10],
    ["model.edit", by, modelId, 11],
    ["model.edit", of, modelId, 12],
  ]);
  expect(entries.find(({ action }) => action === "comment.add")?.details).toMatchObject({
    modelId,
    element: imaging,
  });
  expect(entries[0]?.details).toMatchObject({ restoredRevision: 1 });
});
