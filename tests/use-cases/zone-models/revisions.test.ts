import { expect, test } from "vitest";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import type { Caller } from "~/use-cases/use-case.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { deleteZoneModel } from "~/use-cases/zone-models/delete-zone-model.server";
import { returnRevision } from "~/use-cases/zone-models/return-revision.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { withdrawSubmission } from "~/use-cases/zone-models/withdraw-submission.server";
import { findLatestRevision, listRevisions } from "~db/repositories/revisions";
import { findZoneModel } from "~db/repositories/zone-models";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { aZone } from "../../builders/zone-model";
import {
  aColleague,
  accepted,
  aDrawnModel,
  adding,
  aModel,
  auditOf,
  edit,
  refusedAs,
  renaming,
} from "./models";

const database = aDatabase();

async function aSubmittedModel() {
  const made = await aDrawnModel(database());
  const submitted = await submitRevision(made.caller, {
    modelId: made.modelId,
    version: 1,
    note: "First draft",
  });
  return { ...made, fingerprint: accepted(submitted).fingerprint };
}

async function stateOf({ actor }: Caller, modelId: string) {
  return findZoneModel(database().read, actor.organisationId, modelId);
}

test("a second person publishes the submission as revision 1, with its content and fingerprint", async () => {
  const { caller, modelId, fingerprint } = await aSubmittedModel();
  const colleague = await aColleague(caller, "security-lead");
  expect(accepted(await approveRevision(colleague, { modelId, fingerprint }))).toMatchObject({ number: 1 });
  const revision = await findLatestRevision(database().read, caller.actor.organisationId, modelId);
  const model = await stateOf(caller, modelId);
  expect(revision).toMatchObject({
    number: 1,
    fingerprint,
    note: "First draft",
    submittedBy: caller.actor.personId,
    approvedBy: colleague.actor.personId,
  });
  expect(revision?.content).toEqual(model?.draft);
  expect(revision && fingerprintOfModel(revision.content)).toBe(fingerprint);
  expect(model).toMatchObject({ state: "drawing", submittedBy: null, submissionNote: "" });
  expect((await auditOf(caller)).slice(-2)).toEqual(["revision.submit", "revision.approve"]);
});

test("nobody approves what they submitted, whatever roles they hold", async () => {
  const lead = await aHospitalCaller(database(), "security-lead", "security-engineer", "administrator");
  const { modelId } = await modelOf(lead);
  const { fingerprint } = accepted(await submitRevision(lead, { modelId, version: 1 }));
  expect(refusedAs(await approveRevision(lead, { modelId, fingerprint }))).toBe("same-person");
  expect(await listRevisions(database().read, lead.actor.organisationId, modelId)).toEqual([]);
});

async function modelOf(caller: Caller) {
  const { id } = accepted(await createZoneModel(caller, { siteName: "Campus", name: "Building C" }));
  accepted(await edit(caller, id, 0, adding("imaging")));
  return { modelId: id };
}

test("of two people who approve at the same moment one publishes", async () => {
  const { caller, modelId, fingerprint } = await aSubmittedModel();
  const [first, second] = [
    await aColleague(caller, "security-lead"),
    await aColleague(caller, "security-engineer"),
  ];
  const outcomes = await Promise.all([
    approveRevision(first, { modelId, fingerprint }),
    approveRevision(second, { modelId, fingerprint }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await listRevisions(database().read, caller.actor.organisationId, modelId)).toHaveLength(1);
});

test("zones without a target keep a draft from being submitted and are listed", async () => {
  const { caller, modelId } = await aModel(database());
  const zone = aZone({ id: "ward", slTarget: null });
  const outside = aZone({ id: "internet", slTarget: null, trustClass: "untrusted" });
  const add = [zone, outside].map((added) => ({ type: "add-zone" as const, zone: added, place: null }));
  accepted(await edit(caller, modelId, 0, ...add));
  const outcome = await submitRevision(caller, { modelId, version: 1 });
  expect(outcome).toEqual({ ok: false, refusal: { code: "zones-without-target", zoneIds: ["ward"] } });
  expect(await stateOf(caller, modelId)).toMatchObject({ state: "drawing" });
});

test("a draft that says the same as the latest revision is not submitted again", async () => {
  const { caller, modelId, fingerprint } = await aSubmittedModel();
  const colleague = await aColleague(caller, "security-lead");
  accepted(await approveRevision(colleague, { modelId, fingerprint }));
  const move = { type: "place-zone" as const, zoneId: "imaging", place: { x: 9, y: 9 } };
  accepted(await edit(caller, modelId, 1, move));
  expect(refusedAs(await submitRevision(caller, { modelId, version: 2 }))).toBe("nothing-changed");
  accepted(await edit(caller, modelId, 2, renaming("imaging", "Radiology")));
  const next = accepted(await submitRevision(caller, { modelId, version: 3 }));
  const published = await approveRevision(colleague, { modelId, fingerprint: next.fingerprint });
  expect(accepted(published).number).toBe(2);
});

test("a draft that was changed meanwhile is not submitted unseen", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  accepted(await edit(caller, modelId, 1, adding("archive")));
  const outcome = await submitRevision(caller, { modelId, version: 1 });
  expect(outcome).toEqual({ ok: false, refusal: { code: "stale-draft", currentVersion: 2 } });
});

test("a submission is returned with a comment, which its author reads", async () => {
  const { caller, modelId } = await aSubmittedModel();
  const colleague = await aColleague(caller, "security-engineer");
  expect(refusedAs(await returnRevision(colleague, { modelId, comment: "  " }))).toBe("invalid-input");
  accepted(await returnRevision(colleague, { modelId, comment: "The archive is missing" }));
  expect(await stateOf(caller, modelId)).toMatchObject({
    state: "drawing",
    returnComment: "The archive is missing",
  });
  expect((await auditOf(caller)).at(-1)).toBe("revision.return");
  expect(refusedAs(await returnRevision(colleague, { modelId, comment: "Again" }))).toBe("not-submitted");
});

test("only whoever submitted withdraws", async () => {
  const { caller, modelId } = await aSubmittedModel();
  const colleague = await aColleague(caller, "security-lead");
  expect(refusedAs(await withdrawSubmission(colleague, { modelId }))).toBe("not-your-submission");
  accepted(await withdrawSubmission(caller, { modelId }));
  expect(await stateOf(caller, modelId)).toMatchObject({ state: "drawing", submittedBy: null });
  expect(refusedAs(await withdrawSubmission(caller, { modelId }))).toBe("not-submitted");
});

test("a submission that was withdrawn, changed and handed in again is not approved by who saw the first", async () => {
  const { caller, modelId, fingerprint } = await aSubmittedModel();
  const colleague = await aColleague(caller, "security-lead");
  accepted(await withdrawSubmission(caller, { modelId }));
  accepted(await edit(caller, modelId, 1, renaming("imaging", "Something else")));
  accepted(await submitRevision(caller, { modelId, version: 2 }));
  expect(refusedAs(await approveRevision(colleague, { modelId, fingerprint }))).toBe(
    "changed-since-submitted",
  );
});

test("a published model is not deleted", async () => {
  const { caller, modelId, fingerprint } = await aSubmittedModel();
  const lead = await aColleague(caller, "security-lead");
  accepted(await approveRevision(lead, { modelId, fingerprint }));
  expect(refusedAs(await deleteZoneModel(lead, { modelId, name: "Building B" }))).toBe("model-has-revisions");
});

test("every step is closed to other roles and to other hospitals", async () => {
  const { caller, modelId, fingerprint } = await aSubmittedModel();
  const reader = await aColleague(caller, "auditor", "procurement-officer", "administrator");
  const stranger = await aHospitalCaller(database(), "security-lead");
  const steps = [
    (by: Caller) => submitRevision(by, { modelId, version: 1 }),
    (by: Caller) => approveRevision(by, { modelId, fingerprint }),
    (by: Caller) => returnRevision(by, { modelId, comment: "No" }),
    (by: Caller) => withdrawSubmission(by, { modelId }),
  ];
  for (const step of steps) {
    await expect(step(reader)).rejects.toMatchObject({ code: "forbidden" });
    await expect(step(stranger)).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await auditOf(stranger)).toEqual([]);
});
